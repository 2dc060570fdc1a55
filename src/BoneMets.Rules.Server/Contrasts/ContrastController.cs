using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Releases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Contrasts;

/// <summary>What to ask next, and what would change a rule. Nothing is recorded and nothing is kept.</summary>
[ApiController, Route("api/v1/workflows"), Tags("Execution"), Authorize(Policies.Execute), RequestSizeLimit(RequestBody.MostDrained), RequestTimeout(RequestLimits.Long)]
public sealed class ContrastController : ControllerBase
{
    private IServiceProvider Services => HttpContext.RequestServices;

    private CancellationToken Cancellation => HttpContext.RequestAborted;

    /// <param name="name">A workflow's name, compared with case.</param>
    [HttpPost("{name}/questions"), ChangesNothing, BodyLimit(RequestBody.MostWithBundle)]
    [EndpointName("askQuestions"), EndpointSummary("The missing facts of a decision, in the order of what knowing them would decide")]
    public Task<QuestionsAnswer> Questions(string name, AskQuestions request) =>
        AskAsync(name, request.Release, lease => ContrastAnswers.Questions(lease.Engine, lease.Library[name], lease.Release?.Number, request, Cancellation));

    /// <param name="name">A workflow's name, compared with case.</param>
    [HttpPost("{name}/contrast"), ChangesNothing, BodyLimit(RequestBody.MostWithBundle)]
    [EndpointName("contrastRule"), EndpointSummary("Why a rule has its verdict, and the nearest other facts with which it would have the other one")]
    public Task<ContrastAnswer> Contrast(string name, AskContrast request) =>
        AskAsync(name, request.Release, lease => ContrastAnswers.Contrast(lease.Engine, lease.Library[name], lease.Release?.Number, request, Cancellation));

    private async Task<T> AskAsync<T>(string name, int? release, Func<LibrarySnapshot.Lease, T> ask)
    {
        if (!Actor.MayExecute(User, name)) throw new ProblemException(ProblemKind.KeyScope, "this key is bound to other workflows");
        var host = Services.GetRequiredService<LibraryHost>();
        using var live = host.Require();
        using var other = release is { } number && number != live.Release?.Number ? await RequireAsync(live, number) : null;
        var lease = other ?? live;
        if (!lease.Library.TryGet(name, out var workflow)) throw UnknownWorkflow.Of(name, lease.Library);
        RetiredContent.Refuse(lease.Library, workflow, host.State.Retired);
        Response.Headers.CacheControl = "no-store";
        return ask(lease);
    }

    private Task<LibrarySnapshot.Lease> RequireAsync(LibrarySnapshot.Lease live, int release) => live.Release is not null
        ? Services.GetRequiredService<ReleaseEngines>().RequireAsync(release, Cancellation)
        : throw new ProblemException(ProblemKind.MalformedBody, ExecuteOptions.NoReleases.Message, [ExecuteOptions.NoReleases]);
}
