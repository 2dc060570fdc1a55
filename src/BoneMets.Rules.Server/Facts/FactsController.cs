using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Facts;

/// <summary>The schemas of the facts that workflows take.</summary>
[ApiController, Authorize(Policies.Read), Route("api/v1/facts"), Tags("Library")]
public sealed class FactsController : ControllerBase
{
    /// <param name="schema">A fact schema's name, such as <c>patient</c>.</param>
    [AcceptVerbs("GET", "HEAD", Route = "{schema}")]
    [EndpointName("getFactSchema"), EndpointSummary("The JSON Schema (2020-12) of a fact object")]
    [ProducesResponseType<object>(StatusCodes.Status200OK, "application/json")]
    public Task Get(string schema)
    {
        var host = HttpContext.RequestServices.GetRequiredService<LibraryHost>();
        var state = host.State;
        if (state.Serving is not { } serving) throw NoLibrary.Of(state);
        if (state.Page($"facts/{schema}", host.Today, (_, _) => FactSchemaDocument.Page(serving.Library, schema)) is { } page) return page.AnswerAsync(HttpContext);
        var near = Suggestion.DidYouMean(schema, serving.Library.Schemas.Keys);
        return ProblemWriter.WriteAsync(HttpContext, ProblemKind.UnknownSchema, $"there is no fact schema `{schema}`" + (near is null ? "" : $"; {near}"));
    }
}
