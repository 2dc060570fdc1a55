using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace BoneMets.Rules.System.Tests.Operations;

/// <summary>One metric as the server sends it, and as Prometheus calls it when it comes by OTLP.</summary>
internal sealed record SeenMetric(string Name, string Kind, string Unit, string Labels)
{
    /// <summary>Units of the standard are spelled out, annotations in braces are dropped, counters end in total.</summary>
    public string Prometheus => Name.Replace('.', '_') + (Unit == "s" ? "_seconds" : "") + (Kind == "counter" ? "_total" : "");

    public IEnumerable<string> Series => Kind == "histogram" ? [$"{Prometheus}_bucket", $"{Prometheus}_count", $"{Prometheus}_sum"] : [Prometheus];

    /// <summary>A row of the table in the documentation.</summary>
    public string Row => $"| `{Prometheus}` | `{Name}` | {Kind} | {(Unit.Length == 0 ? "" : $"`{Unit}`")} | {Labels} |";
}

/// <summary>Listens to what the meter of a server has and measures.</summary>
internal sealed class SeenMetrics : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, (Instrument Instrument, ConcurrentDictionary<string, bool> Labels)> seen = new(StringComparer.Ordinal);

    public SeenMetrics(IMeterFactory meters)
    {
        listener.InstrumentPublished = (instrument, to) =>
        {
            // Other tests have servers in this process too.
            if (!ReferenceEquals(instrument.Meter.Scope, meters)) return;
            if (!instrument.Meter.Name.StartsWith("BoneMets.", StringComparison.Ordinal)) return;
            seen[instrument.Name] = (instrument, new ConcurrentDictionary<string, bool>(StringComparer.Ordinal));
            to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Note(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        listener.Start();
    }

    public IReadOnlyList<SeenMetric> All()
    {
        listener.RecordObservableInstruments();
        return [.. seen.Values.OrderBy(s => s.Instrument.Name, StringComparer.Ordinal).Select(s => new SeenMetric(
            s.Instrument.Name, KindOf(s.Instrument), s.Instrument.Unit ?? "", string.Join(", ", s.Labels.Keys.Order(StringComparer.Ordinal).Select(l => $"`{l.Replace('.', '_')}`"))))];
    }

    public void Dispose() => listener.Dispose();

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags) seen[instrument.Name].Labels[tag.Key] = true;
    }

    private static string KindOf(Instrument instrument) => instrument switch
    {
        Counter<long> => "counter",
        Histogram<double> => "histogram",
        ObservableGauge<int> => "gauge",
        _ => throw new InvalidOperationException($"{instrument.Name} is of a kind that the documentation has no word for"),
    };
}
