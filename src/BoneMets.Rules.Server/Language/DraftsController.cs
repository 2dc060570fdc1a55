using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Changes;
using BoneMets.Rules.Server.Contrasts;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Language;

/// <summary>What texts that are being written would do: decide for one patient, and for all golden cases. Nothing is stored.</summary>
[Route("api/v1/language"), Tags("Language"), Authorize(Policies.SeeDrafts), RequestSizeLimit(RequestBody.MostDrained)]
public sealed class DraftsController : StoreController
{
    [HttpPost("decide"), ChangesNothing]
    [EndpointName("decideDraft"), EndpointSummary("Decides for one patient with documents that are being written")]
    public async Task Decide(DecideDraft request)
    {
        var draft = await Service<DraftLibraries>().LoadAsync(request.Change, request.Documents, Cancellation);
        var workflow = draft.Deciding(request.Workflow);
        var (asOf, explain, wrong) = Options(request);
        if (wrong.Count > 0)
        {
            await ProblemWriter.WriteAsync(HttpContext, ProblemKind.MalformedBody, ExecutionAnswer.DetailOf(wrong), wrong);
            return;
        }
        var outcome = draft.Engine.Decide(workflow.Name, Encoding.UTF8.GetBytes(request.Facts.GetRawText()), asOf ?? draft.Engine.Today, explain, "/facts");
        if (outcome.Decision is not { } decision)
        {
            await ProblemWriter.WriteAsync(HttpContext, ProblemKind.WrongFacts, ExecutionAnswer.DetailOf(outcome.Errors), outcome.Errors);
            return;
        }
        Response.Headers.CacheControl = "no-store";
        DecisionBody.Write(Response, decision, explain);
        await Response.BodyWriter.FlushAsync(Cancellation);
    }

    [HttpPost("questions"), ChangesNothing, RequestTimeout(RequestLimits.Long)]
    [EndpointName("askDraftQuestions"), EndpointSummary("The missing facts of a decision with documents that are being written, in the order of what knowing them would decide")]
    public async Task<QuestionsAnswer> Questions(AskDraftQuestions request)
    {
        var draft = await Service<DraftLibraries>().LoadAsync(request.Change, request.Documents, Cancellation);
        return ContrastAnswers.Questions(draft.Engine, draft.Deciding(request.Workflow), null, new AskQuestions(request.Facts, AsOf: request.AsOf), Cancellation);
    }

    [HttpPost("contrast"), ChangesNothing, RequestTimeout(RequestLimits.Long)]
    [EndpointName("contrastDraftRule"), EndpointSummary("Why a rule of documents that are being written has its verdict, and the nearest other facts with which it would have the other one")]
    public async Task<ContrastAnswer> Contrast(ContrastDraft request)
    {
        var draft = await Service<DraftLibraries>().LoadAsync(request.Change, request.Documents, Cancellation);
        return ContrastAnswers.Contrast(draft.Engine, draft.Deciding(request.Workflow), null, new AskContrast(request.Rule, request.Facts, AsOf: request.AsOf), Cancellation);
    }

    [HttpPost("replay"), ChangesNothing]
    [EndpointName("replayDraft"), EndpointSummary("Replays golden cases with documents that are being written")]
    public async Task<DraftReplayAnswer> Replay(ReplayDraft request)
    {
        var draft = await Service<DraftLibraries>().LoadAsync(request.Change, request.Documents, Cancellation);
        foreach (var name in request.Workflows ?? []) draft.Workflow(name);
        return await Task.Run(() => Service<DraftReplays>().Replay(draft, request.Workflows, Cancellation), Cancellation);
    }

    private static (DateOnly? AsOf, Explain Explain, IReadOnlyList<Diagnostic> Wrong) Options(DecideDraft request)
    {
        var wrong = new List<Diagnostic>();
        var asOf = request.AsOf is null ? null : Read(ExecuteOptions.AsOf(request.AsOf, out var wrongDate), wrongDate);
        var explain = request.Explain is null ? Explain.Rules : Read(ExecuteOptions.Explain(request.Explain, out var wrongWord), wrongWord);
        return (asOf, explain, wrong);

        T Read<T>(T value, Diagnostic? found)
        {
            if (found is not null) wrong.Add(found);
            return value;
        }
    }
}
