using FsCheck;
using FsCheck.Fluent;
using static BoneMets.Rules.Tests.Properties.ExpressionGen;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>Conditions.</summary>
internal static class TruthGen
{
    public static Gen<string> Any(Scope s, int depth) => depth <= 0 ? Leaf(s) : Draw.From(
        (3, () => Leaf(s)),
        (5, () => Logic(s, depth)),
        (2, () => Any(s, depth - 1).Select(a => $"!({a})")),
        (5, () => Comparison(s, depth)),
        (4, () => Pattern(s, depth)),
        (1, () => Choice(s, depth, () => Any(s, depth - 1))),
        (1, () => from a in Any(s, depth - 1) from op in Draw.Of("==", "!=") from b in Any(s, depth - 1) select $"(({a}) {op} ({b}))"),
        (1, () => TextTest(s, depth)),
        (s.MayNest ? 3 : 0, () => ListGen.Test(s, depth)),
        (s.IsPure ? 0 : 2, () => WayOut(s, depth)));

    private static Gen<string> Leaf(Scope s) => Draw.From(
        (4, () => Named(s, Kind.Truth) ?? Gen.Constant("true")),
        (1, () => Comparison(s, 0)),
        (1, () => Pattern(s, 0)));

    private static Gen<string> Logic(Scope s, int depth) =>
        from op in Draw.Of(" && ", " || ", " AND ", " OR ")
        from count in Draw.Of(2, 2, 3)
        from operands in Any(s, depth - 1).ArrayOf(count)
        select $"({string.Join(op, operands)})";

    private static Gen<string> Comparison(Scope s, int depth) => Draw.From(
        (5, () => from a in NumberGen.Any(s, depth - 1) from op in Ordered from b in NumberGen.Any(s, depth - 1) select $"({a} {op} {b})"),
        (2, () => from a in Date(s, depth - 1) from op in Ordered from b in Date(s, depth - 1) select $"({a} {op} {b})"),
        (1, () => from a in Text(s, depth - 1) from op in Equality from b in Text(s, depth - 1) select $"({a} {op} {b})"),
        (3, () => from words in Draw.Of(World.Colours, World.Grades) from a in Word(s, words, depth - 1) from op in Equality from b in Word(s, words, depth - 1) select $"({a} {op} {b})"));

    private static Gen<string> Ordered => Draw.Of("==", "!=", "<", "<=", ">", ">=");

    private static Gen<string> Equality => Draw.Of("==", "!=");

    private static Gen<string> Pattern(Scope s, int depth) =>
        from scalar in Gen.Elements(Scalars)
        from operand in Any(s, scalar.Kind, scalar.Words, depth - 1)
        from pattern in PatternGen.Any(s, scalar.Kind, scalar.Words)
        select $"(({operand}) is {pattern})";

    private static Gen<string> Any(Scope s, Kind kind, IReadOnlyList<string> words, int depth) => ExpressionGen.Any(s, kind, words, depth);

    private static Gen<string> TextTest(Scope s, int depth) => Draw.From(
        (3, () => from text in Text(s, depth - 1)
                  from method in Draw.Of("Contains", "StartsWith", "EndsWith", "Equals")
                  from part in Draw.Of("\"n\"", "\"A\"", "\"\"", "\"Ann\"")
                  from ignoresCase in Draw.Chance(30)
                  select $"{text}.{method}({part}{(ignoresCase ? ", StringComparison.OrdinalIgnoreCase" : "")})"),
        (1, () => from words in Draw.Of(World.Colours, World.Grades)
                  from word in Word(s, words, 0)
                  select $"new[] {{ \"{words[0]}\", \"{words[2]}\" }}.Contains({word})"));

    private static Gen<string> WayOut(Scope s, int depth) => Draw.From(
        (2, () => Otherwise(Any(s, depth - 1), Any(s, depth - 1))),
        (3, () => from scalar in Gen.Elements(Scalars)
                  from operand in Any(s, scalar.Kind, scalar.Words, depth - 1)
                  from form in Draw.Of("IsKnown({0})", "(({0}) is null)", "(({0}) is not null)", "(({0}) == null)", "(({0}) != null)")
                  select string.Format(System.Globalization.CultureInfo.InvariantCulture, form, operand)),
        (s.HasPatient ? 1 : 0, () => from path in Draw.Of("p.things", "p.values", "p.inner", "thing")
                                     from form in Draw.Of("IsKnown({0})", "({0} is null)", "({0} is not null)")
                                     select string.Format(System.Globalization.CultureInfo.InvariantCulture, form, path)));
}
