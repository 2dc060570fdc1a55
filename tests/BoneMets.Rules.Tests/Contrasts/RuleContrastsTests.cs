using BoneMets.Rules.Contrasts;

namespace BoneMets.Rules.Tests.Contrasts;

public sealed class RuleContrastsTests
{
    [Theory]
    [InlineData("p.a", """{"a": false}""", "p.a: false → true")]
    [InlineData("p.a", "{}", "p.a: null → true")]
    [InlineData("!p.a", """{"a": true}""", "p.a: true → false")]
    [InlineData("p.n >= 9", """{"n": 3}""", "p.n: 3 → 9")]
    [InlineData("p.n > 9", """{"n": 3}""", "p.n: 3 → 9.1")]
    [InlineData("p.n < 9.25", """{"n": 80}""", "p.n: 80 → 9.24")]
    [InlineData("p.whole > 9", """{"whole": 3}""", "p.whole: 3 → 10")]
    [InlineData("sum >= 20", """{"n": 10, "m": 4}""", "p.n: 10 → 18; p.m: 4 → 20")]
    [InlineData("p.kind is \"y\" or \"z\"", """{"kind": "x"}""", "p.kind: \"x\" → \"y\"")]
    [InlineData("points >= 5", """{"kind": "x", "n": 5}""", "p.kind: \"x\" → \"z\" + p.n: 5 → 10")]
    [InlineData("points >= 5", """{"kind": "y", "n": 15}""", "p.kind: \"y\" → \"z\"; p.n: 15 → 20")]
    [InlineData("p.a && p.b && p.c", """{"a": true, "b": false}""", "p.b: false → true + p.c: null → true")]
    [InlineData("p.a || p.b", """{"a": false, "b": false}""", "p.a: false → true; p.b: false → true")]
    [InlineData("p.a && p.n > 5 || p.b && p.c", """{"a": false, "n": 1, "b": false, "c": true}""", "p.b: false → true")]
    [InlineData("both || p.n > 50", """{"a": true, "b": false, "n": 1}""", "p.b: false → true; p.n: 1 → 50.1")]
    [InlineData("p.parts.Any(x => x.size > 3)", """{"parts": [{"size": 1}, {"size": 2}]}""", "p.parts[0].size: 1 → 3.1; p.parts[1].size: 2 → 3.1")]
    [InlineData("p.parts.Any(x => V(x).Large)", """{"parts": [{"size": 7, "hurts": false}]}""", "p.parts[0].hurts: false → true")]
    [InlineData("p.parts.All(x => x.hurts)", """{"parts": [{"hurts": true}, {"hurts": false}]}""", "p.parts[1].hurts: false → true")]
    [InlineData("p.parts.Count() == 0", """{"parts": [{"hurts": true}]}""", "p.parts: [{\"hurts\":true}] → []")]
    [InlineData("p.parts.Any(x => x.hurts)", "{}", "p.parts: null → [{\"hurts\":true}] + p.parts[0].hurts: null → true")]
    [InlineData("YearsBetween(p.born, asOf) >= 65", """{"born": "1970-05-01"}""", "")]
    [InlineData("p.born < Date(\"2000-01-01\")", """{"born": "2010-05-01"}""", "p.born: \"2010-05-01\" → \"1999-12-31\"")]
    [InlineData("p.a && !p.a", """{"a": true}""", "")]
    public void A_rule_that_is_not_met_says_what_would_make_it_met(string rule, string patient, string changes) =>
        Assert.Equal(changes, Told(ContrastLibrary.WithRule(rule).Contrast($$"""{"p": {{patient}}}""")!, Verdict.Met));

    [Theory]
    [InlineData("p.a && p.b", """{"a": true, "b": true}""", "p.a: true → false; p.b: true → false")]
    [InlineData("p.a || p.b", """{"a": true, "b": true}""", "p.a: true → false + p.b: true → false")]
    [InlineData("p.n >= 9", """{"n": 30}""", "p.n: 30 → 8.9")]
    public void A_rule_that_is_met_says_what_would_undo_it(string rule, string patient, string changes) =>
        Assert.Equal(changes, Told(ContrastLibrary.WithRule(rule).Contrast($$"""{"p": {{patient}}}""")!, Verdict.NotMet));

