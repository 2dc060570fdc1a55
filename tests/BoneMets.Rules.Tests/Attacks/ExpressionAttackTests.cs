using System.Text.Json.Nodes;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Attacks;

/// <summary>What was written to run code, reach data or hold a processor does nothing of it: it is refused before anything runs.</summary>
public sealed class ExpressionAttackTests
{
    private static readonly IReadOnlyDictionary<string, JsonObject> Attacks = AttackTable.Read(SpecTable.Root(), "expressions");

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory, MemberData(nameof(Names))]
    public void It_is_refused_with_the_code_of_the_table(string name)
    {
        var attack = Attacks[name];
        Assert.Null(AttackTable.Lacking(attack));
        var errors = SpecWorld.Load(("result", AttackTable.Text(attack, "expression"))).Diagnostics.Where(d => d.IsError).ToList();
        Assert.NotEmpty(errors);
        Assert.All(errors, e => Assert.True(e.Code.Id == AttackTable.Text(attack, "expected"), e.ToString()));
    }
}
