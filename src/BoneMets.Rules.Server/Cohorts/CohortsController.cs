using System.Globalization;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Cohorts.Running;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Cohorts;

/// <summary>Cohort runs: one workflow of one release over as many patients as somebody has.</summary>
[Route("api/v1/cohorts"), Tags("Cohorts"), Authorize(Policies.RunCohorts)]
public sealed class CohortsController : CohortController
{
    [HttpGet]
    [EndpointName("listCohorts"), EndpointSummary("Cohort runs, the newest first: all for reviewers and administrators, their own for everybody else")]
    public async Task<IReadOnlyList<CohortSummary>> List()
    {
        Response.Headers.CacheControl = "no-store";
        return [.. (await Store.Cohorts.ListAsync(SeesAll ? null : Me, Cancellation)).Select(CohortAnswers.Of)];
    }

    [HttpPost]
    [EndpointName("createCohort"), EndpointSummary("A run of a workflow, which then takes its input")]
    public async Task<CohortAnswer> Create(CreateCohort request)
    {
        var asOf = ExecuteOptions.RequireAsOf(request.AsOf) ?? Service<LibraryHost>().Today;
        var explain = ExecuteOptions.RequireExplain(request.Explain) ?? Explain.None;
        var release = request.Release ?? Live();
        var (lease, workflow) = await WorkflowAsync(release, request.Workflow);
        using (lease) Require(lease, workflow);
        var made = new NewCohort(request.Name, workflow.Name, release, asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), EnumWord.Of(explain));
        return await AnswerAsync(await Store.Cohorts.CreateAsync(Me, made, Service<ServerOptions>().CohortLifetime, Cancellation));
    }

    /// <param name="id">The run.</param>
    [HttpGet("{id}")]
    [EndpointName("getCohort"), EndpointSummary("One run with its progress, and its ETag")]
    public async Task<CohortAnswer> Get(string id) => await AnswerAsync(await FindAsync(id));

    /// <summary><c>If-Match</c> has the ETag of the run as it was looked at: its input and its mapping are what is run.</summary>
    /// <param name="id">The run.</param>
    [HttpPost("{id}/start")]
    [EndpointName("startCohort"), EndpointSummary("Starts a run that has its input, and for CSV its mapping")]
    public async Task<CohortAnswer> Start(string id)
    {
        var version = Version();
        var run = await FindAsync(id);
        if (run.Input is { } input)
        {
            var (lease, workflow) = await WorkflowAsync(run.Release, run.Workflow);
            using (lease)
            {
                Require(lease, workflow);
                CohortFacts.Require(CohortFacts.MappingOf(run), input, workflow);
            }
        }
        var started = await Store.Cohorts.StartAsync(Me, id, version, Service<ServerOptions>().CohortLifetime, Cancellation);
        Service<CohortKeeper>().Nudge();
        return await AnswerAsync(started);
    }

    /// <param name="id">The run.</param>
    [HttpPost("{id}/cancel")]
    [EndpointName("cancelCohort"), EndpointSummary("Stops a run; what has a result keeps it, and it can be resumed")]
    public async Task<CohortAnswer> Cancel(string id)
    {
        await FindAsync(id);
        var cancelled = await Store.Cohorts.CancelAsync(Me, id, Cancellation);
        Service<CohortKeeper>().Nudge();
        return await AnswerAsync(cancelled);
    }

    /// <param name="id">The run.</param>
    [HttpPost("{id}/resume")]
    [EndpointName("resumeCohort"), EndpointSummary("Goes on with a run that was cancelled or has failed, where there is no result yet")]
    public async Task<CohortAnswer> Resume(string id)
    {
        var run = await FindAsync(id);
        var (lease, workflow) = await WorkflowAsync(run.Release, run.Workflow);
        using (lease) Require(lease, workflow);
        var resumed = await Store.Cohorts.ResumeAsync(Me, id, Service<ServerOptions>().CohortLifetime, Cancellation);
        Service<CohortKeeper>().Nudge();
        return await AnswerAsync(resumed);
    }

    /// <param name="id">The run.</param>
    [HttpDelete("{id}")]
    [EndpointName("deleteCohort"), EndpointSummary("Deletes a run that is not running, with its input and its results")]
    public async Task Delete(string id)
    {
        await FindAsync(id);
        await Store.Cohorts.DeleteAsync(Me, id, Cancellation);
    }

    private int Live()
    {
        using var live = Service<LibraryHost>().Require();
        return live.Release!.Number;
    }

    private void Require(LibrarySnapshot.Lease lease, LibraryWorkflow workflow)
    {
        if (!Actor.MayExecute(User, workflow.Name)) throw new ProblemException(ProblemKind.KeyScope, "this key is bound to other workflows");
        if (Actor.RecordsDecisions(User)) throw new ProblemException(ProblemKind.KeyScope, "this key records its decisions, and those of a cohort run have no number to be found by: use a key that does not record");
        RetiredContent.Refuse(lease.Library, workflow, Service<LibraryHost>().State.Retired);
    }
}
