using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Changes;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Releases;

/// <summary>What is live, and what was.</summary>
[Route("api/v1/releases"), Tags("Releases")]
public sealed class ReleasesController : StoreController
{
    [HttpGet, Authorize(Policies.Read)]
    [EndpointName("listReleases"), EndpointSummary("All releases, the newest first; that one is live")]
    public async Task<IReadOnlyList<ReleaseAnswer>> List()
    {
        var releases = await Store.Releases.ListAsync(Cancellation);
        return [.. releases.Select((r, i) => Answer(r, isLive: i == 0))];
    }

    [HttpGet("{number:int}"), Authorize(Policies.Read)]
    [EndpointName("getRelease"), EndpointSummary("One release")]
    public async Task<ReleaseAnswer> Get(int number) => await AnswerAsync(await Store.Releases.GetAsync(number, Cancellation));

    [HttpGet("{number:int}/documents"), Authorize(Policies.Read)]
    [EndpointName("listReleaseDocuments"), EndpointSummary("The documents of a release")]
    public async Task<IReadOnlyList<DocumentAnswer>> Documents(int number) => [.. (await Store.Releases.ContentsAsync(number, Cancellation)).Select(d => new DocumentAnswer(d.Name, d.Hash))];

    /// <param name="number">The release.</param>
    /// <param name="name">The document's path, such as <c>hypercalcemia/workflow.json</c>.</param>
    [HttpGet("{number:int}/documents/{**name}"), Authorize(Policies.Read)]
    [EndpointName("getReleaseDocument"), EndpointSummary("One document of a release as text")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "application/json", "text/markdown")]
    public async Task Document(int number, string name)
    {
        var document = await Store.Releases.DocumentAsync(number, name, Cancellation)
            ?? throw new ProblemException(ProblemKind.NotInStore, $"release {number} has no document `{name}`");
        await DocumentText.AnswerAsync(HttpContext, document);
    }

    [HttpPost("{number:int}/approval"), Authorize(Policies.Review)]
    [EndpointName("approveRelease"), EndpointSummary("The first review of imported content: it was read and found good as it is")]
    public async Task<ReleaseAnswer> Approve(int number, ApproveRelease request) =>
        await AnswerAsync(await Store.Releases.ApproveAsync(Me, number, request.ManifestHash, request.Comment ?? "", Cancellation));

    [HttpPost("{number:int}/rollback"), Authorize(Policies.Publish)]
    [EndpointName("rollBack"), EndpointSummary("Publishes the documents of an older release again, as a new one")]
    public async Task<ReleaseAnswer> RollBack(int number, Reason request)
    {
        var release = await Store.Releases.RollBackAsync(Me, number, request.Text, Cancellation);
        await Service<LibraryHost>().ServesAsync(release.Number, Cancellation);
        return await AnswerAsync(release);
    }

    private async Task<ReleaseAnswer> AnswerAsync(Release release) => Answer(release, (await Store.Releases.LatestAsync(Cancellation))?.Number == release.Number);

    private static ReleaseAnswer Answer(Release release, bool isLive) => new(
        release.Number, isLive, release.ManifestHash, EnumWord.Of(release.Kind), EnumWord.Of(release.Status), release.PublishedAt, release.PublishedBy, release.Note,
        release.Change, release.Restores, release.ApprovedBy, release.ApprovedAt);
}
