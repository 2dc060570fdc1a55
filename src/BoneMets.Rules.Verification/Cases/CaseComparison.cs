using System.Globalization;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Evaluation;

namespace BoneMets.Rules.Verification.Cases;

/// <summary>What a golden case expects against what a decision says. Only what the case states is compared, and that exactly.</summary>
public static class CaseComparison
{
    public static IReadOnlyList<CaseDifference> Compare(Judgement judgement, GoldenExpectation expect)
    {
        var differences = new List<CaseDifference>();
        var stated = new List<RuleResult>(expect.Rules.Count);
        foreach (var (name, verdict) in expect.Rules)
        {
            var rule = RuleOf(judgement, name);
            if (rule is null) differences.Add(new CaseDifference(new CaseSubject(CaseSubjectKind.Rule, name), DecisionWriter.VerdictName(verdict), "no such rule"));
            else if (rule.Verdict != verdict) differences.Add(new CaseDifference(new CaseSubject(CaseSubjectKind.Rule, name), DecisionWriter.VerdictName(verdict), Describe(rule)));
            if (rule is not null && verdict == Verdict.Undetermined) stated.Add(rule);
        }
        foreach (var output in expect.Outputs) CompareOutput(judgement, output, differences);
        if (expect.Missing is { } missing)
            CompareLists(CaseSubjectKind.Missing, missing, MissingOf(stated), differences);
        if (expect.Events is { } events)
            CompareLists(CaseSubjectKind.Events, [.. events.Order(StringComparer.Ordinal)], EventsOf(judgement), differences);
        return differences;
    }

    /// <summary>Whether a value is the one that a case writes as JSON; <c>null</c> stands for every undecided one.</summary>
    public static bool Matches(Value actual, JsonTextNode expected)
    {
        if (expected.Kind == JsonTextKind.Null) return actual is UnknownValue or RangeValue or OneOfValue;
        return actual is KnownValue known && MatchesContent(known.Content, expected);
    }

    /// <summary>Null when the decision has no such rule.</summary>
    internal static RuleResult? RuleOf(Judgement judgement, string name)
    {
        foreach (var rule in judgement.Rules)
            if (string.Equals(rule.Name, name, StringComparison.Ordinal)) return rule;
        return null;
    }

    /// <summary>Null when the decision has no such output.</summary>
    internal static OutputResult? OutputOf(Judgement judgement, string name)
    {
        foreach (var output in judgement.Outputs)
            if (string.Equals(output.Name, name, StringComparison.Ordinal)) return output;
        return null;
    }

    /// <summary>What is to stand under <c>Missing</c> beside these undetermined rules.</summary>
    internal static IReadOnlyList<string> MissingOf(IEnumerable<RuleResult> undetermined) =>
        [.. undetermined.SelectMany(r => r.Missing).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    internal static IReadOnlyList<string> EventsOf(Judgement judgement) => [.. judgement.Rules.Select(r => r.Event).OfType<string>().Order(StringComparer.Ordinal)];

    private static string Describe(RuleResult rule) => DecisionWriter.VerdictName(rule.Verdict) + rule.Verdict switch
    {
        Verdict.Undetermined => $" (missing {Listed(rule.Missing)})",
        Verdict.Failed => $" ({rule.Error?.Message})",
        _ => "",
    };

    private static void CompareOutput(Judgement judgement, JsonTextProperty expected, List<CaseDifference> differences)
    {
        if (OutputOf(judgement, expected.Name) is not { } output) differences.Add(new CaseDifference(new CaseSubject(CaseSubjectKind.Output, expected.Name), Describe(expected.Value), "no such output"));
        else if (!Matches(output.Value, expected.Value)) differences.Add(new CaseDifference(new CaseSubject(CaseSubjectKind.Output, expected.Name), Describe(expected.Value), ValueText.Of(output.Value)));
    }

    private static string Describe(JsonTextNode expected) => expected.Kind == JsonTextKind.Null ? "undecided" : expected.Raw;

    private static void CompareLists(CaseSubjectKind subject, IReadOnlyList<string> expected, IReadOnlyList<string> actual, List<CaseDifference> differences)
    {
        if (!expected.SequenceEqual(actual, StringComparer.Ordinal)) differences.Add(new CaseDifference(new CaseSubject(subject), Listed(expected), Listed(actual)));
    }

    private static bool MatchesContent(object content, JsonTextNode expected) => (content, expected.Kind) switch
    {
        (bool truth, JsonTextKind.True or JsonTextKind.False) => truth == (expected.Kind == JsonTextKind.True),
        (decimal number, JsonTextKind.Number) => ValueText.Number(number) == CanonicalJson.Number(expected.Raw),
        (string text, JsonTextKind.String) => text == expected.Text,
        (DateOnly date, JsonTextKind.String) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == expected.Text,
        (ListValue list, JsonTextKind.Array) => list.Items.Count == expected.Items.Count && list.Items.Zip(expected.Items).All(p => p.First.IsCertain && Matches(p.First.Value, p.Second)),
        _ => false,
    };

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names);
}
