namespace BoneMets.Rules.Bench.Measuring;

/// <summary>How long a run takes: minutes for numbers to publish, seconds to see whether everything still works.</summary>
internal sealed record Effort
{
    public static readonly Effort Full = new();

    public static readonly Effort Quick = new()
    {
        RaceDuration = TimeSpan.FromMilliseconds(400),
        QuietTime = TimeSpan.FromMilliseconds(600),
        Patients = 1_000,
        Evaluated = 30,
        Texts = 5,
        Swaps = 1,
        Launches = 3,
        Streamed = 50_000,
        CurvePoint = TimeSpan.FromMilliseconds(100),
        HttpRounds = 5,
        HttpRound = TimeSpan.FromMilliseconds(600),
        HttpWarmUp = TimeSpan.FromSeconds(8),
        WithDotNetBenchmark = false,
    };

    public TimeSpan RaceDuration { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>How long the JIT has to be idle before a race counts.</summary>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Patients about whom all contestants have to agree; the evaluator and the bytes of the thousand rules are compared for fewer.</summary>
    public int Patients { get; init; } = 10_000;

    public int Evaluated { get; init; } = 300;

    public int Texts { get; init; } = 25;

    public int Swaps { get; init; } = 5;

    public int Launches { get; init; } = 15;

    /// <summary>Patients of the longest file.</summary>
    public int Streamed { get; init; } = 1_000_000;

    /// <summary>For each point of a cost curve.</summary>
    public TimeSpan CurvePoint { get; init; } = TimeSpan.FromMilliseconds(800);

    public int HttpRounds { get; init; } = 15;

    public TimeSpan HttpRound { get; init; } = TimeSpan.FromSeconds(1.5);

    public TimeSpan HttpWarmUp { get; init; } = TimeSpan.FromSeconds(20);

    public bool WithDotNetBenchmark { get; init; } = true;
}
