using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Content;

/// <summary>The golden cases show every rule from all sides, every row and band, and every limit from both sides.</summary>
public sealed class CaseCoverageTests
{
    public static TheoryData<string> Workflows => Shipped.Workflows;

    /// <summary>These speak only about what is recorded: every fact that they read is asked for by <c>IsKnown</c>.</summary>
    private static readonly string[] NeverUndetermined = ["CalciumMeasurementsDisagree", "ZoledronicAcidLowClearance", "TissueSaysOtherwise", "ProstateCancerKnown", "DiagnosisSettled",
        "RoutineWaitsForEmergency", "TumourCentreBeforeFixation", "TissueIsProof", "DexamethasoneInUse", "ShortestSurvival", "NotASolidTumor"];

    /// <summary>A third of 100 percent is no decimal: 33.3 and 33.4 are its two sides.</summary>
    private static readonly string[] NeverExact = ["mirelsSizePoints lesion.corticalPercent * 3"];

    [Fact]
    public void The_shipped_library_has_no_finding() => Assert.Empty(Shipped.Load.Diagnostics.Select(d => d.ToString()));

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_rule_is_expected_met_not_met_and_undetermined(string name)
    {
        var expected = Shipped.Library[name].Cases!.Cases.SelectMany(c => c.Expect.Rules).Select(r => (r.Key, r.Value)).ToHashSet();
        Verdict[] sides = [Verdict.Met, Verdict.NotMet, Verdict.Undetermined];
        Assert.Empty(Shipped.Bound(name).Rules.SelectMany(r => sides.Where(s => s != Verdict.Undetermined || !NeverUndetermined.Contains(r.Name)).Where(s => !expected.Contains((r.Name, s))).Select(s => $"{r.Name} is never expected {s}")));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_table_row_and_score_band_is_hit(string name)
    {
        var trace = new CaseTrace();
        Shipped.Replay(name, trace);
        Assert.Empty(Shipped.Bound(name).Tables.SelectMany(t => t.Rows.Select((_, i) => (t, i)))
            .Where(r => !trace.Rows.Contains((r.t, r.i)))
            .Select(r => $"row {r.i + 1} of {r.t.Name} is never hit"));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_limit_is_tried_at_the_limit_and_beyond(string name)
    {
        var trace = new CaseTrace();
        Shipped.Replay(name, trace);
        var lacking = new List<string>();
        foreach (var (operand, limit, text) in Limits(Shipped.Bound(name)))
        {
            var seen = trace.Numbers.GetValueOrDefault(operand) ?? [];
            if (!seen.Contains(limit) && !NeverExact.Contains(text)) lacking.Add($"{text}: never {limit}");
            if (!seen.Any(v => v < limit) && CanBeLess(operand, limit)) lacking.Add($"{text}: never below {limit}");
            if (!seen.Any(v => v > limit)) lacking.Add($"{text}: never above {limit}");
        }
        Assert.Empty(lacking.Distinct());
    }

    private static bool CanBeLess(BoundNode operand, decimal limit) => operand is not BoundFact { Property.Minimum: { } minimum } || minimum < limit;

    /// <summary>Every number that an expression of the workflow is compared with.</summary>
    internal static IEnumerable<(BoundNode Operand, decimal Limit, string Text)> Limits(BoundWorkflow workflow)
    {
        foreach (var node in BoundTree.Roots(workflow).SelectMany(BoundTree.SelfAndDescendants))
        {
            if (node is BoundComparison { Right: BoundConstant { Value: decimal right } } c && c.Left is not BoundConstant) yield return (c.Left, right, TextOf(c.Left));
            if (node is BoundPatternTest test)
                foreach (var end in Ends(test.Pattern)) yield return (test.Operand, end, TextOf(test.Operand));
        }
        foreach (var table in workflow.Tables)
            foreach (var row in table.Rows)
                for (var i = 0; i < row.Cells.Count; i++)
                    if (row.Cells[i] is { } cell)
                        foreach (var end in Ends(cell)) yield return (table.Columns[i].Expression, end, $"{table.Name} {table.Columns[i].Text.Text}");
    }

    private static IEnumerable<decimal> Ends(BoundPattern pattern) =>
        pattern.Matches is NumberSet set ? set.Intervals.SelectMany(i => new[] { i.Low.Value, i.High.Value }).OfType<decimal>().Distinct() : [];

    private static string TextOf(BoundNode node) => node switch
    {
        BoundFact fact => $"{TextOf(fact.Owner)}.{fact.Property.Name}",
        BoundInput input => input.Name,
        BoundReference reference => reference.Target.Name,
        BoundUseReference reference => $"{reference.Use.Workflow.Name}.{reference.Target.Name}",
        _ => node.GetType().Name,
    };
}
