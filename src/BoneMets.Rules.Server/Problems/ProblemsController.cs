using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Problems;

/// <summary>The pages that the <c>type</c> of a problem points to.</summary>
[ApiController, AllowAnonymous, Route("problems"), ApiExplorerSettings(IgnoreApi = true)]
public sealed class ProblemsController : ControllerBase
{
    [HttpGet("{slug}")]
    public Task Get(string slug)
    {
        var kind = ProblemKind.All.FirstOrDefault(k => k.Slug == slug);
        if (kind is null) return ProblemWriter.WriteAsync(HttpContext, ProblemKind.NotFound, $"there is no kind of problem `{slug}`");
        Response.ContentType = "text/plain; charset=utf-8";
        return Response.WriteAsync($"{kind.Status} {kind.Title}\n\n{kind.Description}\n", HttpContext.RequestAborted);
    }
}
