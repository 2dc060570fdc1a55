using BoneMets.Rules.Contrasts;
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
    [ProducesResponseType<QuestionsAnswer>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Questions(string name, AskQuestions request)
    {
        using var lease = await AcquireAsync(name, request.Release);
        return lease is null ? new EmptyResult() : Answer(ContrastAnswers.Questions(lease.Engine, lease.Library[name], lease.Release?.Number, request, Cancellation));
    }

    /// <param name="name">A workflow's name, compared with case.</param>
    [HttpPost("{name}/contrast"), ChangesNothing, BodyLimit(RequestBody.MostWithBundle)]
    [EndpointName("contrastRule"), EndpointSummary("Why a rule has its verdict, and the nearest other facts with which it would have the other one")]
    [ProducesResponseType<ContrastAnswer>(StatusCodes.Status200OK, "application/json")]
    public async Task<IActionResult> Contrast(string name, AskContrast request)
    {
        using var lease = await AcquireAsync(name, request.Release);
        return lease is null ? new EmptyResult() : Answer(ContrastAnswers.Contrast(lease.Engine, lease.Library[name], lease.Release?.Number, request, Cancellation));
    }

    /// <summary>A library that has the workflow and may decide with it; null when the answer was given already.</summary>
    private async Task<LibrarySnapshot.Lease?> AcquireAsync(string name, int? release)
    {
        if (!Actor.MayExecute(User, name)) throw new ProblemException(ProblemKind.KeyScope, "this key is bound to other workflows");
        var host = Services.GetRequiredService<LibraryHost>();
        var lease = host.Acquire();
        if (lease is not null && release is { } number && lease.Release?.Number != number)
        {
            var isFolder = lease.Release is null;
            lease.Dispose();
            if (isFolder) throw new ProblemException(ProblemKind.MalformedBody, ExecuteOptions.NoReleases.Message, [ExecuteOptions.NoReleases]);
            lease = await Services.GetRequiredService<ReleaseEngines>().RequireAsync(number, Cancellation);
        }
        if (lease is null)
        {
            await NoLibrary.AnswerAsync(HttpContext, host.State);
            return null;
        }
        var problem = !lease.Library.TryGet(name, out var workflow) ? UnknownWorkflow.Of(name, lease.Library) : RetiredContent.Refusal(lease.Library, workflow, host.State.Retired);
        if (problem is null) return lease;
        lease.Dispose();
        throw problem;
    }

    private OkObjectResult Answer<T>(T answer)
    {
        Response.Headers.CacheControl = "no-store";
        return Ok(answer);
    }
}
