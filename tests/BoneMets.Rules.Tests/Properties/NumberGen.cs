using FsCheck;
using FsCheck.Fluent;
using static BoneMets.Rules.Tests.Properties.ExpressionGen;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>Numbers, whole or not.</summary>
internal static class NumberGen
{
    public static Gen<string> Any(Scope s, int depth) => depth <= 0 ? Leaf(s) : Draw.From(
        (6, () => Leaf(s)),
        (6, () => from a in Any(s, depth - 1) from op in Draw.Of("+", "-", "*", "+", "-") from b in Any(s, depth - 1) select $"({a} {op} {b})"),
        (2, () => from a in Any(s, depth - 1) from op in Draw.Of("/", "/", "%") from b in Draw.Of("2", "3", "-2", "0.5", "0.3") select $"({a} {op} {b})"),
        (1, () => Any(s, depth - 1).Select(a => $"(-({a}))")),
        (3, () => Extreme(s, depth)),
        (2, () => from a in Any(s, depth - 1) from form in Draw.Of("Abs({0})", "Floor({0})", "Ceiling({0})", "Round({0})", "Round({0}, 1)") select Put(form, a)),
        (2, () => Choice(s, depth, () => Any(s, depth - 1))),
        (2, () => from f in Draw.Of("DaysBetween", "MonthsBetween", "YearsBetween") from a in Date(s, depth - 1) from b in Date(s, depth - 1) select $"{f}({a}, {b})"),
        (1, () => from a in Any(s, 0) from word in Draw.Of("2", "7", "-1") from score in Score(s) select $"({word} / ({score} + 1))"),
        (s.MayNest ? 3 : 0, () => ListGen.Number(s, depth)),
        (s.IsPure ? 0 : 1, () => Otherwise(Any(s, depth - 1), Any(s, depth - 1))),
        (s.IsPure ? 0 : 1, () => MayFault(s, depth)));

    private static Gen<string> Leaf(Scope s) => Draw.From(
        (6, () => Named(s, Kind.Number) ?? Constant),
        (2, () => Named(s, Kind.Whole) ?? Constant),
        (1, () => s.HasPatient ? Draw.Of("ValueIn(p.n0, \"g\")", "ValueIn(p.n0, \"mg\")") : Constant),
        (3, () => Constant));

    private static Gen<string> Constant => Gen.Elements([.. World.Decimals]);

    /// <summary>A score is never negative, so that one more is never zero.</summary>
    private static Gen<string> Score(Scope s)
    {
        string[] scores = [.. s.Symbols.Where(n => n.Text.Contains("score", StringComparison.Ordinal)).Select(n => n.Text)];
        return scores.Length == 0 ? Draw.Of("1", "2") : Gen.Elements(scores);
    }

    private static Gen<string> Extreme(Scope s, int depth) =>
        from function in Draw.Of("Min", "Max")
        from count in Draw.Of(2, 2, 3)
        from arguments in Any(s, depth - 1).ArrayOf(count)
        select $"{function}({string.Join(", ", arguments)})";

    private static Gen<string> MayFault(Scope s, int depth) => Draw.From(
        (3, () => from a in Any(s, depth - 1) from op in Draw.Of("/", "%") from b in Named(s, Kind.Number) ?? Whole(s) select $"({a} {op} {b})"),
        (1, () => from a in Any(s, depth - 1) from form in Draw.Of("Sqrt({0})", "Ln({0})", "Log10({0})", "Pow({0}, 2)", "Exp({0})") select Put(form, a)),
        (1, () => from a in Any(s, 0) from b in Named(s, Kind.Whole) ?? Draw.Of("0", "2") select $"Round({a}, {b})"),
        (1, () => from text in Text(s, 0) from form in Draw.Of("decimal.Parse({0})", "int.Parse({0})", "({0}).Length") select Put(form, text)));

    private static string Put(string form, string operand) => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, operand);
}
