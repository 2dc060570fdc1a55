using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Changes;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Releases;

/// <summary>The kill switch: takes a workflow or a rule out of use on every server, whatever the release, until it is lifted.</summary>
[Route("api/v1/retirements"), Tags("Releases")]
public sealed class RetirementsController : StoreController
{
    [HttpGet, Authorize(Policies.Read)]
    [EndpointName("listRetirements"), EndpointSummary("What is out of use, and why")]
    public async Task<IReadOnlyList<RetirementAnswer>> List() => [.. (await Store.Retirements.ListAsync(Cancellation)).Select(RetirementAnswer.Of)];

    [HttpPost, Authorize(Policies.Administer)]
    [EndpointName("retire"), EndpointSummary("Takes a workflow or a rule out of use at once")]
    public async Task<RetirementAnswer> Retire(Retire request)
    {
        if (!request.EvenIfUnknown) RequireKnown(request);
        var retired = await Store.Retirements.RetireAsync(Me, request.Workflow, request.Rule, request.Reason, Cancellation);
        await Service<LibraryHost>().ComesToBeAsync(now => now.Retired.Any(r => r.Id == retired.Id), Cancellation);
        return RetirementAnswer.Of(retired);
    }

    [HttpPost("{id:long}/lift"), Authorize(Policies.Administer)]
    [EndpointName("liftRetirement"), EndpointSummary("Brings it back into use")]
    public async Task Lift(long id, Reason request)
    {
        await Store.Retirements.LiftAsync(Me, id, request.Text, Cancellation);
        await Service<LibraryHost>().ComesToBeAsync(now => now.Retired.All(r => r.Id != id), Cancellation);
    }

    /// <summary>A misspelled name would retire nothing while everybody thinks that it did.</summary>
    private void RequireKnown(Retire request)
    {
        if (Service<LibraryHost>().State.Serving is not { Library: var library }) return;
        if (!library.TryGet(request.Workflow, out var workflow))
            throw new ProblemException(ProblemKind.InvalidAction, With($"there is no workflow `{request.Workflow}`", Suggestion.DidYouMean(request.Workflow, library.Workflows.Select(w => w.Name))));
        if (request.Rule is { } rule && workflow.Model.AllRules().All(r => r.Name != rule))
            throw new ProblemException(ProblemKind.InvalidAction, With($"workflow `{request.Workflow}` has no rule `{rule}`", Suggestion.DidYouMean(rule, workflow.Model.AllRules().Select(r => r.Name))));
    }

    private static string With(string message, string? hint) => $"{message}{(hint is null ? "" : $"; {hint}")}; with `evenIfUnknown` it is taken out of use in older releases";
}
