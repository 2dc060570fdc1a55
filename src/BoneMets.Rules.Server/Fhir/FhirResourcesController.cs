using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.CdsHooks;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Fhir.Resources;
using BoneMets.Rules.Server.Fhir.Searching;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Fhir;

/// <summary>What is served, for whoever looks at it as FHIR R4 (<c>docs/fhir-operations.md</c>). Read-only: content changes by releases.</summary>
[ApiController, Route(FhirRoutes.Root), ApiExplorerSettings(IgnoreApi = true), SpeaksFhir, Authorize(Policies.Execute)]
public sealed class FhirResourcesController : ControllerBase
{
    [HttpGet("metadata")]
    public Task Metadata() => AnswerAsync(Capability.Of);

    [HttpGet("PlanDefinition")]
    public Task SearchPlans() => SearchAsync(FhirContent.Plans, PlanDefinitions.Of);

    [HttpGet("PlanDefinition/{id}")]
    public Task ReadPlan(string id) => ReadAsync(FhirContent.Plans, id, PlanDefinitions.Of);

    [HttpGet("Library")]
    public Task SearchLibraries() => SearchAsync(FhirContent.Data, DataLibraries.Of);

    [HttpGet("Library/{id}")]
    public Task ReadLibrary(string id) => ReadAsync(FhirContent.Data, id, DataLibraries.Of);

    /// <summary>The same as the Library that the PlanDefinition names.</summary>
    [HttpGet("PlanDefinition/{id}/$data-requirements")]
    public Task DataRequirements(string id) => ReadAsync(FhirContent.Plans, id, DataLibraries.Of);

    /// <inheritdoc cref="DataRequirements(string)"/>
    [HttpPost("PlanDefinition/{id}/$data-requirements"), ChangesNothing]
    public async Task AskForDataRequirements(string id)
    {
        if (Request.ContentLength is not 0)
        {
            using var body = await StandardJson.ReadAsync(HttpContext, RequestBody.MostOfMessage, FhirRoutes.MediaType, BodyTypes.Json);
            Applying.ParametersReader.RequireNone(body.RootElement);
        }
        await ReadAsync(FhirContent.Plans, id, DataLibraries.Of);
    }

    private Task SearchAsync(string type, Func<FhirContent, LibraryWorkflow, JsonObject> write)
    {
        var search = FhirSearch.Of(Request);
        return AnswerAsync(content => SearchSet.Of(search, $"{content.Base}/{type}", content.Library.Workflows
            .Where(w => Actor.MayExecute(User, w.Name)).OrderBy(w => w.Name, StringComparer.Ordinal).Select(w => write(content, w))));
    }

    private Task ReadAsync(string type, string id, Func<FhirContent, LibraryWorkflow, JsonObject> write) => AnswerAsync(content =>
    {
        var workflow = content.Find(type, id);
        if (!Actor.MayExecute(User, workflow.Name)) throw new ProblemException(ProblemKind.KeyScope, "this key is bound to other workflows");
        return write(content, workflow);
    });

    private Task AnswerAsync(Func<FhirContent, JsonObject> write)
    {
        var state = HttpContext.RequestServices.GetRequiredService<LibraryHost>().State;
        if (state.Serving is not { } serving) throw NoLibrary.Of(state);
        var content = new FhirContent(serving.Library, serving.Release, serving.LoadedAt, state.Retired, FhirAddress.Of(HttpContext));
        return new JsonPage(StandardJson.ToUtf8(write(content)), FhirRoutes.ContentType).AnswerAsync(HttpContext);
    }
}
