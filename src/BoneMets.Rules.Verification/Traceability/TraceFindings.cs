using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Verification.Traceability;

/// <summary>Where the chain from a source to a golden case is broken.</summary>
internal static class TraceFindings
{
    public static IReadOnlyList<Diagnostic> Of(IReadOnlyList<StatementTrace> statements, IReadOnlyList<RuleTrace> rules)
    {
        var bag = new DiagnosticBag();
        foreach (var statement in statements.Where(s => s.IsGap).Select(s => s.Statement))
            bag.Add(statement.Node.At(DiagnosticCode.StatementNotEncoded, $"no rule encodes `{statement.Id}`", "cite it where it is encoded, `\"Statements\": [\"…\"]`, or say in `NoRule` why no rule does"));
        foreach (var rule in rules)
        {
            if (rule.Cases.Met.Count == 0)
                bag.Add(rule.Rule.Node.At(DiagnosticCode.RuleNotShown, $"no golden case expects `{rule.Workflow.Name}.{rule.Rule.Name}` to be met", $"add a case with `\"{rule.Rule.Name}\": \"met\"`"));
            // `check` only warns; a chain that begins nowhere is broken.
            if (rule.Rule is { Recommendation: not null, Evidence.Count: 0 })
                bag.Add(rule.Rule.Node.At(DiagnosticCode.UncitedRecommendation, $"the recommendation of `{rule.Rule.Name}` cites no source", "add `Evidence`") with { Severity = Severity.Error });
        }
        return bag.Sorted();
    }
}
