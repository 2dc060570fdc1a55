using BoneMets.Rules.Tests.Content;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Coverage;
using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Verification.Coverage;

public sealed class CaseCoverageTests
{
    private const string Table = """
        "Tables": [{"Name": "t", "HitPolicy": "First", "Inputs": [{"Name": "n", "Expression": "p.n"}, {"Name": "kind", "Expression": "p.kind"}],
                    "Outputs": [{"Name": "o", "Type": "text"}], "Rows": [
          {"When": ["< 10", "_"], "Then": ["\"low\""]}, {"When": ["< 20", "\"x\""], "Then": ["\"x\""]}, {"Otherwise": true, "Then": ["\"rest\""]}]}],
        "Scores": [{"Name": "s", "Items": [{"Name": "points", "Input": "p.i", "Points": [{"When": "<= 4", "Points": 1}, {"When": ">= 5", "Points": 2}]}]}],
        "Rules": [{"RuleName": "R", "Expression": "s >= 2"}]
        """;

    private const string Reading = "\"Rules\": [{\"RuleName\": \"R\", \"Expression\": \"p.a\"}]";

    [Theory]
    [InlineData("""{"a": true}""", "met")]
    [InlineData("""{"a": false}""", "notMet")]
    [InlineData("{}", "undetermined")]
    public void A_rule_is_covered_verdict_by_verdict(string facts, string shown)
    {
        var elements = CoveredLibrary.Coverage(CoveredLibrary.Of(CoveredLibrary.Rule("p.a"), facts)).Workflows[1].Elements.Where(e => e.Kind == CoverageKind.Rule).ToList();
        Assert.Equal(["met", "notMet", "undetermined", "failed"], elements.Select(e => e.Text));
        Assert.Equal([shown], elements.Where(e => e.IsCovered).Select(e => e.Text));
        Assert.Equal(new CoverageCount(1, 3), CoverageCount.Of(elements));
        Assert.Equal(2, elements.SelectMany(e => e.Missing).Count());
    }

    [Fact]
    public void A_failed_verdict_is_counted_and_not_asked_for()
    {
        var failed = CoveredLibrary.Coverage(CoveredLibrary.Of(CoveredLibrary.Rule("1 / p.n > 0"), """{"n": 0}""")).Workflows[1].Elements.Single(e => e.Text == "failed");
        Assert.Equal((1, false), (failed.Sides[0].Count, failed.IsRequired));
        Assert.Empty(failed.Missing);
    }

    [Theory]
    [InlineData("IsKnown(p.n) && p.n > 5", false)]
    [InlineData("p.n is not null && p.n > 5 || p.kind is null", false)]
    [InlineData("(p.n ?? 0) > 5", false)]
    [InlineData("known && p.n > 5", false)]
    [InlineData("p.kind is null or \"x\"", false)]
    [InlineData("p.n > 5", true)]
    [InlineData("IsKnown(p.n) && p.i > 5", true)]
    [InlineData("IsKnown(p.n) || p.n > 5", true)]
    [InlineData("IsKnown(p.n) && p.parts.Any(q => q.m > 0)", true)]
    public void A_rule_about_what_is_recorded_need_not_be_undetermined(string condition, bool isRequired)
    {
        var library = CoveredLibrary.Of("\"GlobalParams\": [{\"Name\": \"known\", \"Expression\": \"IsKnown(p.n)\"}], " + CoveredLibrary.Rule(condition));
        Assert.Equal(isRequired, CoveredLibrary.Coverage(library).Workflows[1].Elements.Single(e => e.Text == "undetermined").IsRequired);
    }

    [Theory]
    [InlineData("""{"n": 9}""", "row 1: n < 10")]
    [InlineData("""{"n": 15, "kind": "x"}""", "row 2: n < 20, kind \"x\"")]
    [InlineData("""{"n": 20}""", "row 3: otherwise")]
    [InlineData("""{"n": 15}""", "")]
    [InlineData("""{"i": 5}""", "band 2: p.i >= 5")]
    [InlineData("""{"i": 4}""", "band 1: p.i <= 4")]
    public void A_row_or_band_is_covered_when_it_surely_decides(string facts, string shown) =>
        Assert.Equal(shown, string.Join("; ", CoveredLibrary.Coverage(CoveredLibrary.Of(Table, facts)).Workflows[1].Elements
            .Where(e => e.Kind is CoverageKind.Row or CoverageKind.Band && e.IsCovered).Select(e => e.Text)));

    [Fact]
    public void A_row_that_no_case_reaches_says_what_is_missing()
    {
        var row = CoveredLibrary.Coverage(CoveredLibrary.Of(Table)).Uncovered.First(e => e.Kind == CoverageKind.Row && e.Text.StartsWith("row 2", StringComparison.Ordinal));
        Assert.Equal("a case to which row 2 applies and surely no row before it", Assert.Single(row.Missing));
        Assert.Equal("/Tables/0/Rows/1", row.Place.Pointer);
    }

