using System.Diagnostics;
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
using BoneMets.Rules.Server.Recording;
using BoneMets.Rules.Server.Telemetry;
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
        using var live = host.Acquire();
        if (live is null)
        {
            await NoLibrary.AnswerAsync(HttpContext, host.State);
            return;
        }
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
        using var live = host.Acquire();
        if (live is null)
        {
            await NoLibrary.AnswerAsync(HttpContext, host.State);
            return;
        }
        var started = Stopwatch.GetTimestamp();
        var service = HookRoutes.Find(live.Library, id);
        if (RetiredContent.Refusal(live.Library, live.Library[id], host.State.Retired) is { } retired) throw retired;
        var request = HookRequestReader.Read(body.RootElement, service.Hooks, id, out var errors) ?? throw new ProblemException(ProblemKind.MalformedBody, ExecutionAnswer.DetailOf(errors), errors);
        var data = await HookData.GatherAsync(service, request, Service<HookClients>().ServersFor(User), Service<OutboundClient>(), HttpContext.RequestAborted);
        var cards = data.IsOfDeceased
            ? DeceasedCard.Of(service, live.Release?.Number, live.Release is { } release ? EnumWord.Of(release.Status) : "unreviewed")
            : await DecideAsync(live, service, request, data, started);
        Response.Headers.CacheControl = "no-store";
        await StandardJson.AnswerAsync(HttpContext, new JsonObject { ["cards"] = cards });
    }

    private async Task<JsonArray> DecideAsync(LibrarySnapshot.Lease live, HookService service, HookRequest request, HookData data, long started)
    {
        var asOf = live.Engine.Today;
        var reading = FhirFacts.Read([.. service.Workflow.Inputs.Select(i => (i.Name, i.Schema))], data.Bundle(request.DraftOrders), asOf, $"Patient/{request.PatientId}", "/prefetch");
        if (reading.Errors.Count > 0) throw new ProblemException(ProblemKind.WrongBundle, ExecutionAnswer.DetailOf(reading.Errors), reading.Errors);
        var outcome = live.Engine.Decide(service.Id, reading.Facts.Span, asOf, Explain.Rules, "/prefetch");
        if (outcome.Decision is not { } decision) throw new InvalidOperationException($"the mappings of {service.Id} gave facts that its schema refuses: {string.Join(", ", outcome.Errors.Select(e => e.Code.Id))}");
        if (Actor.RecordsDecisions(User)) await Service<DecisionRecorder>().RecordAsync(decision, Explain.Rules, reading.Facts, reading, Actor.KeyOf(User)!, HttpContext.RequestAborted);
        Service<ServerMeter>().Decided(decision.Workflow, decision.Status, Stopwatch.GetElapsedTime(started));
        // Half of a decision could be the wrong half.
        if (decision.Status == DecisionStatus.Failed) throw new ProblemException(ProblemKind.DecisionFailed, $"a rule of `{service.Id}` failed, so there are no cards: {FirstFault(decision)}");
        return HookCards.Of(new HookAnswer(service, decision, reading, data, request.PatientId, request.DraftOrders));
    }

    private static string FirstFault(Decision decision) => decision.Rules.FirstOrDefault(r => r.Error is not null) is { Error: { } fault } rule ? $"`{rule.Name}`, {fault.Code}" : "an intermediate value";

    private T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
