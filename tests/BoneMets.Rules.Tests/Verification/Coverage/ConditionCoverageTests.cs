using BoneMets.Rules.Verification.Coverage;

namespace BoneMets.Rules.Tests.Verification.Coverage;

/// <summary>Masking MC/DC, with facts that are unknown.</summary>
public sealed class ConditionCoverageTests
{
    [Theory]
    [InlineData("p.a && p.b", """{"a": true, "b": true}""", "p.a true, p.b true")]
    [InlineData("p.a && p.b", """{"a": false, "b": true}""", "p.a false")]
    [InlineData("p.a && p.b", """{"a": true, "b": false}""", "p.b false")]
    [InlineData("p.a && p.b", """{"a": false, "b": false}""", "")]
    [InlineData("p.a || p.b", """{"a": true, "b": false}""", "p.a true")]
    [InlineData("p.a || p.b", """{"a": false, "b": false}""", "p.a false, p.b false")]
    [InlineData("p.a || p.b", """{"a": true, "b": true}""", "")]
    [InlineData("!(p.a && !p.b)", """{"a": true, "b": true}""", "p.b true")]
    [InlineData("!(p.a && !p.b)", """{"a": true, "b": false}""", "p.a true, p.b false")]
    [InlineData("p.a && (p.b || p.c)", """{"a": true, "b": false, "c": true}""", "p.a true, p.c true")]
    [InlineData("p.a && p.b || p.c", """{"a": true, "b": false, "c": true}""", "p.c true")]
    [InlineData("p.a ? p.b : p.c", """{"a": true, "b": true, "c": false}""", "p.a true, p.b true")]
    [InlineData("p.a ? p.b : p.c", """{"a": false, "b": true, "c": true}""", "p.c true")]
    public void An_atom_is_shown_when_flipping_it_alone_flips_the_outcome(string condition, string facts, string shown) => Assert.Equal(shown, Shown(condition, facts));

    [Theory]
    [InlineData("p.a && p.b", """{"a": true}""", "")]
    [InlineData("p.a && p.b", """{"a": false}""", "")]
    [InlineData("p.a && p.b && p.c", """{"a": false, "b": true}""", "")]
    [InlineData("(p.a || p.b) && p.c", """{"a": true, "b": false}""", "")]
    [InlineData("(p.a || p.b) && p.c", """{"a": true, "c": true}""", "p.c true")]
    [InlineData("p.a ? p.b : p.c", """{"b": true, "c": true}""", "")]
    [InlineData("p.a && (p.a ? p.b : p.b)", """{"a": true, "b": true}""", "p.a true, p.b true")]
    public void An_unknown_atom_decides_nothing_and_may_keep_others_from_deciding(string condition, string facts, string shown) => Assert.Equal(shown, Shown(condition, facts));

    [Theory]
    [InlineData("IsKnown(p.n) && p.n > 5", "{}", "IsKnown(p.n) false")]
    [InlineData("IsKnown(p.n) && p.n > 5", """{"n": 6}""", "IsKnown(p.n) true, p.n > 5 true")]
    [InlineData("p.n is null || p.n > 5", "{}", "p.n is null false")]
    [InlineData("p.kind is null or \"x\" && p.a", """{"kind": "y", "a": true}""", "p.kind is null or \"x\" false")]
    public void A_question_whether_something_is_known_decides_also_by_keeping_the_outcome_decided(string condition, string facts, string shown) => Assert.Equal(shown, Shown(condition, facts));

    [Theory]
    [InlineData("p.n != 0 && 1 / p.n > 2", """{"n": 0}""", "")]
    [InlineData("p.n != 0 && 1 / p.n > 2", """{"n": 0.1}""", "p.n != 0 true, 1 / p.n > 2 true")]
    public void A_condition_that_fails_when_it_is_reached_lets_nobody_decide(string condition, string facts, string shown) => Assert.Equal(shown, Shown(condition, facts));

