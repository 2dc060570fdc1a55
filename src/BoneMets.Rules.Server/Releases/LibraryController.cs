using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Changes;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Releases;

/// <summary>The library as a whole, in and out.</summary>
[Route("api/v1/library"), Tags("Releases")]
public sealed class LibraryController : StoreController
{
    public const string ReleaseHeader = "X-Release";

    /// <param name="release">Its number; the live one when left out.</param>
    [HttpGet, Authorize(Policies.Read)]
    [EndpointName("pullLibrary"), EndpointSummary("All documents of a release as a zip file; the header X-Release has its number")]
    [ProducesResponseType<byte[]>(StatusCodes.Status200OK, LibraryArchive.ContentType)]
    public async Task Pull(int? release = null)
    {
        var found = release is { } number ? await Store.Releases.GetAsync(number, Cancellation) : await Store.Releases.LatestAsync(Cancellation);
        if (found is null) throw new ProblemException(ProblemKind.NotInStore, "there is no release yet");
        var archive = LibraryArchive.Write((await Store.Releases.DocumentsAsync(found.Number, Cancellation)).Select(d => (d.Name, d.Content)));
        Response.Headers[ReleaseHeader] = found.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Response.Headers.ETag = $"\"{found.ManifestHash}\"";
        Response.ContentType = LibraryArchive.ContentType;
        Response.ContentLength = archive.Length;
        Response.Headers.ContentDisposition = $"attachment; filename=\"library-{found.Number}.zip\"";
        await Response.Body.WriteAsync(archive, Cancellation);
    }

    /// <summary>What a folder does not hold any more the change removes. The change still has to be submitted, approved and published.</summary>
    /// <param name="title">What the change is for.</param>
    /// <param name="description">More about it.</param>
    /// <param name="base">The release that the documents were taken from, as <c>X-Release</c> said; the newest when left out.</param>
    [HttpPut, Authorize(Policies.Draft), RequestSizeLimit(RequestBody.MostDrained), Consumes(LibraryArchive.ContentType)]
    [EndpointName("pushLibrary"), EndpointSummary("Drafts a change that makes the library what is in this zip file")]
    public async Task<ChangeAnswer> Push(string title, string? description = null, int? @base = null)
    {
        using var body = await RequestBody.ReadAsync(Request, LibraryArchive.MostBytes, Cancellation)
            ?? throw new ProblemException(ProblemKind.BodyTooLarge, $"the archive has more than {LibraryArchive.MostBytes} bytes");
        var change = await Store.Changes.CreateFromAsync(Me, title, description ?? "", @base, LibraryArchive.Read(body.Bytes), Cancellation);
        return await ChangeAnswers.OfAsync(Store, change, Cancellation);
    }
}
