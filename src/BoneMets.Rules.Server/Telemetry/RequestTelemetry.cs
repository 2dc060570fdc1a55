using System.Diagnostics;

namespace BoneMets.Rules.Server.Telemetry;

/// <summary>
/// One line, one count and one span per request. They name the route and not the path or the body: whatever somebody sent, patient facts
/// included, does not reach a log.
/// </summary>
internal sealed class RequestTelemetry(RequestDelegate next, ServerMeter meter, ILogger<RequestTelemetry> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        using var span = ServerMeter.Activities.StartActivity("request", ActivityKind.Server);
        try
        {
            await next(context);
        }
        finally
        {
            var (route, status, elapsed) = (RouteOf(context), context.Response.StatusCode, Stopwatch.GetElapsedTime(started));
            meter.Answered(route, status, elapsed);
            span?.SetTag("http.request.method", MethodOf(context.Request)).SetTag("http.route", route).SetTag("http.response.status_code", status);
            var level = status >= StatusCodes.Status500InternalServerError ? LogLevel.Warning : LogLevel.Debug;
            if (log.IsEnabled(level)) log.Log(level, "{Method} {Route} {Status} in {Milliseconds:0.0} ms ({RequestId})", MethodOf(context.Request), route, status, elapsed.TotalMilliseconds, context.TraceIdentifier);
        }
    }

    public static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";

    private static string MethodOf(HttpRequest request) => request.Method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "OPTIONS" ? request.Method : "other";
}