    [Theory]
    [InlineData("p.parts.Any(q => q.m > 0 && q.m < 5) && p.a", """{"parts": [{"m": 1}], "a": true}""", "p.parts.Any(q => q.m > 0 && q.m < 5) true, p.a true")]
    [InlineData("(p.a ?? p.b) && true", """{"b": true}""", "p.a ?? p.b true")]
    public void What_stands_inside_a_lambda_or_beside_a_default_is_one_atom(string condition, string facts, string shown) => Assert.Equal(shown, Shown(condition, facts));

    [Fact]
    public void An_atom_is_covered_by_two_cases_and_says_which()
    {
        var library = CoveredLibrary.Of(CoveredLibrary.Rule("p.a && p.b"), """{"a": true, "b": true}""", """{"a": false, "b": true}""", """{"a": true, "b": true}""");
        var atoms = CoveredLibrary.Coverage(library).Workflows[1].Elements.Where(e => e.Kind == CoverageKind.Condition).ToList();
        Assert.Equal([(true, "p.a"), (false, "p.b")], atoms.Select(a => (a.IsCovered, a.Text)));
        Assert.Equal((2, "0,2"), (atoms[0].Sides[0].Count, string.Join(",", atoms[0].Sides[0].Cases)));
        Assert.Equal("a case in which `p.b` is false and decides: `p.a` is true", Assert.Single(atoms[1].Missing));
        Assert.Equal((1, "/Rules/0/Expression"), (atoms[1].Place.Line, atoms[1].Place.Pointer));
        Assert.Equal("p.b", library["W"].Model.Node.Document.Text.Substring(atoms[1].Place.Column - 1, 3));
    }

    [Fact]
    public void A_parameter_that_is_true_or_false_has_conditions_of_its_own_and_a_number_has_none()
    {
        var library = CoveredLibrary.Of("""
            "GlobalParams": [{"Name": "flag", "Expression": "p.a || p.b"}, {"Name": "twice", "Expression": "p.n * 2"}],
            "Rules": [{"RuleName": "R", "LocalParams": [{"Name": "mine", "Expression": "p.c && flag"}], "Expression": "mine"}]
            """, """{"a": true, "b": false, "c": true}""");
        var atoms = CoveredLibrary.Coverage(library).Workflows[1].Elements.Where(e => e.Kind == CoverageKind.Condition);
        Assert.Equal(
            ["parameter flag: p.a 1/0", "parameter flag: p.b 0/0", "rule R: mine 1/0", "parameter R.mine: p.c 1/0", "parameter R.mine: flag 1/0"],
            atoms.Select(a => $"{a.Part}: {a.Text} {a.Sides[0].Count}/{a.Sides[1].Count}"));
    }

    [Fact]
    public void A_rule_over_nested_rules_has_these_as_its_conditions()
    {
        var library = CoveredLibrary.Of("""
            "Rules": [{"RuleName": "R", "Operator": "Or", "Rules": [{"RuleName": "A", "Expression": "p.a"}, {"RuleName": "B", "Expression": "p.b"}]}]
            """, """{"a": true, "b": false}""");
        var atoms = CoveredLibrary.Coverage(library).Workflows[1].Elements.Where(e => e is { Kind: CoverageKind.Condition, Part.Name: "R" });
        Assert.Equal(["A 1/0 /Rules/0/Rules/0/RuleName", "B 0/0 /Rules/0/Rules/1/RuleName"], atoms.Select(a => $"{a.Text} {a.Sides[0].Count}/{a.Sides[1].Count} {a.Place.Pointer}"));
    }

    /// <summary>The sides of the rule's conditions that one case shows.</summary>
    private static string Shown(string condition, string facts)
    {
        var coverage = CoveredLibrary.Coverage(CoveredLibrary.Of(CoveredLibrary.Rule(condition), facts));
        return string.Join(", ", coverage.Workflows[1].Elements.Where(e => e.Kind == CoverageKind.Condition)
            .SelectMany(e => e.Sides.Where(s => s.Count > 0).Select(s => $"{e.Text} {s.Name}")).Distinct());
    }
}
