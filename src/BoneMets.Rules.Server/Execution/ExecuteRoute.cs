using System.Diagnostics;
using System.Security.Claims;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Recording;
using BoneMets.Rules.Server.Releases;
using BoneMets.Rules.Server.Telemetry;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Execution;

/// <summary>
/// Decides for one patient. It is asked far more often than anything else and reads and writes its bytes itself, so it is a route of its own:
/// finding, filling and filtering a controller would cost as much as deciding.
/// </summary>
internal readonly struct ExecuteRoute(HttpContext context, ExecuteServices services)
{
    private CancellationToken Cancellation => context.RequestAborted;

    private HttpRequest Request => context.Request;

    private HttpResponse Response => context.Response;

    private ClaimsPrincipal User => context.User;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider.GetRequiredService<ExecuteServices>();
        routes.MapPost("api/v1/workflows/{name}/execute", (HttpContext context, string name) => new ExecuteRoute(context, services).ExecuteAsync(name))
            .WithMetadata(new ChangesNothingAttribute(), new RequestSizeLimitAttribute(RequestBody.MostDrained))
            .RequireAuthorization(Policies.Execute).WithName("execute").WithSummary("Decides for one patient").WithTags("Execution").RequirePolicies();
    }

    /// <param name="name">A workflow's name, compared with case.</param>
    private async Task ExecuteAsync(string name)
    {
        EncodedBodies.Refuse(Request);
        if (!Actor.MayExecute(User, name)) throw new ProblemException(ProblemKind.KeyScope, "this key is bound to other workflows");
        BodyTypes.Require(Request, BodyTypes.Json);
        using var body = await RequestBody.ReadAsync(Request, RequestBody.MostWithBundle, Cancellation)
            ?? throw new ProblemException(ProblemKind.BodyTooLarge, $"the body has more than {RequestBody.MostWithBundle} bytes");
        var started = Stopwatch.GetTimestamp();
        var repeats = services.Repeats;
        var key = repeats.KeyOf(Request, User, name, body.Bytes);
        var earlier = key is null ? null : await repeats.FindAsync(key, Cancellation);
        var onlyWritten = key is null && !Actor.RecordsDecisions(User);
        var answer = earlier is null ? await DecideAsync(name, body, onlyWritten) : await AgainAsync(name, body, earlier);
        Response.Headers.CacheControl = "no-store";
        if (answer.Written is { } written)
        {
            using (written) DecisionBody.Write(Response, written);
            await SentAsync(written.Workflow, written.Status, started);
            return;
        }
        if (answer.Decision is null)
        {
            await ProblemWriter.WriteAsync(context, answer.Problem, answer.Detail, answer.Errors);
            return;
        }
        if (key is not null && earlier is null && await repeats.KeepAsync(key, answer.Decision, answer.Explain, Cancellation) is { } faster) answer = await AgainAsync(name, body, faster);
        if (Actor.RecordsDecisions(User)) await services.Recorder.RecordAsync(answer, body, Actor.KeyOf(User)!, Cancellation);
        DecisionBody.Write(Response, answer.Decision!, answer.Explain, answer.Reading);
        await SentAsync(answer.Decision!.Workflow, answer.Decision.Status, started);
    }

    private async Task SentAsync(string workflow, DecisionStatus status, long started)
    {
        services.Meter.Decided(workflow, status, Stopwatch.GetElapsedTime(started));
        await Response.BodyWriter.FlushAsync(Cancellation);
    }

    private async Task<ExecutionAnswer> DecideAsync(string name, RequestBody body, bool onlyWritten)
    {
        var host = services.Host;
        using var live = host.Require();
        var answer = Decide(live, host.State, name, body, live.Engine.Today, onlyWritten);
        if (answer.OtherRelease is not { } number) return answer;
        using var other = await services.Releases.RequireAsync(number, Cancellation);
        return Decide(other, host.State, name, body, other.Engine.Today, onlyWritten);
    }

    /// <summary>What was taken out of use since is not given again.</summary>
    private async Task<ExecutionAnswer> AgainAsync(string name, RequestBody body, RepeatableRequest earlier)
    {
        using var lease = await services.Releases.RequireAsync(earlier.Release, Cancellation);
        var answer = Decide(lease, services.Host.State, name, body, RepeatedRequests.AsOf(earlier), onlyWritten: false);
        if (answer.Decision is not { } decision) return answer;
        Response.Headers[RepeatedRequests.RepeatedHeader] = "true";
        return answer with { Decision = RepeatedRequests.Stamped(earlier, decision, answer.Explain) };
    }

    private static ExecutionAnswer Decide(LibrarySnapshot.Lease lease, LibraryState state, string name, RequestBody body, DateOnly today, bool onlyWritten)
    {
        if (!lease.Library.TryGet(name, out var workflow))
        {
            // An older release may have it.
            return ExecutionAnswer.Other(lease, ExecuteRequest.Read(body.Json, null, null, lease.Release is not null)) ?? throw UnknownWorkflow.Of(name, lease.Library);
        }
        var answer = ExecutionAnswer.Of(lease, workflow, body.JsonMemory, today, onlyWritten);
        if (answer.OtherRelease is null) RetiredContent.Refuse(lease.Library, workflow, state.Retired);
        return answer;
    }
}
