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
        using var span = StartSpan(Activity.Current);
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

    /// <summary>
    /// The framework makes a span of its own for each request, which names the path and is sent to nobody. Ours steps into its place: a child
    /// of the caller's span when there is one, and then sent when the caller's is.
    /// </summary>
    private static Activity? StartSpan(Activity? around)
    {
        if (!ServerMeter.Activities.HasListeners()) return null;
        var caller = around is not null && around.ParentSpanId != default ? new ActivityContext(around.TraceId, around.ParentSpanId, around.ActivityTraceFlags, around.TraceStateString, isRemote: true) : default;
        Activity.Current = null; // what is current would be the parent
        var span = ServerMeter.Activities.StartActivity("request", ActivityKind.Server, caller);
        if (span is null) Activity.Current = around;
        return span;
    }

    public static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "none";

    private static string MethodOf(HttpRequest request) => request.Method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "OPTIONS" ? request.Method : "other";
}
