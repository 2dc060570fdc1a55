namespace BoneMets.Rules.Bench.Opponents;

/// <summary>True, false or unknown, and then which facts are missing (bit i is <see cref="Fact"/> i): those that operands already decided do not need are dropped.</summary>
public readonly record struct Truth(bool? Value, ulong Missing)
{
    public static readonly Truth True = new(true, 0);
    public static readonly Truth False = new(false, 0);

    public static ulong Bit(Fact fact) => 1UL << (int)fact;

    public static Truth Of(bool? value, Fact fact) => value is { } known ? new(known, 0) : new(null, Bit(fact));

    /// <summary>What is said of a fact, unknown while the fact is.</summary>
    public static Truth Of<T>(T? value, Fact fact, bool said)
        where T : struct =>
        value.HasValue ? new(said, 0) : new(null, Bit(fact));

    public static Truth operator !(Truth a) => new(!a.Value, a.Missing);

    public static Truth operator &(Truth a, Truth b) => (a.Value & b.Value) switch
    {
        true => True,
        false => False,
        null => new(null, a.Missing | b.Missing),
    };

    public static Truth operator |(Truth a, Truth b) => (a.Value | b.Value) switch
    {
        true => True,
        false => False,
        null => new(null, a.Missing | b.Missing),
    };
}
