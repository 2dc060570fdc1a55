using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace BoneMets.Rules.Server.Changes;

/// <summary>The documents of a change. Each has an ETag; nobody overwrites what somebody else has saved meanwhile.</summary>
[Route("api/v1/changes/{id:long}/documents"), Tags("Changes")]
public sealed class ChangeDocumentsController : StoreController
{
    [HttpGet, Authorize(Policies.SeeDrafts)]
    [EndpointName("listChangeDocuments"), EndpointSummary("All documents as they would be published")]
    public async Task<IReadOnlyList<DocumentAnswer>> List(long id) => [.. (await Store.Changes.ContentsAsync(id, Cancellation)).Select(d => new DocumentAnswer(d.Name, d.Hash))];

    /// <param name="name">Its path, such as <c>hypercalcemia/workflow.json</c>.</param>
    [HttpGet("{**name}"), Authorize(Policies.SeeDrafts)]
    [EndpointName("getChangeDocument"), EndpointSummary("One document as text, with its ETag")]
    [ProducesResponseType<string>(StatusCodes.Status200OK, "application/json", "text/markdown")]
    public async Task Get(long id, string name)
    {
        if (await Store.Changes.DocumentAsync(id, name, Cancellation) is not { } document) throw new ProblemException(ProblemKind.NotInStore, $"change {id} has no document `{name}`");
        await DocumentText.AnswerAsync(HttpContext, document);
    }

    /// <summary><c>If-Match</c> has the ETag of the document that was edited; <c>If-None-Match: *</c> says that it is new.</summary>
    /// <param name="name">Its path, such as <c>hypercalcemia/workflow.json</c>.</param>
    [HttpPut("{**name}"), Authorize(Policies.Draft), RequestSizeLimit(RequestBody.MostDrained), Consumes("application/json", "text/markdown")]
    [EndpointName("putChangeDocument"), EndpointSummary("Saves a document; 412 with both versions when somebody else saved it meanwhile")]
    public async Task<DocumentAnswer> Put(long id, string name)
    {
        var expected = Expected(mayBeNew: true);
        using var body = await RequestBody.ReadAsync(Request, DocumentText.Largest, Cancellation)
            ?? throw new ProblemException(ProblemKind.BodyTooLarge, $"a document has at most {DocumentText.Largest} bytes");
        var saved = await Store.Changes.PutAsync(Me, id, name, body.Bytes.ToArray(), expected, Cancellation);
        Response.Headers.ETag = DocumentText.TagOf(saved);
        return new DocumentAnswer(saved.Name, saved.Hash);
    }

    /// <summary><c>If-Match</c> has the ETag of the document that shall go.</summary>
    /// <param name="name">Its path, such as <c>hypercalcemia/workflow.json</c>.</param>
    [HttpDelete("{**name}"), Authorize(Policies.Draft)]
    [EndpointName("removeChangeDocument"), EndpointSummary("Takes a document out of the library")]
    public Task Remove(long id, string name) => Store.Changes.RemoveAsync(Me, id, name, Expected(mayBeNew: false)!, Cancellation);

    /// <summary>The hash of the text that the edit started from; null for a new document.</summary>
    private string? Expected(bool mayBeNew)
    {
        var headers = Request.GetTypedHeaders();
        if (headers.IfMatch is [var tag] && !tag.IsWeak && !tag.Equals(EntityTagHeaderValue.Any)) return tag.Tag.ToString().Trim('"');
        if (mayBeNew && headers.IfMatch.Count == 0 && headers.IfNoneMatch is [var none] && none.Equals(EntityTagHeaderValue.Any)) return null;
        throw new ProblemException(ProblemKind.ETagNeeded, mayBeNew ? "send `If-Match` with the ETag of the document that was read, or `If-None-Match: *` for a new one" : "send `If-Match` with the ETag of the document that was read");
    }
}
