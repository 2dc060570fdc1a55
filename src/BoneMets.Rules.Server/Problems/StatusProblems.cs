using BoneMets.Rules.Server.Execution;

namespace BoneMets.Rules.Server.Problems;

/// <summary>Gives a body to refusals of the framework that have none (405, a host that is not ours).</summary>
internal sealed class StatusProblems(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        if (response.StatusCode < StatusCodes.Status400BadRequest || response.HasStarted || response.ContentLength is not null || response.ContentType is not null) return;
        // The framework's own readers take nothing but JSON.
        var detail = response.StatusCode == StatusCodes.Status415UnsupportedMediaType ? $"the body takes `{BodyTypes.Json}` in UTF-8" : null;
        await ProblemWriter.WriteAsync(context, ProblemKind.ForStatus(response.StatusCode), detail);
    }
}
