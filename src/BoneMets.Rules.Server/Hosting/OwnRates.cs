using System.Threading.RateLimiting;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>How often each key may ask, counted by this server alone. Thread safe.</summary>
internal sealed class OwnRates(ServerOptions options) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
    {
        TokenLimit = options.KeyBurst,
        TokensPerPeriod = options.KeyRate,
        ReplenishmentPeriod = Period,
        AutoReplenishment = true,
    }));

    /// <summary>Null lets the request in; otherwise in how long to come again.</summary>
    public TimeSpan? Take(string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : Period;
    }

    public void Dispose() => limiter.Dispose();
}
