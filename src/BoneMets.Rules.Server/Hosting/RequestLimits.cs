using System.Threading.RateLimiting;
using BoneMets.Rules.Server.CdsHooks;
using BoneMets.Rules.Server.Problems;
using Microsoft.AspNetCore.Http.Timeouts;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>How much of the machine strangers can take: connections, requests at once, time. What is beyond gets a clear answer.</summary>
internal static class RequestLimits
{
    public const int Connections = 4_096;

    /// <summary>The policy of requests that replay everything.</summary>
    public const string Long = "long";

    private const int BatchesWaiting = 4, SessionsAtOnce = 8, SessionsWaiting = 64, LongAtOnce = 2, LongWaiting = 16;
    private static readonly int BatchesAtOnce = Math.Max(2, Environment.ProcessorCount / 2);
    private static readonly TimeSpan LongTimeout = TimeSpan.FromMinutes(5);
    private const string RetryAfterSeconds = "1", HookRetryAfterSeconds = "2";

    public static void AddRequestLimits(this IServiceCollection services, ServerOptions options)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.Request.Path switch
                {
                    var path when path.StartsWithSegments("/health", StringComparison.Ordinal) => RateLimitPartition.GetNoLimiter("health"),
                    // What waits for its turn must not hold the places of those that could decide meanwhile.
                    var path when path.StartsWithSegments("/api/v1/session", StringComparison.Ordinal) => Partition("session", SessionsAtOnce, SessionsWaiting),
                    // They may wait for somebody's FHIR server.
                    _ when HookRoutes.Are(context) => Partition("hooks", options.HooksAtOnce, options.HooksAtOnce),
                    _ when context.GetEndpoint()?.Metadata.GetMetadata<RequestTimeoutAttribute>() is { PolicyName: Long } => Partition("long", LongAtOnce, LongWaiting),
                    _ when context.GetEndpoint()?.Metadata.GetMetadata<BatchAttribute>() is not null => Partition("batch", BatchesAtOnce, BatchesWaiting),
                    _ => Partition("requests", options.Concurrent, options.Waiting),
                });
            limiter.OnRejected = (rejected, _) =>
            {
                var isHook = HookRoutes.Are(rejected.HttpContext);
                rejected.HttpContext.Response.Headers.RetryAfter = isHook ? HookRetryAfterSeconds : RetryAfterSeconds;
                return new ValueTask(ProblemWriter.WriteAsync(rejected.HttpContext, isHook ? ProblemKind.HooksBusy : ProblemKind.TooManyRequests, "the server is busy; send the request again"));
            };
        });
        services.AddRequestTimeouts(timeouts =>
        {
            timeouts.DefaultPolicy = Timeout(options.RequestTimeout);
            timeouts.AddPolicy(Long, Timeout(LongTimeout));
        });
    }

    private static RateLimitPartition<string> Partition(string name, int atOnce, int waiting) => RateLimitPartition.GetConcurrencyLimiter(name, _ => new ConcurrencyLimiterOptions
    {
        PermitLimit = atOnce,
        QueueLimit = waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private static RequestTimeoutPolicy Timeout(TimeSpan time) => new()
    {
        Timeout = time,
        TimeoutStatusCode = ProblemKind.Timeout.Status,
        WriteTimeoutResponse = context => ProblemWriter.WriteAsync(context, ProblemKind.Timeout, "the request took too long and was given up"),
    };
}

/// <summary>A route that streams for as long as its sender does: it watches its time itself.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BatchAttribute : Attribute;
