using System.Text.Json.Nodes;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Fhir.Applying;
using BoneMets.Rules.Server.Fhir.Resources;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Fhir;

/// <summary><c>PlanDefinition/[id]/$apply</c>: a decision as a CarePlan. It is an answer and no record: nothing of it is kept here.</summary>
[ApiController, Route(FhirRoutes.Root), ApiExplorerSettings(IgnoreApi = true), SpeaksFhir, Authorize(Policies.Execute)]
public sealed class ApplyController : ControllerBase
{
    [HttpPost("PlanDefinition/{id}/$apply"), ChangesNothing, RequestSizeLimit(RequestBody.MostDrained)]
    public async Task Apply(string id)
    {
        using var body = await StandardJson.ReadAsync(HttpContext, RequestBody.MostWithBundle, FhirRoutes.MediaType, BodyTypes.Json);
        var host = Service<LibraryHost>();
        using var live = host.Require();
        var content = new FhirContent(live.Library, live.Release, live.LoadedAt, host.State.Retired, FhirAddress.Of(HttpContext));
        var workflow = content.Find(FhirContent.Plans, id);
        if (!Actor.MayExecute(User, workflow.Name)) throw new ProblemException(ProblemKind.KeyScope, "this key is bound to other workflows");
        RetiredContent.Refuse(live.Library, workflow, content.Retired);
        if (workflow.Bound is not { } bound) throw new ProblemException(ProblemKind.NotMapped, $"`{workflow.Name}` declares no inputs, so that nothing in a FHIR record says its facts");
        var request = ParametersReader.ReadApply(body.RootElement);
        var plan = new BundleDecision(HttpContext, live, bound, request.BundleAt);
        var reading = LivingPatient.Require(plan.Read(request.Bundle, request.Subject));
        RequireRecord(reading);
        var decision = await plan.DecideAsync(reading);
        await AnswerAsync(new Application(content, workflow, bound, request, reading, decision, HttpContext.TraceIdentifier));
    }

    private Task AnswerAsync(Application application)
    {
        Response.Headers.CacheControl = "no-store";
        if (application.Decision.Status != DecisionStatus.Failed) return StandardJson.AnswerAsync(HttpContext, AppliedPlan.Of(application), FhirRoutes.ContentType);
        // Half of a decision could be the wrong half.
        Response.StatusCode = StatusCodes.Status500InternalServerError;
        return StandardJson.AnswerAsync(HttpContext, FailedApplication.Of(application), FhirRoutes.ContentType);
    }

    private static void RequireRecord(FhirReading reading)
    {
        if (reading.Subject != FhirSubject.Recorded) throw new ProblemException(ProblemKind.UnknownPatient, "the Bundle has no Patient resource of `subject`: whose data these are, and whether they live, is not known");
    }

    private T Service<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
