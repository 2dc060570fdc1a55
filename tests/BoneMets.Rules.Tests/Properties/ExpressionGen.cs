using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>
/// Expressions of a wanted kind as text. Every composed expression stands in parentheses, so that a failing one can be shrunk by replacing
/// it with what stands inside of it. What comes out always binds.
/// </summary>
internal static class ExpressionGen
{
    public static readonly (Kind Kind, IReadOnlyList<string> Words)[] Scalars =
        [(Kind.Truth, []), (Kind.Number, []), (Kind.Whole, []), (Kind.Word, World.Colours), (Kind.Word, World.Grades), (Kind.Date, []), (Kind.Text, [])];

    public static Gen<string> Any(Scope s, Kind kind, IReadOnlyList<string> words, int depth) => kind switch
    {
        Kind.Truth => TruthGen.Any(s, depth),
        Kind.Number => NumberGen.Any(s, depth),
        Kind.Whole => Whole(s),
        Kind.Word => Word(s, words, depth),
        Kind.Date => Date(s, depth),
        Kind.Numbers => ListGen.Numbers(s, depth),
        _ => Text(s, depth),
    };

    /// <summary>Something named of that kind, by preference near; null when there is nothing.</summary>
    public static Gen<string>? Named(Scope s, Kind kind, IReadOnlyList<string>? words = null)
    {
        string[] near = [.. s.Near.Where(Fits).Select(n => n.Text)];
        string[] all = [.. s.Symbols.Where(Fits).Select(n => n.Text)];
        if (near.Length == 0) return all.Length == 0 ? null : Gen.Elements(all);
        return all.Length == 0 ? Gen.Elements(near) : Draw.From((2, () => Gen.Elements(near)), (1, () => Gen.Elements(all)));

        bool Fits(Symbol symbol) => symbol.Kind == kind && (words is null || ReferenceEquals(words, symbol.Words));
    }

    /// <summary>Only facts and constants, which the language takes for whole numbers.</summary>
    public static Gen<string> Whole(Scope s) => Named(s, Kind.Whole) is { } named ? Draw.From((3, () => named), (1, WholeConstant)) : WholeConstant();

    public static Gen<string> WholeConstant() => Gen.Elements([.. World.Wholes]);

    public static Gen<string> Word(Scope s, IReadOnlyList<string> words, int depth)
    {
        var constant = Gen.Elements([.. words]).Select(w => $"\"{w}\"");
        var leaf = Named(s, Kind.Word, words) is { } named ? Draw.From((4, () => named), (1, () => constant)) : constant;
        return depth <= 0 ? leaf : Draw.From(
            (5, () => leaf),
            (1, () => Choice(s, depth, () => Word(s, words, depth - 1))),
            (s.IsPure ? 0 : 1, () => Otherwise(leaf, leaf)));
    }

    public static Gen<string> Date(Scope s, int depth)
    {
        var constant = Draw.From((4, () => Gen.Elements([.. World.Dates]).Select(d => $"Date(\"{d}\")")), (1, () => Gen.Constant("asOf")));
        var leaf = Named(s, Kind.Date) is { } named ? Draw.From((3, () => named), (1, () => constant)) : constant;
        return depth <= 0 ? leaf : Draw.From(
            (6, () => leaf),
            (1, () => from date in leaf from function in Draw.Of("AddDays", "AddMonths") from n in Whole(s) select $"{function}({date}, {n})"),
            (1, () => Choice(s, depth, () => Date(s, depth - 1))),
            (s.IsPure ? 0 : 1, () => Otherwise(leaf, leaf)));
    }

    public static Gen<string> Text(Scope s, int depth)
    {
        var constant = Gen.Elements([.. World.Texts]).Select(t => $"\"{t}\"");
        var leaf = Named(s, Kind.Text) is { } named ? Draw.From((3, () => named), (1, () => constant)) : constant;
        return depth <= 0 ? leaf : Draw.From(
            (6, () => leaf),
            (1, () => from text in leaf from method in Draw.Of("ToUpper", "ToLower", "Trim") select $"{text}.{method}()"),
            (1, () => Choice(s, depth, () => Text(s, depth - 1))),
            (s.IsPure ? 0 : 1, () => Otherwise(leaf, leaf)));
    }

    public static Gen<string> Choice(Scope s, int depth, Func<Gen<string>> branch) =>
        from condition in TruthGen.Any(s, depth - 1)
        from whenTrue in branch()
        from whenFalse in branch()
        select $"({condition} ? {whenTrue} : {whenFalse})";

    public static Gen<string> Otherwise(Gen<string> left, Gen<string> right) => from a in left from b in right select $"({a} ?? {b})";
}
