using BoneMets.Rules.Decisions;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Cases;

/// <summary>
/// Finds golden cases that cannot hold whatever the rules say: facts that do not fit, names that do not exist, an evaluation date that is
/// read and not given. Every finding stands at its place in the case file.
/// </summary>
public static class CaseChecker
{
    private const string AsOf = "asOf";

    public static IReadOnlyList<Diagnostic> Check(RuleEngine engine, CaseSuite suite, CancellationToken cancellation = default)
    {
        var targets = new CaseTargets(engine.Library);
        var found = new IReadOnlyList<Diagnostic>[suite.Cases.Count];
        Parallel.For(0, found.Length, Cores.Options(cancellation), i => found[i] = Check(engine, suite.Cases[i], targets));
        return [.. found.SelectMany(f => f)];
    }

    private static IReadOnlyList<Diagnostic> Check(RuleEngine engine, ReplayableCase replayable, CaseTargets targets)
    {
        // A workflow that does not exist or has errors has been reported where it stands.
        if (!engine.Library.TryGet(replayable.Workflow, out var workflow) || (workflow.Bound is null && !workflow.IsShapeBound)) return [];
        var (golden, findings) = (replayable.Case, new List<Diagnostic>());
        var outcome = engine.Decide(replayable.Workflow, replayable.Facts.Span, golden.AsOf, Explain.None);
        if (outcome.Decision is { } decision) CheckNames(golden, decision, targets, findings);
        else findings.AddRange(outcome.Errors.Select(e => Place(golden.Facts, e)));
        return findings;
    }

    private static Diagnostic Place(JsonTextNode facts, Diagnostic error) =>
        JsonPointer.Nearest(facts, error.Pointer).At(DiagnosticCode.CaseFactsInvalid, error.Message, error.Help);

    private static void CheckNames(GoldenCase golden, Decision decision, CaseTargets targets, List<Diagnostic> findings)
    {
        var expect = golden.Expect;
        foreach (var name in Properties(expect.Node["Rules"]))
            if (decision.Rules.All(r => r.Name != name.Name))
                findings.Add(name.At(DiagnosticCode.UnknownCaseTarget, $"`{decision.Workflow}` has no rule `{name.Name}`", Suggestion.DidYouMean(name.Name, decision.Rules.Select(r => r.Name))));
        foreach (var name in Properties(expect.Node["Outputs"]))
            if (decision.Outputs.All(o => o.Name != name.Name))
                findings.Add(name.At(DiagnosticCode.UnknownCaseTarget, $"`{decision.Workflow}` has no output `{name.Name}`", Suggestion.DidYouMean(name.Name, decision.Outputs.Select(o => o.Name))));
        foreach (var fact in expect.Node["Missing"]?.Items ?? [])
            if (fact.Text is { } path && !targets.HasFact(decision.Workflow, path))
                findings.Add(fact.At(DiagnosticCode.UnknownCaseTarget, $"`{decision.Workflow}` reads no fact `{path}`", targets.FactLike(decision.Workflow, path)));
        foreach (var item in expect.Node["Events"]?.Items ?? [])
            if (item.Text is { } name && !targets.Events.Contains(name))
                findings.Add(item.At(DiagnosticCode.UnknownCaseTarget, $"no rule has the event `{name}`", Suggestion.DidYouMean(name, targets.Events)));
        if (golden.AsOf is null) CheckDate(golden, decision, targets, findings);
    }

    /// <summary>Without a date nothing may be expected of what reads it, whatever these facts decide without it.</summary>
    private static void CheckDate(GoldenCase golden, Decision decision, CaseTargets targets, List<Diagnostic> findings)
    {
        var readers = targets.ReadersOfDate(decision.Workflow);
        var expected = (golden.Expect.Node["Rules"]?.Properties ?? []).Concat(golden.Expect.Node["Outputs"]?.Properties ?? []);
        foreach (var name in expected.Select(p => p.Name).Distinct(StringComparer.Ordinal))
            if (readers.Reads(name) || decision.Rules.Any(r => r.Name == name && r.Missing.Contains(AsOf, StringComparer.Ordinal)))
                findings.Add(golden.Node.At(DiagnosticCode.CaseExpectationInvalid, $"the case has no `AsOf`, and `{name}` reads `asOf`", "add `AsOf`, such as `\"AsOf\": \"2026-01-31\"`"));
    }

    private static IReadOnlyList<JsonTextProperty> Properties(JsonTextNode? node) => node?.Properties ?? [];
}

/// <summary>What the cases of a library may name. Immutable.</summary>
internal sealed class CaseTargets(RuleLibrary library)
{
    public HashSet<string> Events { get; } =
        library.Workflows.SelectMany(w => AllRules(w.Model.Rules)).Select(r => r.SuccessEvent).OfType<string>().ToHashSet(StringComparer.Ordinal);

    public DateReaders ReadersOfDate(string workflow) => new(library.TryGet(workflow, out var found) ? found.Bound : null);

    /// <summary>Files for Microsoft's engine have no schemas, so any path may be one of theirs.</summary>
    public bool HasFact(string workflow, string path) =>
        path == "asOf" || !library.TryGet(workflow, out var found) || found.Bound is not { } bound
        || FactPaths.Find(bound, path) is not null || library.Workflows.Any(w => w.Bound is { } other && FactPaths.Find(other, path) is not null);

    public string? FactLike(string workflow, string path) => Suggestion.DidYouMean(path, library[workflow].Bound?.FactsRead ?? []);

    private static IEnumerable<Rule> AllRules(IEnumerable<Rule> rules) => rules.SelectMany(r => AllRules(r.Rules).Prepend(r));
}
