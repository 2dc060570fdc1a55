using System.Diagnostics;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Recording;
using BoneMets.Rules.Server.Releases;
using BoneMets.Rules.Server.Telemetry;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace BoneMets.Rules.Server.Execution;

/// <summary>Decides for one patient.</summary>
[ApiController, Route("api/v1/workflows"), Tags("Execution")]
public sealed class ExecuteController : ControllerBase
{
    /// <param name="name">A workflow's name, compared with case.</param>
    [HttpPost("{name}/execute"), Authorize(Policies.Execute), ChangesNothing, RequestSizeLimit(RequestBody.MostDrained)]
    [EndpointName("execute"), EndpointSummary("Decides for one patient")]
    public async Task Execute(string name)
    {
        var services = HttpContext.RequestServices;
        if (!Actor.MayExecute(User, name)) throw new ProblemException(ProblemKind.KeyScope, "this key is bound to other workflows");
        if (!IsJson(Request.ContentType)) throw new ProblemException(ProblemKind.WrongContentType, "the body takes `application/json` in UTF-8");
        using var body = await RequestBody.ReadAsync(Request, RequestBody.Most, HttpContext.RequestAborted)
            ?? throw new ProblemException(ProblemKind.BodyTooLarge, $"the body has more than {RequestBody.Most} bytes");
        var host = services.GetRequiredService<LibraryHost>();
        using var live = host.Acquire();
        if (live is null)
        {
            await NoLibrary.AnswerAsync(HttpContext, host.State);
            return;
        }
        var started = Stopwatch.GetTimestamp();
        var answer = Decide(live, host.State, name, body);
        if (answer.OtherRelease is { } number)
        {
            using var other = await AcquireAsync(number);
            answer = Decide(other, host.State, name, body);
        }
        if (answer.Decision is not { } decision)
        {
            await ProblemWriter.WriteAsync(HttpContext, answer.Problem, answer.Detail, answer.Errors);
            return;
        }
        if (Actor.RecordsDecisions(User)) await services.GetRequiredService<DecisionRecorder>().RecordAsync(decision, answer.Request, body, Actor.KeyOf(User)!, HttpContext.RequestAborted);
        Response.Headers.CacheControl = "no-store";
        DecisionBody.Write(Response, decision, answer.Explain);
        services.GetRequiredService<ServerMeter>().Decided(decision.Workflow, decision.Status, Stopwatch.GetElapsedTime(started));
        await Response.BodyWriter.FlushAsync(HttpContext.RequestAborted);
    }

    private static ExecutionAnswer Decide(LibrarySnapshot.Lease lease, LibraryState state, string name, RequestBody body)
    {
        if (!lease.Library.TryGet(name, out var workflow))
        {
            // An older release may have it.
            return ExecutionAnswer.Other(lease, ExecuteRequest.Read(body.Json, null, null, lease.Release is not null)) ?? throw UnknownWorkflow.Of(name, lease.Library);
        }
        var answer = ExecutionAnswer.Of(lease, workflow, body.Json);
        if (answer.OtherRelease is null && RetiredContent.Blocking(lease.Library, workflow, state.Retired) is { Count: > 0 } retired) throw RetiredContent.Refusal(name, retired);
        return answer;
    }

    private async Task<LibrarySnapshot.Lease> AcquireAsync(int number)
    {
        try
        {
            return await HttpContext.RequestServices.GetRequiredService<ReleaseEngines>().AcquireAsync(number, HttpContext.RequestAborted)
                ?? throw new ProblemException(ProblemKind.ReleaseBroken, $"release {number} has errors for this version of the engine");
        }
        catch (StoreRefusedException e) when (e.Kind == RefusalKind.NotFound)
        {
            throw new ProblemException(ProblemKind.UnknownRelease, $"there is no release {number}");
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
