using BoneMets.Rules.Decisions;

namespace BoneMets.Rules.Verification.Impacts;

/// <summary>
/// What changes for one patient when the content changes. Rules and values that only one content has count as soon as they say something: a
/// new rule that is not met changes nothing for this patient.
/// </summary>
internal static class DecisionComparison
{
    public static IReadOnlyList<DecisionDifference> Compare(Decision before, Decision after)
    {
        var found = new List<DecisionDifference>();
        Recommendations(before, after, found);
        Withheld(before, after, found);
        Verdicts(before, after, found);
        Outputs(before, after, found);
        return [.. found.OrderBy(d => d.Kind).ThenBy(d => d.Subject, StringComparer.Ordinal)];
    }

    private static void Recommendations(Decision before, Decision after, List<DecisionDifference> found)
    {
        foreach (var (rule, old, now) in Pairs(before.Recommendations, after.Recommendations, r => r.Rule))
        {
            if (old is null) found.Add(new DecisionDifference(DifferenceKind.NewlyRecommended, rule, null, now!.Text));
            else if (now is null) found.Add(new DecisionDifference(DifferenceKind.NoLongerRecommended, rule, old.Text, null));
            else
            {
                if (old.Urgency != now.Urgency) found.Add(new DecisionDifference(DifferenceKind.OtherUrgency, rule, Word(old.Urgency), Word(now.Urgency)));
                if (old.Text != now.Text) found.Add(new DecisionDifference(DifferenceKind.OtherText, rule, old.Text, now.Text));
            }
        }
    }

    private static void Withheld(Decision before, Decision after, List<DecisionDifference> found)
    {
        foreach (var (rule, old, now) in Pairs(before.Withheld, after.Withheld, w => w.Rule))
        {
            if (old is null) found.Add(new DecisionDifference(DifferenceKind.NewlyWithheld, rule, null, string.Join(", ", now!.By)));
            else if (now is null) found.Add(new DecisionDifference(DifferenceKind.NoLongerWithheld, rule, string.Join(", ", old.By), null));
        }
    }

    private static void Verdicts(Decision before, Decision after, List<DecisionDifference> found)
    {
        foreach (var (rule, old, now) in Pairs(before.Rules, after.Rules, r => r.Name))
        {
            if ((old?.Verdict ?? Verdict.NotMet) == (now?.Verdict ?? Verdict.NotMet)) continue;
            found.Add(new DecisionDifference(DifferenceKind.OtherVerdict, rule, Word(old), Word(now)));
        }
    }

    private static void Outputs(Decision before, Decision after, List<DecisionDifference> found)
    {
        foreach (var (name, old, now) in Pairs(before.Outputs, after.Outputs, o => o.Name))
        {
            // A value that only one content has is an intermediate step; what it leads to is seen above.
            if (old is null || now is null) continue;
            var (was, isNow) = (ValueText.Of(old.Value), ValueText.Of(now.Value));
            if (was != isNow) found.Add(new DecisionDifference(DifferenceKind.OtherValue, name, was, isNow));
        }
    }

    private static IEnumerable<(string Name, T? Before, T? After)> Pairs<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> nameOf) where T : class
    {
        // The rules of a workflow that is included once per element share a name's end but not the name, so that names are unique.
        var now = after.DistinctBy(nameOf, StringComparer.Ordinal).ToDictionary(nameOf, StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in before)
            if (names.Add(nameOf(item))) yield return (nameOf(item), item, now.GetValueOrDefault(nameOf(item)));
        foreach (var item in after)
            if (names.Add(nameOf(item))) yield return (nameOf(item), null, item);
    }

    private static string Word(Urgency urgency) => urgency.ToString().ToLowerInvariant();

    private static string? Word(RuleResult? rule) => rule is null ? null : DecisionWriter.VerdictName(rule.Verdict);
}