    [Theory]
    [InlineData("\"Uses\": [{\"Workflow\": \"V\", \"Include\": true, \"ForEach\": \"p.parts\", \"As\": \"q\"}], ", "p.a")]
    [InlineData("\"Uses\": [{\"Workflow\": \"V\"}], ", "p.parts.Any(x => V(q: x).Positive)")]
    public void A_case_covers_rules_of_the_workflows_that_it_includes_or_uses_for_every_element(string uses, string condition)
    {
        var coverage = CoveredLibrary.Coverage(CoveredLibrary.Of(uses + CoveredLibrary.Rule(condition), """{"parts": [{"m": -1}, {}, {"m": 1}]}"""));
        var verdicts = coverage.Workflows[0].Elements.Where(e => e.Kind == CoverageKind.Rule);
        Assert.Equal(["met W/0", "notMet W/0", "undetermined W/0", "failed "], verdicts.Select(e => $"{e.Text} {string.Join(",", e.Sides[0].Cases)}"));
    }

    [Fact]
    public void Facts_that_do_not_fit_show_nothing()
    {
        var coverage = CoveredLibrary.Coverage(CoveredLibrary.Of(CoveredLibrary.Rule("p.a"), """{"n": -1, "a": true}"""));
        Assert.Equal((1, 0), (coverage.Cases, coverage.Totals.Rules.Covered));
    }

    [Theory]
    [InlineData("rules=100", "")]
    [InlineData("rules=50, rows=99.9", "")]
    [InlineData("conditions=90,rules=100", "coverage of conditions is 50 percent (1 of 2), less than 90")]
    public void Thresholds_say_what_falls_short(string asked, string expected)
    {
        var totals = new CoverageTotals(new(3, 3), new(0, 0), new(2, 3), new(1, 2));
        Assert.Equal(expected, string.Join("; ", CoverageThresholds.Parse(asked, out _)!.Against(totals)));
    }

    [Theory]
    [InlineData("\"Rules\": []", "", "V NoCase")]
    [InlineData(Reading, "", "V NoCase, W NoCase")]
    [InlineData(Reading, "{}", "V NoCase")]
    [InlineData(Reading, """{"n": -1}""", "V NoCase, W NoCase")]
    [InlineData("\"Uses\": [{\"Workflow\": \"V\", \"Include\": true, \"ForEach\": \"p.parts\", \"As\": \"q\"}], " + Reading, """{"parts": [{"m": 1}]}""", "")]
    public void A_workflow_that_no_case_reaches_is_told_and_meets_no_threshold(string members, string facts, string gaps)
    {
        var coverage = CoveredLibrary.Coverage(CoveredLibrary.Of(members, facts.Length == 0 ? [] : [facts]));
        Assert.Equal(gaps, string.Join(", ", coverage.Gaps.Select(g => $"{g.Workflow} {g.Kind}")));
        Assert.Equal(coverage.Gaps.Select(g => $"no golden case reaches `{g.Workflow}`"), CoverageThresholds.Parse("rules=0", out _)!.Against(coverage));
    }

    [Theory]
    [InlineData("rule=100")]
    [InlineData("rules=101")]
    [InlineData("rules=-1")]
    [InlineData("rules")]
    [InlineData("rules=1,rules=2")]
    [InlineData("")]
    public void A_threshold_that_means_nothing_is_refused(string text)
    {
        Assert.Null(CoverageThresholds.Parse(text, out var problem));
        Assert.NotEmpty(problem);
    }

    [Fact]
    public void A_percentage_is_a_hundred_only_when_nothing_is_lacking() => Assert.Equal(99.9m, new CoverageCount(9_999, 10_000).Percent);

    [Fact]
    public void Coverage_is_the_same_on_any_number_of_cores()
    {
        using var engine = new RuleEngine(Shipped.Library, new EngineOptions { Compile = false });
        var suite = CaseSuite.Of(Shipped.Library, ["Hypercalcemia", "MirelsFractureRisk", "SpinalInstability"]);
        var alone = Lines(CaseCoverage.Of(engine, suite, cores: 1)).ToList();
        Prop.ForAll(Gen.Choose(2, 9).ToArbitrary(), cores => alone.SequenceEqual(Lines(CaseCoverage.Of(engine, suite, cores: cores)))).Check(Config.QuickThrowOnFailure.WithMaxTest(6));
    }

    private static IEnumerable<string> Lines(CaseCoverage coverage) =>
        coverage.Workflows.SelectMany(w => w.Elements).Select(e => $"{e.Workflow} {e.Part} {e.Text} {string.Join(" ", e.Sides.Select(s => $"{s.Count}:{string.Join(",", s.Cases)}"))}");
}
