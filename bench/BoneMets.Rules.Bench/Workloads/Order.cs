namespace BoneMets.Rules.Bench.Workloads;

/// <summary>
/// The order in which a pass asks about the patients of a sample. At random and long, so that a processor cannot learn a small sample's branches
/// by heart, as it could not with real patients; <see cref="Few"/> is for contestants who take microseconds.
/// </summary>
internal sealed record Order(ushort[] All, ushort[] Few)
{
    private const int Length = 4_096;
    private const int FewLength = 256;

    /// <summary>Everybody once.</summary>
    public static Order Each(int patients)
    {
        var all = Enumerable.Range(0, patients).Select(i => (ushort)i).ToArray();
        return new Order(all, all);
    }

    public static Order Random(int patients)
    {
        var random = new SeededRandom(4_096);
        var all = Enumerable.Range(0, Length).Select(_ => (ushort)random.Below(patients)).ToArray();
        return new Order(all, all[..FewLength]);
    }
}
