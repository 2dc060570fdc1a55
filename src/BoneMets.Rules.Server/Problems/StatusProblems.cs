namespace BoneMets.Rules.Server.Problems;

/// <summary>Gives a body to refusals of the framework that have none (405, a host that is not ours).</summary>
internal sealed class StatusProblems(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        var response = context.Response;
        if (response.StatusCode < StatusCodes.Status400BadRequest || response.HasStarted || response.ContentLength is not null || response.ContentType is not null) return;
        await ProblemWriter.WriteAsync(context, ProblemKind.ForStatus(response.StatusCode), null);
    }
}
