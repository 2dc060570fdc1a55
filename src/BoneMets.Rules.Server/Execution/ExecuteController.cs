using System.Diagnostics;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Telemetry;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace BoneMets.Rules.Server.Execution;

/// <summary>Decides for one patient.</summary>
[ApiController, Route("api/v1/workflows"), Tags("Execution")]
public sealed class ExecuteController : ControllerBase
{
    /// <param name="name">A workflow's name, compared with case.</param>
    [HttpPost("{name}/execute")]
    [EndpointName("execute"), EndpointSummary("Decides for one patient")]
    public async Task Execute(string name)
    {
        var services = HttpContext.RequestServices;
        var host = services.GetRequiredService<LibraryHost>();
        using var lease = host.Acquire();
        if (lease is null)
        {
            await NoLibrary.AnswerAsync(HttpContext, host.State);
            return;
        }
        if (!lease.Library.TryGet(name, out var workflow))
        {
            await WorkflowsController.UnknownWorkflow(HttpContext, name, lease.Library);
            return;
        }
        if (!IsJson(Request.ContentType))
        {
            await ProblemWriter.WriteAsync(HttpContext, ProblemKind.WrongContentType, "the body takes `application/json` in UTF-8");
            return;
        }
        using var body = await RequestBody.ReadAsync(Request, HttpContext.RequestAborted);
        if (body is null)
        {
            await ProblemWriter.WriteAsync(HttpContext, ProblemKind.BodyTooLarge, $"the body has more than {RequestBody.Most} bytes");
            return;
        }
        var started = Stopwatch.GetTimestamp();
        var answer = ExecutionAnswer.Of(lease.Engine, workflow, body.Bytes);
        if (answer.Decision is not { } decision)
        {
            await ProblemWriter.WriteAsync(HttpContext, answer.Problem, answer.Detail, answer.Errors);
            return;
        }
        Response.Headers.CacheControl = "no-store";
        DecisionBody.Write(Response, decision, answer.Explain);
        services.GetRequiredService<ServerMeter>().Decided(workflow.Name, decision.Status, Stopwatch.GetElapsedTime(started));
        await Response.BodyWriter.FlushAsync(HttpContext.RequestAborted);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (type.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
