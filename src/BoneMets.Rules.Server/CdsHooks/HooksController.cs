using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.CdsHooks.Cards;
using BoneMets.Rules.Server.CdsHooks.Clients;
using BoneMets.Rules.Server.CdsHooks.Data;
using BoneMets.Rules.Server.CdsHooks.Requests;
using BoneMets.Rules.Server.CdsHooks.Services;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.CdsHooks;

/// <summary>CDS Hooks 2.0.1: which services there are, and their cards (<c>docs/cds-hooks.md</c>).</summary>
[ApiController, Route(HookRoutes.Root), ApiExplorerSettings(IgnoreApi = true), EnableCors(HookRoutes.Cors), Authorize(Policies.AnswerHooks)]
public sealed class HooksController : ControllerBase
{
    private const int MostBytes = 8 * 1024 * 1024;

    [HttpGet]
    public async Task Discover()
    {
        var host = Service<LibraryHost>();
        using var live = host.Require();
        Response.Headers.CacheControl = "no-cache";
        await StandardJson.AnswerAsync(HttpContext, Discovery.Of(live, host.State, id => Actor.MayExecute(User, id)));
    }

    /// <param name="id">A service's id.</param>
    [HttpPost("{id}"), ChangesNothing, RequestSizeLimit(RequestBody.MostDrained)]
    public async Task Answer(string id)
    {
        if (!Actor.MayExecute(User, id)) throw new ProblemException(ProblemKind.KeyScope, "this client is bound to other workflows");
        using var body = await StandardJson.ReadAsync(HttpContext, MostBytes, BodyTypes.Json);
        var host = Service<LibraryHost>();
        using var live = host.Require();
        var service = HookRoutes.Find(live.Library, id);
        var decision = new BundleDecision(HttpContext, live, service.Workflow, "/prefetch");
        RetiredContent.Refuse(live.Library, live.Library[id], host.State.Retired);
        var request = HookRequestReader.Read(body.RootElement, service.Hooks, id, out var errors) ?? throw new ProblemException(ProblemKind.MalformedBody, ExecutionAnswer.DetailOf(errors), errors);
        var data = await HookData.GatherAsync(service, request, Service<HookClients>().ServersFor(User), Service<OutboundClient>(), HttpContext.RequestAborted);
        // Somebody's FHIR server may have taken its time.
        RetiredContent.Refuse(live.Library, live.Library[id], host.State.Retired);
        var reading = decision.Read(data.Bundle(request.DraftOrders), $"Patient/{request.PatientId}");
        var cards = reading.Subject == FhirSubject.Died
            ? DeceasedCard.Of(service, live.Release?.Number, live.Release is { } release ? EnumWord.Of(release.Status) : "unreviewed")
            : await DecideAsync(decision, service, request, data, reading);
        Response.Headers.CacheControl = "no-store";
        await StandardJson.AnswerAsync(HttpContext, new JsonObject { ["cards"] = cards });
    }

    private static async Task<JsonArray> DecideAsync(BundleDecision bundle, HookService service, HookRequest request, HookData data, FhirReading reading)
    {
        var decision = await bundle.DecideAsync(reading);
        // Half of a decision could be the wrong half.
        if (decision.Status == DecisionStatus.Failed) throw new ProblemException(ProblemKind.DecisionFailed, $"a rule of `{service.Id}` failed, so there are no cards: {FirstFault(decision)}");
        var answer = new HookAnswer(service, decision, reading, data, request.PatientId, request.DraftOrders);
        return HookCards.Of(answer with { Concern = PatientRelevance.Of(answer, bundle.Relevance(reading)) });
    }

    private static string FirstFault(Decision decision) => decision.Rules.FirstOrDefault(r => r.Error is not null) is { Error: { } fault } rule ? $"`{rule.Name}`, {fault.Code}" : "an intermediate value";

    private T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
