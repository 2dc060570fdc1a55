using System.Text;
using System.Text.Json;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Recording;

/// <summary>Decisions that were recorded: what was said, and whether it would be said again.</summary>
[Route("api/v1/decisions"), Tags("Decisions"), Authorize(Policies.SeeDecisions)]
public sealed class DecisionsController : StoreController
{
    /// <param name="id">The decision's <c>decisionId</c>.</param>
    [HttpGet("{id}")]
    [EndpointName("getDecision"), EndpointSummary("A recorded decision")]
    public async Task<RecordedDecisionAnswer> Get(string id)
    {
        var record = await FindAsync(id);
        Response.Headers.CacheControl = "no-store";
        return new RecordedDecisionAnswer(
            record.Id, record.Release, record.Workflow, record.Hash, record.EngineVersion, record.AsOf, record.Explain,
            record.Facts is { } facts ? JsonSerializer.Deserialize<JsonElement>(facts) : null, record.FactsHash, JsonSerializer.Deserialize<JsonElement>(record.Decision),
            record.DecisionHash, record.At, record.Key, record.Expires,
            record.Bundle is { } bundle ? JsonSerializer.Deserialize<JsonElement>(bundle) : null);
    }

    /// <param name="id">The decision's <c>decisionId</c>.</param>
    /// <param name="request">The facts, when they were not kept.</param>
    [HttpPost("{id}/replay"), ChangesNothing, RequestTimeout(RequestLimits.Long), RequestSizeLimit(RequestBody.MostDrained), BodyLimit(RequestBody.MostWithBundle)]
    [EndpointName("replayDecision"), EndpointSummary("Decides it once more: identical to the byte, or what differs")]
    public async Task<ReplayedDecisionAnswer> Replay(string id, [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] ReplayDecision? request = null)
    {
        var record = await FindAsync(id);
        Response.Headers.CacheControl = "no-store";
        return await Service<LongWork>().PassAsync(() => DecisionReplay.RunAsync(Store, record, FactsOf(record, request), Cancellation), Cancellation);
    }

    private static ReplayedFacts FactsOf(DecisionRecord record, ReplayDecision? request)
    {
        var facts = request?.Facts is { ValueKind: JsonValueKind.Object } given ? given.GetRawText() : null;
        var bundle = request?.Bundle is { ValueKind: not JsonValueKind.Null } sent ? sent.GetRawText() : null;
        if (facts is not null && bundle is not null) throw new ProblemException(ProblemKind.MalformedBody, "the body has `facts` and a `bundle`: send one of them");
        if (bundle is null && request?.Patient is not null) throw new ProblemException(ProblemKind.MalformedBody, "`patient` says whose facts of a `bundle` are meant, and there is none");
        if (bundle is not null) return new ReplayedFacts(Encoding.UTF8.GetBytes(bundle), IsBundle: true, request!.Patient);
        return (facts ?? record.Facts) is { } known
            ? new ReplayedFacts(Encoding.UTF8.GetBytes(known), IsBundle: false, null)
            : throw new ProblemException(ProblemKind.FactsNotKept, "the facts of this decision were not kept; send them as `{\"facts\": {…}}`, or the `bundle` that said them");
    }

    /// <summary>An application sees its own; that others exist it cannot tell.</summary>
    private async Task<DecisionRecord> FindAsync(string id)
    {
        var record = await Store.Decisions.FindAsync(id, Cancellation);
        var key = Actor.KeyOf(User);
        return record is not null && (key is null || record.Key == key) ? record : throw new ProblemException(ProblemKind.UnknownDecision, "there is no such recorded decision, or not any more");
    }
}
