using System.Globalization;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Compilation;

/// <summary>
/// What an expression looks like in the generated code. Its texts are C# expressions that are safe to put anywhere
/// (a name, a literal or something in parentheses) and have no effect, so that they may be repeated.
/// </summary>
internal abstract record Shape;

/// <summary>Neither known nor a set: an absent field.</summary>
internal sealed record UnknownShape : Shape
{
    public static readonly UnknownShape Instance = new();
}

internal sealed record ConstantShape(object Value, FactType Type) : Shape;

/// <summary>Two C# booleans, never both true; neither = unknown.</summary>
internal sealed record TruthShape(string True, string False) : Shape
{
    public static readonly TruthShape Yes = new("true", "false");
    public static readonly TruthShape No = new("false", "true");
    public static readonly TruthShape Unknown = new("false", "false");

    public static TruthShape Of(bool? value) => value switch { true => Yes, false => No, null => Unknown };

    public TruthShape Not() => new(False, True);

    public bool IsConstant => True is "true" or "false" && False is "true" or "false";
}

/// <summary>
/// A number as two doubles, both NaN when unknown and the same text when it is a single value by construction.
/// <see cref="Magnitude"/> is null when the doubles order exactly as the decimals do; otherwise the error of either double is at most
/// <see cref="Roundings"/> half units in the last place of the magnitude. <see cref="Bound"/>: a multiple of 1/1024 of at most this size,
/// so that sums stay exact.
/// <see cref="HasHoles"/>: not every number in between is possible, so that only the order is decided by the ends.
/// </summary>
internal sealed record NumberShape(string Low, string High, string? Magnitude, int Roundings, double? Bound, bool IsWhole, bool HasHoles = false) : Shape
{
    public bool IsPoint => Low == High;

    public bool IsExact => Magnitude is null;

    public string MagnitudeText => Magnitude ?? (IsPoint ? $"Math.Abs({Low})" : $"Math.Max(Math.Abs({Low}), Math.Abs({High}))");
}

/// <summary>A date (day number) or an enumeration word (index) as an int, -1 when unknown.</summary>
internal sealed record CodeShape(string Code, FactType Type) : Shape;

/// <summary>A text, null when unknown.</summary>
internal sealed record TextShape(string Text) : Shape;

/// <summary>
/// An output of a table: bit i of the mask says that <see cref="Values"/>[i] is still possible, the bit after the last value
/// that no row may apply. Never 0.
/// </summary>
internal sealed record ChoiceShape(string Mask, IReadOnlyList<object> Values, FactType Type) : Shape
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

/// <summary>A list of facts: an expression of type <c>FactList?</c>, the schema of its elements, and the conditions under which an element belongs to it.</summary>
internal sealed record ListShape(string List, ObjectSchema Element, string Name) : Shape;

internal static class Literal
{
    public static string Number(decimal value) => Number(Facts.ExactNumber.ToDouble(value));

    public static string Number(double value)
    {
        if (double.IsNaN(value)) return "double.NaN";
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        if (!text.AsSpan().ContainsAny(".E")) text += ".0";
        return value < 0 ? $"({text})" : text;
    }

    public static string Mask(ulong mask) => $"0x{mask.ToString("X", CultureInfo.InvariantCulture)}UL";

    public static string Text(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Day(DateOnly date) => date.DayNumber.ToString(CultureInfo.InvariantCulture);

    public static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
