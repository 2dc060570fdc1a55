using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.CdsHooks.Feedback;

/// <summary>What clinicians made of cards, as their system reports it.</summary>
[Route(HookRoutes.Root), ApiExplorerSettings(IgnoreApi = true), EnableCors(HookRoutes.Cors), Authorize(Policies.AnswerHooks)]
public sealed class CardFeedbackController : StoreController
{
    private const int MostBytes = 1024 * 1024;
    private const string Nobody = "anyone on this machine";

    /// <param name="id">The service that gave the cards.</param>
    [HttpPost("{id}/feedback"), TakesOnlyJson, RequestSizeLimit(RequestBody.MostDrained)]
    public async Task Report(string id)
    {
        if (!Actor.MayExecute(User, id)) throw new ProblemException(ProblemKind.KeyScope, "this client is bound to other workflows");
        using var body = await StandardJson.ReadAsync(HttpContext, MostBytes, BodyTypes.Json);
        using (var live = Service<LibraryHost>().Require()) HookRoutes.Find(live.Library, id);
        var reader = new FeedbackReader(id, User.Identity is { IsAuthenticated: true } ? Me : Nobody, Service<ServerOptions>().CdsHooks.KeepsComments);
        var reports = reader.Read(body.RootElement);
        if (reader.Errors.Count > 0) throw new ProblemException(ProblemKind.MalformedBody, ExecutionAnswer.DetailOf(reader.Errors), reader.Errors);
        var store = Store;
        var subjects = await Service<FeedbackSubjects>().FindAsync(id, [.. reports.Select(r => r.Card)], Cancellation);
        await store.Feedback.AddAsync([.. reports.Select((report, i) => report with { Subject = subjects[i] })], Cancellation);
        Response.Headers.CacheControl = "no-store";
        await StandardJson.AnswerAsync(HttpContext, new JsonObject());
    }
}
