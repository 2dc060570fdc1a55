using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.CdsHooks.Feedback;

/// <summary>How cards fared.</summary>
/// <param name="Accepted">Reports that a card was accepted.</param>
/// <param name="Overridden">Reports that one was overridden.</param>
/// <param name="Unknown">Reports about cards that the service never gave.</param>
/// <param name="Counts">By service, rule, release, outcome and reason.</param>
/// <param name="Comments">The newest, where the server keeps them.</param>
public sealed record FeedbackAnswer(int Accepted, int Overridden, int Unknown, IReadOnlyList<FeedbackCountAnswer> Counts, IReadOnlyList<FeedbackCommentAnswer> Comments);

/// <summary>What somebody wrote beside an outcome.</summary>
public sealed record FeedbackCommentAnswer(string Service, string? Rule, int? Release, string Outcome, DateTimeOffset At, OverrideReasonAnswer? Reason, string Text);

/// <param name="Known">Whether the service gave such a card; <c>kind</c>, <c>rule</c> and <c>release</c> are known only then.</param>
/// <param name="Kind"><c>recommendation</c>, <c>pending</c>, <c>data</c>, <c>deceased</c> or <c>relevance</c>.</param>
/// <param name="Rule">As a decision names it, without the element of a list; <c>null</c> for a card that stands for no single rule.</param>
/// <param name="Release"><c>null</c> for a card of a folder.</param>
/// <param name="Outcome"><c>accepted</c> or <c>overridden</c>.</param>
/// <param name="Reason">Why it was overridden; <c>null</c> when that was not said.</param>
/// <param name="Comments">How many of them came with a comment.</param>
public sealed record FeedbackCountAnswer(string Service, bool Known, string? Kind, string? Rule, int? Release, string Outcome, OverrideReasonAnswer? Reason, int Count, int Comments);

/// <summary>A code of a code system.</summary>
public sealed record OverrideReasonAnswer(string System, string Code, string? Display);

/// <summary>Feedback for those who review the content.</summary>
[Route("api/v1/feedback"), Tags("Decisions")]
public sealed class FeedbackController : StoreController
{
    private const int MostComments = 100;

    /// <param name="service">Only that service's; all when left out.</param>
    [HttpGet, Authorize(Policies.Review)]
    [EndpointName("countFeedback"), EndpointSummary("How often the cards of each rule and release were accepted or overridden, and why")]
    public async Task<FeedbackAnswer> Count(string? service = null)
    {
        var counts = await Store.Feedback.CountAsync(service, Cancellation);
        int Sum(Func<FeedbackCount, bool> which) => counts.Where(which).Sum(c => c.Count);
        return new FeedbackAnswer(Sum(c => c.Outcome == CardOutcome.Accepted), Sum(c => c.Outcome == CardOutcome.Overridden), Sum(c => c.Subject is null), [.. counts.Select(Answer)],
            [.. (await Store.Feedback.CommentsAsync(service, MostComments, Cancellation)).Select(c => new FeedbackCommentAnswer(c.Service, c.Subject?.Rule, c.Subject?.Release, EnumWord.Of(c.Outcome), c.At, Answer(c.Reason), c.Comment!))]);
    }

    private static FeedbackCountAnswer Answer(FeedbackCount count) => new(
        count.Service, count.Subject is not null, count.Subject?.Kind, count.Subject?.Rule, count.Subject?.Release, EnumWord.Of(count.Outcome),
        Answer(count.Reason), count.Count, count.Comments);

    private static OverrideReasonAnswer? Answer(OverrideReason? reason) => reason is null ? null : new OverrideReasonAnswer(reason.System, reason.Code, reason.Display);
}
