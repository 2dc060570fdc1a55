using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Storing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Verification;

/// <summary>Does what is live hold up?</summary>
[Route("api/v1/verification"), Tags("Verification"), Authorize(Policies.SeeDrafts), RequestTimeout(RequestLimits.Long)]
public sealed class VerificationController : StoreController
{
    /// <param name="workflow">Only this one.</param>
    [HttpGet]
    [EndpointName("verifyLive"), EndpointSummary("What the analysis finds in the newest release, each finding with a patient who shows it, and what its golden cases cover")]
    public Task<VerificationAnswer> Verify(string? workflow = null) => Service<VerifiedContent>().VerifyAsync(null, workflow, Cancellation);

    [HttpGet("coverage")]
    [EndpointName("coverLive"), EndpointSummary("What the golden cases show of a workflow of the newest release, verdict by verdict, row by row, condition by condition")]
    public Task<CoverageAnswer> Coverage(string workflow) => Service<VerifiedContent>().CoverAsync(null, workflow, Cancellation);

    [HttpGet("mutation")]
    [EndpointName("mutateLive"), EndpointSummary("Which small mistakes in a workflow of the newest release no golden case would notice, each with a case that would")]
    public Task<MutationAnswer> Mutation(string workflow) => Service<VerifiedContent>().MutateAsync(null, workflow, Cancellation);
}

/// <summary>Does what a change holds hold up?</summary>
[Route("api/v1/changes/{id:long}/verification"), Tags("Verification"), Authorize(Policies.SeeDrafts), RequestTimeout(RequestLimits.Long)]
public sealed class ChangeVerificationController : StoreController
{
    /// <param name="workflow">Only this one.</param>
    [HttpGet]
    [EndpointName("verifyChange"), EndpointSummary("What the analysis finds in a change, each finding with a patient who shows it, and what its golden cases cover")]
    public Task<VerificationAnswer> Verify(long id, string? workflow = null) => Service<VerifiedContent>().VerifyAsync(id, workflow, Cancellation);

    [HttpGet("coverage")]
    [EndpointName("coverChange"), EndpointSummary("What the golden cases show of a workflow of a change, verdict by verdict, row by row, condition by condition")]
    public Task<CoverageAnswer> Coverage(long id, string workflow) => Service<VerifiedContent>().CoverAsync(id, workflow, Cancellation);

    [HttpGet("mutation")]
    [EndpointName("mutateChange"), EndpointSummary("Which small mistakes in a workflow of a change no golden case would notice, each with a case that would")]
    public Task<MutationAnswer> Mutation(long id, string workflow) => Service<VerifiedContent>().MutateAsync(id, workflow, Cancellation);

    [HttpGet("proofs")]
    [EndpointName("proveChange"), EndpointSummary("Rule by rule whether a change decides the same as its base for all patients, or a patient for whom it does not")]
    public Task<ProofsAnswer> Proofs(long id) => Service<ChangeProofs>().OfAsync(id, Cancellation);
}
