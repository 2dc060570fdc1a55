using BoneMets.Rules.Server.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Library;

/// <summary>The workflows that are served.</summary>
[ApiController, Route("api/v1/workflows"), Tags("Library"), Authorize(Policies.Read)]
public sealed class WorkflowsController : ControllerBase
{
    [AcceptVerbs("GET", "HEAD")]
    [EndpointName("listWorkflows"), EndpointSummary("All workflows, and the state of the library")]
    [ProducesResponseType<LibraryAnswer>(StatusCodes.Status200OK, "application/json")]
    public Task List() => Answer(WorkflowPages.Library, "workflows", null);

    /// <param name="name">A workflow's name, compared with case.</param>
    [AcceptVerbs("GET", "HEAD", Route = "{name}")]
    [EndpointName("getWorkflow"), EndpointSummary("One workflow: as authored, and as understood")]
    [ProducesResponseType<WorkflowAnswer>(StatusCodes.Status200OK, "application/json")]
    public Task Get(string name) => Answer((state, today) => WorkflowPages.Workflow(state, today, name), $"workflows/{name}", name);

    private Task Answer(Func<LibraryState, DateOnly, JsonPage?> write, string page, string? name)
    {
        var host = HttpContext.RequestServices.GetRequiredService<LibraryHost>();
        var state = host.State;
        if (state.Serving is not { } serving) throw NoLibrary.Of(state);
        return state.Page(page, host.Today, write) is { } answer ? answer.AnswerAsync(HttpContext) : throw UnknownWorkflow.Of(name!, serving.Library);
    }
}