    [Fact]
    public void What_else_would_be_said_is_told_and_what_holds_the_rule_back()
    {
        var library = new ContrastLibrary("""
            "Rules": [
              {"RuleName": "R", "Expression": "p.a", "Recommendation": {"Text": "Do.", "Urgency": "routine"}},
              {"RuleName": "Too", "Expression": "p.a && p.b", "Recommendation": {"Text": "Do this too.", "Urgency": "routine"}},
              {"RuleName": "Else", "Expression": "!p.a", "Recommendation": {"Text": "Wait.", "Urgency": "routine"}},
              {"RuleName": "Against", "Expression": "p.c", "Withholds": ["R"]}]
            """);
        var free = Assert.Single(library.Contrast("""{"p": {"a": false, "b": true, "c": false}}""")!.Alternatives);
        Assert.Equal(["Too"], free.Given.Select(r => r.Rule));
        Assert.Equal(["Else"], free.NoLongerGiven.Select(r => r.Rule));
        Assert.Empty(free.WithheldBy);
        Assert.Equal(["Against"], Assert.Single(library.Contrast("""{"p": {"a": false, "b": true, "c": true}}""")!.Alternatives).WithheldBy);
        Assert.Equal(["Against"], library.Contrast("""{"p": {"a": true, "c": true}}""")!.WithheldBy);
    }

    [Fact]
    public void The_condition_of_an_include_stands_in_the_way_too()
    {
        var library = new ContrastLibrary(""" "Uses": [{"Workflow": "C", "Include": true, "When": "p.a"}], "Rules": []""");
        Assert.Equal("p.a: false → true + p.b: false → true", Told(library.Contrast("""{"p": {"a": false, "b": false}}""", "C.Gated")!, Verdict.Met));
        Assert.Equal("p.a: false → true", Told(library.Contrast("""{"p": {"a": false, "b": true}}""", "C.Gated")!, Verdict.Met));
    }

    [Fact]
    public void A_rule_that_the_decision_lacks_is_none() => Assert.Null(ContrastLibrary.WithRule("p.a").Contrast("""{"p": {}}""", "Rr"));

    [Theory]
    [InlineData("p.a && p.b", "{}", Verdict.NotMet, "p.a: null → false; p.b: null → false")]
    [InlineData("p.a && p.b", "{}", Verdict.Met, "p.a: null → true + p.b: null → true")]
    public void A_rule_that_is_undecided_says_what_would_decide_it_either_way(string rule, string patient, Verdict wanted, string changes) =>
        Assert.Equal(changes, Told(ContrastLibrary.WithRule(rule).Contrast($$"""{"p": {{patient}}}""")!, wanted));

    [Theory]
    [InlineData("p.kind is \"y\" or \"z\"", """{"kind": "x"}""", "\"y\" or \"z\"")]
    [InlineData("p.n >= 9", """{"n": 3}""", "9 to 100")]
    [InlineData("p.n < 9", """{"n": 30}""", "8.9 to 0")]
    [InlineData("p.n > 9 && p.n < 20", """{"n": 3}""", "9.1 to 19.9")]
    [InlineData("p.n == 9", """{"n": 3}""", "9")]
    public void A_single_change_says_what_would_do_as_well(string rule, string patient, string values)
    {
        var change = Assert.Single(Assert.Single(ContrastLibrary.WithRule(rule).Contrast($$"""{"p": {{patient}}}""")!.Alternatives).Changes);
        Assert.Equal(values, string.Join(" or ", change.Others.Prepend(change.To!).Select(v => v.ToJsonString())) + (change.Through is { } through ? $" to {through.ToJsonString()}" : ""));
    }

    private static string Told(RuleContrast contrast, Verdict wanted)
    {
        return string.Join("; ", contrast.Alternatives.Where(a => a.Verdict == wanted).Select(a => string.Join(" + ", a.Changes.OrderBy(c => c.Fact, StringComparer.Ordinal)
            .Select(c => $"{c.Fact}: {c.From?.ToJsonString() ?? "null"} → {c.To?.ToJsonString() ?? "null"}"))));
    }
}
