using System.Text;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Verification.Cases;

/// <summary>Replays golden cases. Deterministic: results come in the order of the cases however many cores work. Thread safe.</summary>
public static class CaseRunner
{
    /// <summary>All cases of the named workflows (of every workflow when <paramref name="workflows"/> is empty), in parallel.</summary>
    public static IReadOnlyList<CaseResult> Run(RuleEngine engine, IReadOnlyCollection<string> workflows, IReadOnlyList<GoldenCaseFile>? files = null, CancellationToken cancellation = default)
    {
        var cases = (files ?? [.. engine.Library.Workflows.Select(w => w.Cases).OfType<GoldenCaseFile>()])
            .Where(f => workflows.Count == 0 || workflows.Contains(f.Workflow))
            .SelectMany(f => f.Cases.Select(c => (f.Workflow, Case: c))).ToArray();
        var results = new CaseResult[cases.Length];
        Parallel.For(0, cases.Length, new ParallelOptions { CancellationToken = cancellation }, i => results[i] = Run(engine, cases[i].Workflow, cases[i].Case));
        return results;
    }

    public static CaseResult Run(RuleEngine engine, string workflow, GoldenCase golden)
    {
        var facts = Encoding.UTF8.GetBytes(golden.Facts.Raw);
        var outcome = engine.Library.TryGet(workflow, out var found) && found.Bound is not null
            ? Decide(engine.For(workflow), CanonicalJson.Of(golden.Facts), golden.AsOf)
            : engine.Decide(workflow, facts, golden.AsOf, Explain.Rules);
        if (outcome.Decision is not { } decision)
            return new CaseResult(workflow, golden, null, [.. outcome.Errors.Select(e => new CaseDifference($"facts {e.Pointer}", "valid facts", e.Message))]);
        return new CaseResult(workflow, golden, decision, Compare(decision, golden.Expect));
    }

    private static DecisionOutcome Decide(WorkflowEngine engine, ReadOnlySpan<byte> facts, DateOnly? asOf)
    {
        var set = engine.Facts.Rent();
        var errors = new List<Diagnostics.Diagnostic>();
        try
        {
            return engine.Facts.Read(facts, set, errors) ? new DecisionOutcome(engine.Decide(set, asOf), []) : new DecisionOutcome(null, errors);
        }
        finally
        {
            engine.Facts.Return(set);
        }
    }

    private static List<CaseDifference> Compare(Decision decision, GoldenExpectation expect)
    {
        var differences = new List<CaseDifference>();
        var rules = decision.Rules.ToDictionary(r => r.Name, StringComparer.Ordinal);
        foreach (var (name, verdict) in expect.Rules)
        {
            if (!rules.TryGetValue(name, out var rule)) differences.Add(new CaseDifference($"rule {name}", DecisionWriter.VerdictName(verdict), "no such rule"));
            else if (rule.Verdict != verdict)
                differences.Add(new CaseDifference($"rule {name}", DecisionWriter.VerdictName(verdict), Describe(rule)));
        }
        foreach (var output in expect.Outputs) CompareOutput(decision, output, differences);
        if (expect.Missing is { } missing)
        {
            var actual = expect.Rules.Where(r => r.Value == Verdict.Undetermined && rules.ContainsKey(r.Key))
                .SelectMany(r => rules[r.Key].Missing).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            if (!missing.SequenceEqual(actual, StringComparer.Ordinal)) differences.Add(new CaseDifference("missing", Listed(missing), Listed(actual)));
        }
        if (expect.Events is { } events)
        {
            var actual = decision.Rules.Select(r => r.Event).OfType<string>().Order(StringComparer.Ordinal).ToList();
            if (!events.Order(StringComparer.Ordinal).SequenceEqual(actual, StringComparer.Ordinal)) differences.Add(new CaseDifference("events", Listed(events), Listed(actual)));
        }
        return differences;
    }

    private static string Describe(RuleResult rule) => DecisionWriter.VerdictName(rule.Verdict) + rule.Verdict switch
    {
        Verdict.Undetermined => $" (missing {Listed(rule.Missing)})",
        Verdict.Failed => $" ({rule.Error?.Message})",
        _ => "",
    };

    private static void CompareOutput(Decision decision, JsonTextProperty expected, List<CaseDifference> differences)
    {
        var subject = $"output {expected.Name}";
        var output = decision.Outputs.FirstOrDefault(o => o.Name == expected.Name);
        if (output is null) differences.Add(new CaseDifference(subject, expected.Value.Raw, "no such output"));
        else if (!Matches(output.Value, expected.Value)) differences.Add(new CaseDifference(subject, expected.Value.Raw, ValueText.Of(output.Value)));
    }

    private static bool Matches(Value actual, JsonTextNode expected)
    {
        if (expected.Kind == JsonTextKind.Null) return actual is UnknownValue or RangeValue or OneOfValue;
        return actual is KnownValue known && MatchesContent(known.Content, expected);
    }

    private static bool MatchesContent(object content, JsonTextNode expected) => (content, expected.Kind) switch
    {
        (bool truth, JsonTextKind.True or JsonTextKind.False) => truth == (expected.Kind == JsonTextKind.True),
        (decimal number, JsonTextKind.Number) => ValueText.Number(number) == CanonicalJson.Number(expected.Raw),
        (string text, JsonTextKind.String) => text == expected.Text,
        (DateOnly date, JsonTextKind.String) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) == expected.Text,
        (ListValue list, JsonTextKind.Array) => list.Items.Count == expected.Items.Count && list.Items.Zip(expected.Items).All(p => p.First.IsCertain && Matches(p.First.Value, p.Second)),
        _ => false,
    };

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names);
}
