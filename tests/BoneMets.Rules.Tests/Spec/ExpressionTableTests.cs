using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Tests.Spec;

public sealed class ExpressionTableTests
{
    private static readonly IReadOnlyDictionary<string, SpecRow> Rows = SpecTable.All().ToDictionary(r => r.ToString(), StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_evaluator_agrees_with_the_table(string row)
    {
        var (_, _, expression, facts, expected) = Rows[row];
        var load = SpecWorld.Load(("result", expression));
        var errors = load.Diagnostics.Where(d => d.IsError).ToList();
        if (expected.StartsWith("error ", StringComparison.Ordinal))
        {
            Assert.True(errors.Count > 0, "no finding");
            Assert.All(errors, e => Assert.Equal(expected["error ".Length..], e.Code.Id));
            return;
        }
        Assert.True(errors.Count == 0, string.Join("\n", errors));
        var workflow = load.Library["Spec"].Bound!;
        var (set, asOf) = SpecWorld.Read(new FactReader([.. workflow.Inputs.Select(i => (i.Name, i.Schema))]), facts);
        Assert.Equal(SpecWorld.Normal(expected), SpecWorld.Show(new Evaluator(workflow, set.Inputs, asOf).ValueOf(workflow.Params[0])));
    }

    [Fact]
    public void There_are_at_least_four_hundred_rows() => Assert.True(Rows.Count >= 400, $"only {Rows.Count}");
}
