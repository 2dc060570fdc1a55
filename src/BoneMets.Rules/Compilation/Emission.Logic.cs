using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>Three-valued logic as pairs of booleans, without branches.</summary>
internal sealed partial class Emission
{
    /// <summary>Operands of one generated expression; more are joined in groups, so that no expression grows deep.</summary>
    private const int GroupSize = 32;

    private TruthShape Logic(BoundLogic logic, Place place)
    {
        var parts = new List<TruthShape>(logic.Operands.Count);
        foreach (var operand in logic.Operands) parts.Add(ToTruth(Lower(operand, place)));
        return Join(logic.IsAnd, parts, place);
    }

    private TruthShape Join(bool isAnd, List<TruthShape> parts, Place place)
    {
        while (parts.Count > GroupSize)
        {
            var groups = new List<TruthShape>();
            foreach (var group in parts.Chunk(GroupSize))
            {
                var joined = Join(isAnd, [.. group], place);
                groups.Add(new TruthShape(Local(place, "bool", "part_met", joined.True), Local(place, "bool", "part_notMet", joined.False)));
            }
            parts = groups;
        }
        return isAnd
            ? new TruthShape(And(parts.Select(p => p.True)), Or(parts.Select(p => p.False)))
            : new TruthShape(Or(parts.Select(p => p.True)), And(parts.Select(p => p.False)));
    }

    internal static string And(params IEnumerable<string> parts)
    {
        var list = parts.Where(p => p != "true").ToList();
        return list.Contains("false") ? "false" : list.Count switch { 0 => "true", 1 => list[0], _ => $"({string.Join(" & ", list)})" };
    }

    internal static string Or(params IEnumerable<string> parts)
    {
        var list = parts.Where(p => p != "false").ToList();
        return list.Contains("true") ? "true" : list.Count switch { 0 => "false", 1 => list[0], _ => $"({string.Join(" | ", list)})" };
    }

    /// <summary>Names for a long text that will be used more than once; otherwise nested ones would grow without bound.</summary>
    private TruthShape Short(TruthShape truth, Place place) => truth.True.Length + truth.False.Length <= 64
        ? truth
        : new TruthShape(Local(place, "bool", "part_met", truth.True), Local(place, "bool", "part_notMet", truth.False));

    private static TruthShape ToTruth(Shape shape) => shape switch
    {
        TruthShape truth => truth,
        UnknownShape => TruthShape.Unknown,
        ConstantShape { Value: bool value } => TruthShape.Of(value),
        ChoiceShape { Type: BooleanType } choice => Decide(choice, value => value is true),
        _ => throw new NotCompiledException("a condition that is no boolean"),
    };

    /// <summary>Decided when every possible value matches or none does; neither while no row may apply.</summary>
    private static TruthShape Decide(ChoiceShape choice, Func<object, bool> matches)
    {
        var yes = choice.MaskOf(matches);
        var all = choice.None | (choice.None - 1);
        return new TruthShape(
            yes == 0 ? "false" : $"(({choice.Mask} & {Literal.Mask(all & ~yes)}) == 0)",
            $"(({choice.Mask} & {Literal.Mask(yes | choice.None)}) == 0)");
    }

    private static string Known(Shape shape) => shape switch
    {
        ConstantShape => "true",
        UnknownShape => "false",
        TruthShape truth => Or(truth.True, truth.False),
        NumberShape { IsPoint: true } number => $"(!double.IsNaN({number.Low}))",
        NumberShape { IsExact: true } number => $"({number.Low} == {number.High})",
        CodeShape code => $"({code.Code} >= 0)",
        TextShape text => $"({text.Text} is not null)",
        ListShape list => $"({list.List} is not null)",
        ChoiceShape choice => Or(choice.Values.Distinct().Select(v => $"(({choice.Mask} & {Literal.Mask((choice.None | (choice.None - 1)) & ~choice.MaskOf(v.Equals))}) == 0)")),
        _ => throw new NotCompiledException("whether a computed range is known"),
    };

    private TruthShape IsKnown(Shape shape, Place place)
    {
        var known = Known(shape);
        if (known is "true" or "false") return TruthShape.Of(known == "true");
        var name = Local(place, "bool", "known", known);
        return new TruthShape(name, $"(!{name})");
    }

    private Shape Coalesce(Shape left, Shape right, Place place)
    {
        switch (left)
        {
            case ConstantShape:
                return left;
            case UnknownShape:
                return right;
            case TruthShape longer:
                var truth = Short(longer, place);
                var other = ToTruth(right);
                var unknown = Local(place, "bool", "unknown", $"!({truth.True} | {truth.False})");
                return new TruthShape(Or(truth.True, And(unknown, other.True)), Or(truth.False, And(unknown, other.False)));
            case NumberShape or ChoiceShape { Type: NumberType }:
                if (right is ChoiceShape) throw new NotCompiledException("?? with a table on its right");
                var (a, b) = (ToNumber(left, place), ToNumber(right, place));
                var known = Local(place, "bool", "known", Known(a));
                var low = Local(place, "double", "value", $"{known} ? {a.Low} : {b.Low}");
                var high = b.IsPoint ? low : Local(place, "double", "value_high", $"{known} ? {a.Low} : {b.High}");
                var exact = a.IsExact && b.IsExact;
                return new NumberShape(
                    low, high, exact ? null : Local(place, "double", "value_size", $"{known} ? {a.MagnitudeText} : {b.MagnitudeText}"),
                    Math.Max(a.Roundings, b.Roundings), a.Bound is { } x && b.Bound is { } y ? Math.Max(x, y) : null, a.IsWhole && b.IsWhole, b.HasHoles);
            case CodeShape code:
                return code with { Code = Local(place, "int", "value", $"{code.Code} >= 0 ? {code.Code} : {ToCode(right, code.Type)}") };
            case TextShape text:
                return new TextShape(Local(place, "string?", "value", $"{text.Text} ?? {ToText(right)}"));
            default:
                throw new NotCompiledException("?? over a table of words");
        }
    }

    /// <summary>The C# int of a date or a word of the given enumeration.</summary>
    internal static string ToCode(Shape shape, FactType type) => shape switch
    {
        UnknownShape => "-1",
        CodeShape code when code.Type == type => code.Code,
        ConstantShape { Value: DateOnly date } => Literal.Day(date),
        ConstantShape { Value: string word } when type is EnumType words && words.Values.IndexOf(word) is var index and >= 0 => Literal.Whole(index),
        _ => throw new NotCompiledException("a word of another list"),
    };

    private static string ToText(Shape shape) => shape switch
    {
        UnknownShape => "null",
        TextShape text => text.Text,
        ConstantShape { Value: string text } => Literal.Text(text),
        _ => throw new NotCompiledException("a text that is computed"),
    };
}

internal static class ReadOnlyLists
{
    public static int IndexOf(this IReadOnlyList<string> list, string item)
    {
        for (var i = 0; i < list.Count; i++)
            if (string.Equals(list[i], item, StringComparison.Ordinal)) return i;
        return -1;
    }
}
