namespace BoneMets.Rules.Bench.Opponents;

/// <summary>The ten numbers of the second workload; null is unknown.</summary>
public sealed class Measurements(IReadOnlyList<decimal?> values)
{
    public decimal? N0 { get; } = values[0];
    public decimal? N1 { get; } = values[1];
    public decimal? N2 { get; } = values[2];
    public decimal? N3 { get; } = values[3];
    public decimal? N4 { get; } = values[4];
    public decimal? N5 { get; } = values[5];
    public decimal? N6 { get; } = values[6];
    public decimal? N7 { get; } = values[7];
    public decimal? N8 { get; } = values[8];
    public decimal? N9 { get; } = values[9];
}

/// <summary>The same without unknown and without exact decimals.</summary>
public sealed record PlainMeasurements
{
    public double N0 { get; set; }
    public double N1 { get; set; }
    public double N2 { get; set; }
    public double N3 { get; set; }
    public double N4 { get; set; }
    public double N5 { get; set; }
    public double N6 { get; set; }
    public double N7 { get; set; }
    public double N8 { get; set; }
    public double N9 { get; set; }

    public static PlainMeasurements Of(IReadOnlyList<decimal?> values) => new()
    {
        N0 = (double)values[0]!.Value,
        N1 = (double)values[1]!.Value,
        N2 = (double)values[2]!.Value,
        N3 = (double)values[3]!.Value,
        N4 = (double)values[4]!.Value,
        N5 = (double)values[5]!.Value,
        N6 = (double)values[6]!.Value,
        N7 = (double)values[7]!.Value,
        N8 = (double)values[8]!.Value,
        N9 = (double)values[9]!.Value,
    };
}

/// <summary>A line of NDJSON of the second workload.</summary>
public sealed record MeasurementsLine
{
    public string? Id { get; set; }
    public PlainMeasurements M { get; set; } = new();
}

/// <summary>Bit i % 64 of word i / 64 is rule i; neither = undetermined.</summary>
public delegate void NullableDecision(Measurements m, Span<ulong> met, Span<ulong> notMet);

/// <summary>The same where nothing is unknown.</summary>
public delegate void PlainDecision(PlainMeasurements m, Span<ulong> met);
