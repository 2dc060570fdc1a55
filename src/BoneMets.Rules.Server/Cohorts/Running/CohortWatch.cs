using System.Collections.Concurrent;

namespace BoneMets.Rules.Server.Cohorts.Running;

/// <summary>Tells the work of this server that its run goes on no longer. Thread safe.</summary>
internal sealed class CohortWatch : IDisposable
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> sources = new(StringComparer.Ordinal);

    /// <summary>Cancelled when the run is no longer running, whoever ended it.</summary>
    public CancellationToken Of(string run) => sources.GetOrAdd(run, _ => new CancellationTokenSource()).Token;

    /// <summary>The runs that this server has worked on. Taken before the store is asked: a run that begins after that is not ended by an answer that is older.</summary>
    public IReadOnlyList<string> Known() => [.. sources.Keys];

    public void End(string run)
    {
        // Not disposed of: a job may be about to read its token.
        if (sources.TryRemove(run, out var source)) source.Cancel();
    }

    public void Dispose()
    {
        foreach (var run in Known()) End(run);
    }
}
