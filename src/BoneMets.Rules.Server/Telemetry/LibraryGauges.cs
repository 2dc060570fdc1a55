using System.Diagnostics.Metrics;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Telemetry;

/// <summary>What this server serves right now: with several servers on a store, whether all serve the same is the first question.</summary>
internal sealed class LibraryGauges(IMeterFactory meters, LibraryHost host) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var meter = ServerMeter.Create(meters);
        meter.CreateObservableGauge("bonemets.library.release", () => host.State.Serving?.Release?.Number ?? 0, "{release}", "number of the release that serves; 0 when none does, or a folder");
        meter.CreateObservableGauge("bonemets.library.stale", () => host.State.IsStale ? 1 : 0, unit: null, "1 while an older content serves because the newest has errors, or may serve because the store does not answer");
        meter.CreateObservableGauge("bonemets.library.retired", () => host.State.Retired.Count, "{retirement}", "workflows and rules that are out of use");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
