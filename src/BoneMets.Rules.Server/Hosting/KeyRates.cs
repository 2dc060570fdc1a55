using System.Globalization;
using System.Threading.RateLimiting;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>How often each API key may ask, so that one application does not take the server from the others. Counted by each server for itself.</summary>
internal sealed class KeyRates
{
    private const int BurstSeconds = 2;
    private readonly RequestDelegate next;
    private readonly PartitionedRateLimiter<string> limiter;

    public KeyRates(RequestDelegate next, ServerOptions options, IHostApplicationLifetime lifetime)
    {
        this.next = next;
        limiter = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = BurstSeconds * options.KeyRate,
            TokensPerPeriod = options.KeyRate,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
        }));
        lifetime.ApplicationStopped.Register(limiter.Dispose);
    }

    public async Task InvokeAsync(HttpContext context)
    {
        if (Actor.KeyOf(context.User) is { } key)
        {
            using var lease = limiter.AttemptAcquire(key);
            if (!lease.IsAcquired)
            {
                var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)) : 1;
                context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
                await ProblemWriter.WriteAsync(context, ProblemKind.KeyRate, "this key has used up its requests for now");
                return;
            }
        }
        await next(context);
    }
}
