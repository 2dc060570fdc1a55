using System.Diagnostics;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>
/// Every request has an id, in its answer, in a problem and in the log: the one that it came with, where that is well-formed (what is written
/// into a log must not be able to forge lines of it), else a new one.
/// </summary>
internal sealed class RequestIds(RequestDelegate next)
{
    public const string Header = "X-Request-Id";
    private const int Longest = 64;

    public Task InvokeAsync(HttpContext context)
    {
        context.TraceIdentifier = context.Request.Headers[Header] is [{ } given] && IsWellFormed(given) ? given : ActivityTraceId.CreateRandom().ToHexString();
        context.Response.OnStarting(Add, context); // last, so that whatever clears an answer does not clear it
        return next(context);
    }

    private static Task Add(object state)
    {
        var context = (HttpContext)state;
        context.Response.Headers[Header] = context.TraceIdentifier;
        return Task.CompletedTask;
    }

    private static bool IsWellFormed(string id) => id.Length is > 0 and <= Longest && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
