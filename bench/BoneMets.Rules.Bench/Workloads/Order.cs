using BoneMets.Rules.Bench.Measuring;

namespace BoneMets.Rules.Bench.Workloads;

/// <summary>Decides patients, given as places in a sample, and returns a number that depends on all of them.</summary>
internal delegate ulong DecideAll(ReadOnlySpan<ushort> who);

/// <summary>
/// In which order a contestant is asked about the patients of a sample. At random and long, so that no processor learns a small sample's branches
/// by heart, as it could not with real patients.
/// </summary>
/// <param name="sequence">A whole number of passes. Each goes on where the one before it ended.</param>
/// <param name="pass">How many decisions are one pass.</param>
/// <param name="shortPass">The same of contestants who take microseconds.</param>
internal sealed class Order(ushort[] sequence, int pass, int shortPass)
{
    private const int Length = 65_536;
    private const int Pass = 4_096;
    private const int ShortPass = 256;

    /// <summary>Everybody once in every pass.</summary>
    public static Order Each(int patients) => new([.. Enumerable.Range(0, patients).Select(i => (ushort)i)], patients, patients);

    public static Order Random(int patients) => Random(patients, Length);

    /// <summary>So short that some processors learn it: on an AMD Zen 4 the twenty rules of (b) then take a third of their time.</summary>
    public static Order Repeated(int patients) => Random(patients, Pass);

    private static Order Random(int patients, int length)
    {
        var random = new SeededRandom(4_096);
        return new Order([.. Enumerable.Range(0, length).Select(_ => (ushort)random.Below(patients))], Pass, ShortPass);
    }

    public Contestant Contestant(string name, DecideAll decide) => Contestant(name, decide, pass);

    /// <summary>One who takes microseconds for a decision.</summary>
    public Contestant SlowContestant(string name, DecideAll decide) => Contestant(name, decide, shortPass);

    private Contestant Contestant(string name, DecideAll decide, int decisions)
    {
        var at = 0;
        return new Contestant(name, decisions, () =>
        {
            var who = sequence.AsSpan(at, decisions);
            at = (at + decisions) % sequence.Length;
            return decide(who);
        });
    }
}
