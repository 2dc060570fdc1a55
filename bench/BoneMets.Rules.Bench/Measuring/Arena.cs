using System.Globalization;
using BoneMets.Rules.Bench.Engine;
using BoneMets.Rules.Bench.Opponents;
using BoneMets.Rules.Bench.Workloads;

namespace BoneMets.Rules.Bench.Measuring;

/// <summary>Everything that the measurements share: the library, the engine on both workloads, the opponents.</summary>
internal sealed class Arena : IDisposable
{
    /// <summary>Patients per sample: few enough to stay in the cache, as facts do that were just read.</summary>
    public const int SampleSize = 256;

    private static readonly DateOnly AsOf = new(2026, 1, 31);
    private static readonly Order InOrder = Order.Random(SampleSize);

    public Arena()
    {
        var library = BenchLibrary.Load();
        First = new EngineUnderTest(library, BenchLibrary.First);
        Second = new EngineUnderTest(library, BenchLibrary.Second);
        Printed = ThousandRules.Instance;
        var files = BenchLibrary.Files().ToDictionary(f => f.Path, f => f.Content, StringComparer.Ordinal);
        var texts = new HandTexts(files["mirels-and-dosing/workflow.json"], files["facts/patient.schema.json"], files["facts/lesion.schema.json"]);
        var (one, two) = (StampOf(First), StampOf(Second));
        FirstLines = new Deciders(new EngineLines(First, AsOf), new SourceGeneratedLines(texts, one), new HandReadLines(texts, one));
        SecondLines = new Deciders(new EngineLines(Second, AsOf), new SourceGeneratedThousand(Printed.Branchless, two), new HandReadThousand(Printed.Branchless, two));
    }

    /// <summary>The one that is timed.</summary>
    public static Arena Shared { get; } = new();

    public EngineUnderTest First { get; }

    public EngineUnderTest Second { get; }

    public ThousandRules Printed { get; }

    public Deciders FirstLines { get; }

    public Deciders SecondLines { get; }

    /// <summary>The usual sample; <paramref name="withGaps"/> is the share of patients who lack facts.</summary>
    public FirstWorkload FirstSample(double withGaps) => new(First, PatientGenerator.Create(SampleSize, withGaps), InOrder);

    /// <summary>Complete patients none of whose computed numbers is a limit.</summary>
    public FirstWorkload FirstSampleOffLimits() =>
        new(First, [.. PatientGenerator.Create(2 * SampleSize, 0).Where(l => !PatientGenerator.IsAtLimit(l.Patient)).Take(SampleSize)], InOrder);

    public SecondWorkload SecondSample(double withGaps) => new(Second, MeasurementGenerator.Create(SampleSize, withGaps), Printed, InOrder);

    private static Stamp StampOf(EngineUnderTest engine) => new(engine.Bound.Hash, EngineVersion.Current, engine.Bound.Model.Title!, AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Dispose()
    {
        FirstLines.Dispose();
        SecondLines.Dispose();
        First.Dispose();
        Second.Dispose();
    }
}

/// <summary>Who turns lines into decision lines.</summary>
internal sealed record Deciders(ILineDecider Engine, ILineDecider SourceGenerated, ILineDecider HandRead) : IDisposable
{
    public Contestant[] Contestants(Workload workload) =>
    [
        workload.LineToLine(Names.EngineLine, Engine),
        workload.LineToLine(Names.SourceGenerated, SourceGenerated),
        workload.LineToLine(Names.HandRead, HandRead),
    ];

    public void Dispose()
    {
        Engine.Dispose();
        SourceGenerated.Dispose();
        HandRead.Dispose();
    }
}
