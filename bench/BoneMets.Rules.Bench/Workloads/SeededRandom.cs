namespace BoneMets.Rules.Bench.Workloads;

/// <summary>SplitMix64: the same numbers on every machine and every version of .NET.</summary>
internal sealed class SeededRandom(ulong seed)
{
    private ulong state = seed;

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool Chance(double share) => (Next() >> 11) * (1.0 / (1UL << 53)) < share;

    /// <summary>A decimal in steps of the last digit, both ends included: <c>Number(0.4m, 3.0m, 2)</c> has two decimals.</summary>
    public decimal Number(decimal low, decimal high, byte decimals)
    {
        var step = new decimal(1, 0, 0, false, decimals);
        return low + step * Below((int)((high - low) / step) + 1);
    }

    public T Pick<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        return values[Below(values.Length)];
    }

    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
