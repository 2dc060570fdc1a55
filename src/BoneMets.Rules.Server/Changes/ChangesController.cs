using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Changes;

/// <summary>Changes and what becomes of them.</summary>
[Route("api/v1/changes"), Tags("Changes")]
public sealed class ChangesController : StoreController
{
    /// <param name="state">Only those in this state.</param>
    [HttpGet, Authorize(Policies.SeeDrafts)]
    [EndpointName("listChanges"), EndpointSummary("All changes, the newest first")]
    public async Task<IReadOnlyList<ChangeSummary>> List(string? state = null) =>
        [.. (await Store.Changes.ListAsync(state is null ? null : Choice<ChangeState>(state, "state"), Cancellation)).Select(ChangeAnswers.Of)];

    [HttpPost, Authorize(Policies.Draft)]
    [EndpointName("createChange"), EndpointSummary("Begins a change on top of the newest release")]
    public async Task<ChangeAnswer> Create(CreateChange request) => await AnswerAsync(await Store.Changes.CreateAsync(Me, request.Title, request.Description ?? "", Cancellation));

    [HttpGet("{id:long}"), Authorize(Policies.SeeDrafts)]
    [EndpointName("getChange"), EndpointSummary("One change with its reviews and evidence")]
    public async Task<ChangeAnswer> Get(long id) => await AnswerAsync(await Store.Changes.GetAsync(id, Cancellation));

    [HttpGet("{id:long}/differences"), Authorize(Policies.SeeDrafts), RequestTimeout(RequestLimits.Long)]
    [EndpointName("compareChange"), EndpointSummary("What the change means, rule by rule, row by row, case by case, against the release that it is based on")]
    public Task<ChangeDifferencesAnswer> Differences(long id) => ChangeDifferences.OfAsync(Store, id, Cancellation);

    [HttpGet("{id:long}/examination"), Authorize(Policies.SeeDrafts), RequestTimeout(RequestLimits.Long)]
    [EndpointName("examineChange"), EndpointSummary("What submitting would find now: diagnostics, golden cases, impact")]
    public Task<ExaminationAnswer> Examine(long id) => Service<ChangeExaminer>().ExamineAsync(id, Cancellation);

    [HttpPost("{id:long}/submit"), Authorize(Policies.Draft), RequestTimeout(RequestLimits.Long)]
    [EndpointName("submitChange"), EndpointSummary("Hands a draft to the reviewers, with the evidence about its content")]
    public async Task<ChangeAnswer> Submit(long id)
    {
        // Refused before the work is done when the state forbids it anyway; the store looks again.
        await Store.Changes.RequireSubmittableAsync(id, Cancellation);
        var found = await Service<ChangeExaminer>().ExamineAsync(id, Cancellation);
        var evidence = new ChangeEvidence(found.ContentHash, found.Against, LibraryJson.Text(found), found.MissingMetadata.Count);
        return await AnswerAsync(await Store.Changes.SubmitAsync(Me, id, evidence, Cancellation));
    }

    [HttpPost("{id:long}/reviews"), Authorize(Policies.Review)]
    [EndpointName("reviewChange"), EndpointSummary("Approves exactly the content that was looked at, or sends the change back")]
    public async Task<ChangeAnswer> Review(long id, ReviewChange request) => await AnswerAsync(
        await Store.Changes.ReviewAsync(Me, id, request.ContentHash, Choice<ReviewVerdict>(request.Verdict, "verdict"), request.Comment ?? "", Cancellation));

    [HttpPost("{id:long}/publish"), Authorize(Policies.Publish)]
    [EndpointName("publishChange"), EndpointSummary("Makes the approved content the next release")]
    public async Task<ChangeAnswer> Publish(long id)
    {
        var published = await PublishedAsync(id);
        if (published.PublishedAs is { } release) await Service<LibraryHost>().ServesAsync(release, Cancellation);
        return await AnswerAsync(published);
    }

    [HttpPost("{id:long}/withdraw"), Authorize(Policies.Draft)]
    [EndpointName("withdrawChange"), EndpointSummary("Gives a change up")]
    public async Task<ChangeAnswer> Withdraw(long id, Reason request) => await AnswerAsync(await Store.Changes.WithdrawAsync(Me, id, request.Text, Cancellation));

    [HttpPost("{id:long}/rebase"), Authorize(Policies.Draft), RequestSizeLimit(RequestBody.MostDrained)]
    [EndpointName("rebaseChange"), EndpointSummary("Puts a change on top of the newest release; conflicts come back to be resolved")]
    public async Task<ChangeAnswer> Rebase(long id, RebaseChange request) => await AnswerAsync(await Store.Changes.RebaseAsync(
        Me, id, (request.Resolutions ?? new Dictionary<string, string?>()).ToDictionary(r => r.Key, r => r.Value is null ? null : Encoding.UTF8.GetBytes(r.Value), StringComparer.Ordinal), Cancellation));

    [HttpGet("{id:long}/comments"), Authorize(Policies.SeeDrafts)]
    [EndpointName("listComments"), EndpointSummary("The discussion of a change, the oldest first")]
    public async Task<IReadOnlyList<CommentAnswer>> Comments(long id) => [.. (await Store.Comments.ListAsync(id, Cancellation)).Select(ChangeAnswers.Of)];

    [HttpPost("{id:long}/comments"), Authorize(Policies.Comment)]
    [EndpointName("addComment"), EndpointSummary("Remarks on a rule or another place of a document")]
    public async Task<CommentAnswer> Comment(long id, AddComment request) => ChangeAnswers.Of(await Store.Comments.AddAsync(Me, id, request.Document, request.Place, request.Text, Cancellation));

    [HttpPost("{id:long}/comments/{comment:long}/resolve"), Authorize(Policies.Comment)]
    [EndpointName("resolveComment"), EndpointSummary("Marks a remark as dealt with")]
    public async Task<CommentAnswer> Resolve(long id, long comment) => ChangeAnswers.Of(await Store.Comments.ResolveAsync(Me, id, comment, Cancellation));

    /// <summary>The store refuses by the evidence; here the refusal gets the list of what is missing.</summary>
    private async Task<Change> PublishedAsync(long id)
    {
        try
        {
            return await Store.Changes.PublishAsync(Me, id, null, Cancellation);
        }
        catch (StoreRefusedException e) when (e.Kind == RefusalKind.MetadataMissing)
        {
            var (change, documents) = await Store.Changes.WithDocumentsAsync(id, Cancellation);
            var before = LibraryDocuments.Load(await Store.Releases.DocumentsAsync(change.Base, Cancellation)).Library;
            throw new ProblemException(ProblemKind.MetadataMissing, $"{e.Message}; {e.Remedy}", PublicationMetadata.MissingIn(before, LibraryDocuments.Load(documents).Library));
        }
    }

    private Task<ChangeAnswer> AnswerAsync(Change change) => ChangeAnswers.OfAsync(Store, change, Cancellation);

    /// <summary>A word of an enumeration as answers write it.</summary>
    private static T Choice<T>(string word, string name) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (EnumWord.Of(value) == word) return value;
        var words = Enum.GetValues<T>().Select(EnumWord.Of).ToList();
        throw new ProblemException(ProblemKind.InvalidAction, $"`{name}` takes {string.Join(", ", words)}, not `{word}`" + (Suggestion.DidYouMean(word, words) is { } near ? $"; {near}" : ""));
    }
}
