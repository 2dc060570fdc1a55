using System.Globalization;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Releases;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Microsoft.Net.Http.Headers;

namespace BoneMets.Rules.Server.Cohorts;

/// <summary>
/// Routes about cohort runs. A run is patient data: who created it sees it, and reviewers and administrators see all of them, as they see recorded
/// decisions. To everybody else it is not there.
/// </summary>
public abstract class CohortController : StoreController
{
    private protected bool SeesAll => Actor.KeyOf(User) is null && (User.IsInRole(Roles.Reviewer) || User.IsInRole(Roles.Administrator));

    private protected async Task<Cohort> FindAsync(string id)
    {
        Response.Headers.CacheControl = "no-store";
        return await Store.Cohorts.FindAsync(id, Cancellation) is { } run && (SeesAll || run.CreatedBy == Me)
            ? run
            : throw new ProblemException(ProblemKind.NotInStore, "there is no such cohort run, or not any more; `GET /api/v1/cohorts` lists those that there are");
    }

    /// <summary>The library of the run's release; give the lease back.</summary>
    private protected async Task<(LibrarySnapshot.Lease Lease, LibraryWorkflow Workflow)> WorkflowAsync(int release, string workflow)
    {
        var lease = await Service<ReleaseEngines>().RequireAsync(release, Cancellation);
        if (lease.Library.TryGet(workflow, out var found)) return (lease, found);
        var refusal = UnknownWorkflow.Of(workflow, lease.Library);
        lease.Dispose();
        throw refusal;
    }

    /// <summary>Whoever changes or starts a run says which version of it was looked at.</summary>
    private protected int Version()
    {
        if (Request.GetTypedHeaders().IfMatch is [var tag] && !tag.IsWeak && !tag.Equals(EntityTagHeaderValue.Any) && int.TryParse(tag.Tag.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)) return version;
        throw new ProblemException(ProblemKind.ETagNeeded, "send `If-Match` with the ETag of the run as it was read");
    }

    private protected async Task<CohortAnswer> AnswerAsync(Cohort run)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ETag = $"\"{run.Version.ToString(CultureInfo.InvariantCulture)}\"";
        var progress = run.StartedAt is null ? null : await Store.CohortResults.ProgressAsync(run.Id, Cancellation);
        return CohortAnswers.Of(run, progress, await Service<ReleaseEngines>().RefusalAsync(run.Release, run.Workflow, Cancellation), Service<TimeProvider>().GetUtcNow());
    }
}
