using BoneMets.Rules.Server.CdsHooks.Services;

namespace BoneMets.Rules.Server.Execution;

/// <summary>What a decision says besides its advice, for cards and plans.</summary>
internal static class DecisionRemarks
{
    /// <summary>Undecided rules that recommend nothing themselves; they may hold back what others do.</summary>
    public static IEnumerable<RuleResult> Silent(Decision decision)
    {
        var told = decision.Pending.Select(p => p.Rule).ToHashSet(StringComparer.Ordinal);
        return decision.Rules.Where(r => r.Verdict == Verdict.Undetermined && !r.IsNested && !told.Contains(r.Name));
    }

    /// <summary>A reason is the advice of the rule that speaks against something. Where that advice is withheld itself, it stays so.</summary>
    public static IReadOnlyList<string> Reasons(Decision decision)
    {
        var withheld = decision.Withheld.Select(w => w.Rule).ToHashSet(StringComparer.Ordinal);
        return [.. decision.Withheld.Select(w => string.Join(" ", w.By.Where(by => !withheld.Contains(by)).Select(by => Reason(decision, by)))).Select(r => r.Length == 0 ? "Rules speak against each other." : r).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What a rule has to say against others: its advice, or why it is open, or its title.</summary>
    private static string Reason(Decision decision, string by)
    {
        if (decision.Pending.FirstOrDefault(p => p.Rule == by) is { } open) return open.Text;
        var rule = decision.Rules.First(r => r.Name == by);
        return rule.Verdict == Verdict.Met && rule.Recommendation is { Text.Length: > 0 } advice ? advice.Text : $"{rule.Title ?? CardRules.Plain(by)}.";
    }
}
