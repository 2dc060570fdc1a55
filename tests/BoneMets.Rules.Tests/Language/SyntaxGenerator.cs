using System.Text.RegularExpressions;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;
using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Language;

/// <summary>Random trees of the whole language, and random spellings of them.</summary>
internal static partial class SyntaxGenerator
{
    private static readonly TextSpan Nowhere = new(0, 0);

    private static readonly Gen<string> Names = Gen.Elements("a", "b", "c", "x", "patient", "lesion", "mirelsScore", "größe", "_x1", "async", "when");

    private static readonly Gen<Syntax> Constants = Gen.OneOf(
        Gen.Elements(0m, 1m, 2m, 40m, 10_000m).Select(n => (Syntax)new LiteralSyntax(Nowhere, n, IsInteger: true)),
        Gen.Elements(0.5m, 2.6m, 88.4m, 1000m, 0.0000001m).Select(n => (Syntax)new LiteralSyntax(Nowhere, n)),
        Gen.Elements("", "lytic", "a\"b\\c", "line\nend\t", "ä €\u2028", "a < b, c > (d)").Select(t => (Syntax)new LiteralSyntax(Nowhere, t)),
        Gen.Elements<object?>(true, false, null).Select(v => (Syntax)new LiteralSyntax(Nowhere, v)));

    private static readonly Gen<Syntax> Leaves = Gen.OneOf(Names.Select(n => (Syntax)new NameSyntax(Nowhere, n)), Constants);

    /// <summary>A tree with one of its many spellings.</summary>
    public sealed record Sample(Syntax Tree, string Text)
    {
        public override string ToString() => Text;
    }

    /// <summary>Not larger: the parser of C# needs exponential time for parentheses in patterns.</summary>
    public static readonly Arbitrary<Sample> Samples = Spelled(largest: 18).ToArbitrary();

    /// <summary>For texts that are then damaged.</summary>
    public static readonly Arbitrary<Sample> SmallSamples = Spelled(largest: 12).ToArbitrary();

    private static Gen<Sample> Spelled(int largest) =>
        from tree in Gen.Sized(size => Expression(Math.Min(size, largest)))
        from spelling in Gen.Choose(0, int.MaxValue)
        select new Sample(tree, Spelling.Of(SyntaxPrinter.Print(tree), spelling));

    private static Gen<Syntax> Expression(int size)
    {
        if (size <= 1) return Leaves;
        var half = Expression(size / 2);
        var third = Expression(size / 3);
        var rest = Expression(size - 1);
        return Gen.Frequency(
            (1, Leaves),
            (6, from kind in Gen.Elements(Enum.GetValues<BinaryOperator>())
                from l in half
                from r in half
                select (Syntax)new BinarySyntax(Nowhere, kind, l, r, Nowhere)),
            (2, from kind in Gen.Elements(Enum.GetValues<UnaryOperator>()) from o in rest select (Syntax)new UnarySyntax(Nowhere, kind, o)),
            (2, from c in third from t in third from f in third select (Syntax)new ConditionalSyntax(Nowhere, c, t, f)),
            (3, from o in half from p in Pattern(size / 2) select (Syntax)new IsSyntax(Nowhere, o, p)),
            (2, from t in rest from n in Names select (Syntax)new MemberSyntax(Nowhere, t, n, Nowhere)),
            (3, Call(size)),
            (1, from items in third.ListOf(2) select (Syntax)new ListSyntax(Nowhere, [.. items])));
    }

    private static Gen<Syntax> Call(int size)
    {
        var third = Expression(size / 3);
        var name = Names.Select(n => (Syntax)new NameSyntax(Nowhere, n));
        var target = Gen.OneOf(name, from t in third from n in Names select (Syntax)new MemberSyntax(Nowhere, t, n, Nowhere));
        var lambda = from p in Names from b in third select (Syntax)new LambdaSyntax(Nowhere, p, Nowhere, b);
        var argument =
            from n in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Names.Select(n => (string?)n)))
            from v in Gen.Frequency((4, third), (1, lambda))
            select new ArgumentSyntax(Nowhere, n, v);
        return from t in target
               from count in Gen.Choose(0, 3)
               from arguments in argument.ListOf(count)
               select (Syntax)new CallSyntax(Nowhere, t, [.. arguments]);
    }

    private static Gen<PatternSyntax> Pattern(int size)
    {
        var operand = Gen.Frequency((6, Leaves), (1, Expression(size / 3)));
        var date = Gen.Constant<Syntax>(new CallSyntax(Nowhere, new NameSyntax(Nowhere, "Date"), [new ArgumentSyntax(Nowhere, null, new LiteralSyntax(Nowhere, "2026-01-31"))]));
        var constant = Gen.Frequency((1, date), (6, operand.Where(v => !IsNoConstant().IsMatch(SyntaxPrinter.Print(v)))));
        var leaf = Gen.Frequency(
            (3, constant.Select(v => (PatternSyntax)new ConstantPatternSyntax(Nowhere, v))),
            (3, from kind in Gen.Elements(Enum.GetValues<RelationalOperator>()) from v in operand select (PatternSyntax)new RelationalPatternSyntax(Nowhere, kind, v)),
            (1, Gen.Constant<PatternSyntax>(new DiscardPatternSyntax(Nowhere))));
        if (size <= 1) return leaf;
        var half = Pattern(size / 2);
        return Gen.Frequency(
            (2, leaf),
            (1, half.Select(p => (PatternSyntax)new NotPatternSyntax(Nowhere, p))),
            (2, from l in half from r in half select (PatternSyntax)new AndPatternSyntax(Nowhere, l, r)),
            (2, from l in half from r in half select (PatternSyntax)new OrPatternSyntax(Nowhere, l, r)));
    }

    /// <summary>What C# reads differently after <c>is</c>: a call that comes first (as a type), and a member of something in parentheses.</summary>
    [GeneratedRegex(@"^\(*[\w.]+(?<!^\(*\d[\w.]*)\(|^\(.*\)\.", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsNoConstant();
}
