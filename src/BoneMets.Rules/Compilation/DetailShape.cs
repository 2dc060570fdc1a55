using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>
/// What an expression looks like in the code of the details. Its texts are C# expressions that are safe to put anywhere and have no effect.
/// <see cref="Missing"/> are the facts that the value still waits for, one bit each; 0 when it is known (only <see cref="DetailRows"/> may
/// have bits beside a known value: ask <see cref="DetailEmission"/> for it there).
/// </summary>
internal abstract record DetailShape(string Missing)
{
    public const string Nothing = "0UL";
}

internal sealed record DetailUnknown(string Missing) : DetailShape(Missing);

internal sealed record DetailConstant(object Value, FactType Type) : DetailShape(Nothing);

/// <summary>Two C# booleans, never both true; neither = unknown.</summary>
internal sealed record DetailTruth(string True, string False, string Missing) : DetailShape(Missing)
{
    public static readonly DetailTruth Yes = new("true", "false", Nothing);
    public static readonly DetailTruth No = new("false", "true", Nothing);

    public static DetailTruth Of(bool? value, string missing) => value switch { true => Yes, false => No, null => new("false", "false", missing) };

    public DetailTruth Not() => this with { True = False, False = True };
}

/// <summary>
/// An exact number from <see cref="Low"/> to <see cref="High"/> (decimals; the same text when it is a single value by construction) where
/// <see cref="Bounded"/> holds, else unknown. <see cref="Near"/> are the same two as doubles (NaN when unknown) where these order as the
/// decimals do: a fact, a short constant, or whole numbers of at most <see cref="Bound"/>, whose sums stay exact.
/// </summary>
internal sealed record DetailNumber(string Bounded, string Low, string High, string Missing, (string Low, string High)? Near = null, double? Bound = null) : DetailShape(Missing)
{
    public bool IsPoint => Low == High;

    /// <summary>Whole numbers in two doubles, NaN when unknown.</summary>
    public static DetailNumber Whole(string low, string high, string missing, double bound) =>
        new($"(!double.IsNaN({low}))", $"((decimal)(long){low})", $"((decimal)(long){high})", missing, (low, high), bound);
}

/// <summary>A date (day number) or an enumeration word (index) as an int, -1 when unknown.</summary>
internal sealed record DetailCode(string Code, FactType Type, string Missing) : DetailShape(Missing);

/// <summary>A text, null when unknown.</summary>
internal sealed record DetailText(string Text, string Missing) : DetailShape(Missing);

/// <summary>
/// An output of a table: bit i of the mask says that row i counts or may count, giving <see cref="Values"/>[i]; the bit after the last row
/// that no row may apply, which makes the output unknown. Never 0.
/// </summary>
internal sealed record DetailRows(string Mask, IReadOnlyList<object> Values, FactType Type, string Missing) : DetailShape(Missing)
{
    public ulong None => 1UL << Values.Count;

    public ulong MaskOf(Func<object, bool> matches)
    {
        var mask = 0UL;
        for (var i = 0; i < Values.Count; i++)
            if (matches(Values[i])) mask |= 1UL << i;
        return mask;
    }
}

/// <summary>An object of facts: its frame (null = the caller has none) and how the caller's facts name it.</summary>
internal readonly record struct DetailFrame(FrameSource? Source, string Path);

/// <summary>One workflow on certain inputs: the root, or a used one. Its definitions are computed once per scope.</summary>
internal sealed class DetailScope(BoundWorkflow workflow, IReadOnlyList<DetailFrame> inputs, string prefix)
{
    public BoundWorkflow Workflow { get; } = workflow;
    public IReadOnlyList<DetailFrame> Inputs { get; } = inputs;
    public string Prefix { get; } = prefix;

    /// <summary>Null while it is being emitted, which breaks circles.</summary>
    public Dictionary<Definition, DetailShape?> Values { get; } = [];

    public Dictionary<TableDefinition, IReadOnlyList<DetailRows>> Tables { get; } = [];
}

/// <summary>Where an expression is being emitted.</summary>
internal sealed record DetailPlace(DetailScope Scope, CodeBlock Block);
