using BoneMets.Rules.Server.Library;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Health;

/// <summary>For whoever starts and stops the process: is it alive, can it take requests.</summary>
[ApiController, AllowAnonymous, Route("health"), Tags("Health")]
public sealed class HealthController : ControllerBase
{
    [AcceptVerbs("GET", "HEAD", Route = "live")]
    [EndpointName("live"), EndpointSummary("The process answers")]
    [ProducesResponseType<HealthAnswer>(StatusCodes.Status200OK, "application/json")]
    public Task Live() => AnswerAsync(new HealthAnswer("alive", null, null));

    [AcceptVerbs("GET", "HEAD", Route = "ready")]
    [EndpointName("ready"), EndpointSummary("A valid library is loaded")]
    [ProducesResponseType<HealthAnswer>(StatusCodes.Status200OK, "application/json")]
    public Task Ready()
    {
        var state = HttpContext.RequestServices.GetRequiredService<LibraryHost>().State;
        return state.Serving is { } serving
            ? AnswerAsync(new HealthAnswer(state.IsStale ? "stale" : "ready", serving.Library.Hash, serving.Release?.Number))
            : throw NoLibrary.Of(state);
    }

    private Task AnswerAsync(HealthAnswer answer)
    {
        Response.Headers.CacheControl = "no-store";
        return Response.WriteAsJsonAsync(answer, HttpContext.RequestAborted);
    }
}

/// <summary><c>alive</c>, <c>ready</c>, or <c>stale</c> when the newest content holds errors and an older one serves, or when the store does not say what the newest is. A folder has no release.</summary>
public sealed record HealthAnswer(string Status, string? Hash, int? Release);
