namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>
/// The first of the seeds that a run takes, one for each input: <c>BONEMETS_SEED</c>, else always the same by day, so that a failure is about
/// the change at hand, and another one each night, so that every night looks elsewhere.
/// </summary>
internal static class FuzzSeed
{
    public static int First { get; } =
        Environment.GetEnvironmentVariable("BONEMETS_SEED") is { Length: > 0 } given ? int.Parse(given)
        : Nightly.IsOn ? (int)(DateTime.UtcNow.Ticks / TimeSpan.TicksPerSecond % 1_000_000_000)
        : 1;

    public static Random Random(int seed) => new(seed);

    public static T Pick<T>(this Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public static bool Chance(this Random random, int percent) => random.Next(100) < percent;
}
