using BoneMets.Rules.Decisions;
using BoneMets.Rules.Language;
using BoneMets.Rules.Verification.Analysis.Solving;

namespace BoneMets.Rules.Verification.Analysis.Versions;

/// <summary>
/// Asks about all patients whether two versions of a library decide the same, rule by rule and value by value. Of workflows with the same hash
/// nothing is asked: they do. Compared are verdicts, and values where they are known; advice and what withholds it, texts, what is missing and the
/// conditions of includes are not. Thread safe.
/// </summary>
public static class VersionComparison
{
    /// <summary>The workflows that both versions have and that are not the same text. Those with errors, or without fact schemas, stay undecided.</summary>
    public static VersionReport Between(RuleEngine before, RuleEngine after, CancellationToken cancellation = default)
    {
        var pairs = after.Library.Workflows.Where(w => before.Library.TryGet(w.Name, out _)).Select(w => (Old: before.Library[w.Name], New: w)).Where(p => p.Old.Bound is null || p.Old.Bound.Hash != p.New.Bound?.Hash).ToList();
        var solver = Z3Process.Version;
        var compared = new WorkflowComparison[pairs.Count];
        Parallel.For(0, pairs.Count, Cores.Options(cancellation), i =>
        {
            var (old, now) = pairs[i];
            var obstacle = solver is null ? Z3Process.NotInstalled : ObstacleOf(old, now);
            compared[i] = obstacle is null ? Compare(before, after, old.Bound!, now.Bound!, cancellation) : new WorkflowComparison(now.Name, [], obstacle, null);
        });
        return new VersionReport(compared, solver);
    }

    /// <summary>One rule or value only.</summary>
    internal static DefinitionComparison Between(RuleEngine before, RuleEngine after, string workflow, string definition, CancellationToken cancellation = default)
    {
        var (old, now) = (before.Library[workflow].Bound!, after.Library[workflow].Bound!);
        using var search = new PatientSearch(LibraryAnalysis.Patience, old, now);
        return Compare(search, before, after, Compared(old).Single(d => d.Name == definition), Compared(now).Single(d => d.Name == definition), cancellation);
    }

    private static string? ObstacleOf(LibraryWorkflow old, LibraryWorkflow now)
    {
        if (!old.CanDecide) return "the older version has errors";
        if (!now.CanDecide) return "the newer version has errors";
        return old.Bound is null || now.Bound is null || old.IsShapeBound || now.IsShapeBound ? "a version has no fact schemas" : null;
    }

    private static WorkflowComparison Compare(RuleEngine before, RuleEngine after, BoundWorkflow old, BoundWorkflow now, CancellationToken cancellation)
    {
        using var search = new PatientSearch(LibraryAnalysis.Patience, old, now);
        var former = Compared(old).ToDictionary(d => d.Name, StringComparer.Ordinal);
        List<DefinitionComparison> definitions = [.. Compared(now).Where(d => former.ContainsKey(d.Name)).Select(d => Compare(search, before, after, former[d.Name], d, cancellation))];
        return new WorkflowComparison(now.Name, definitions, null, search.IsBounded ? search.LongestList : null);
    }

    private static DefinitionComparison Compare(PatientSearch search, RuleEngine before, RuleEngine after, Definition old, Definition now, CancellationToken cancellation)
    {
        var (isRule, workflow) = (now is RuleDefinition, search.Versions[1].Workflow.Name);
        if (now.Type is Facts.ObjectType or Facts.ListType) return new DefinitionComparison(now.Name, isRule, Relation.Undecided, null, null, null, "lists and objects are not compared");
        if (old is RuleDefinition != isRule) return new DefinitionComparison(now.Name, isRule, Relation.Undecided, null, null, null, "it was something else before");
        (string Was, string IsNow) seen = default;
        bool Differs(Patient patient, bool isDecided)
        {
            if (before.Judge(workflow, patient.Bytes(), patient.AsOf).Judgement is not { } one || after.Judge(workflow, patient.Bytes(), patient.AsOf).Judgement is not { } other) return false;
            var ((was, wasDecided), (isNow, nowDecided)) = (Said(one, now.Name, isRule), Said(other, now.Name, isRule));
            if (was == isNow || (isDecided && !(wasDecided && nowDecided))) return false;
            seen = (was, isNow);
            return true;
        }

        SearchResult Find(bool isDecided) => search.Find(() => SymbolicWorkflow.Differ(search.Versions[0].ValueOf(old), search.Versions[1].ValueOf(now), isDecided), p => Differs(p, isDecided), cancellation);
        var any = Find(isDecided: false);
        // Met instead of not met says more than undecided instead of not met.
        var clear = any.Status == SolverStatus.Impossible ? any : Find(isDecided: true);
        var (found, mustBeDecided) = clear.Patient is null ? (any, false) : (clear, true);
        var relation = found.Status switch { SolverStatus.Impossible => Relation.Same, SolverStatus.Possible => Relation.Different, _ => Relation.Undecided };
        if (found.Patient is not { } example) return new DefinitionComparison(now.Name, isRule, relation, null, null, null, found.Why);
        Differs(example, mustBeDecided); // the last patient who was tried is not the one who was kept
        return new DefinitionComparison(now.Name, isRule, relation, example, seen.Was, seen.IsNow, null);
    }

    private static (string Text, bool IsDecided) Said(Judgement judgement, string name, bool isRule)
    {
        if (isRule) return (DecisionWriter.VerdictName(judgement[name]), judgement[name] is Verdict.Met or Verdict.NotMet);
        var value = judgement.Outputs.First(o => o.Name == name).Value;
        return (ValueText.Of(value), value.IsKnown);
    }

    /// <summary>What a decision shows: rules, and parameters, scores and table outputs that are no rule's own.</summary>
    private static IEnumerable<Definition> Compared(BoundWorkflow workflow) =>
        workflow.Definitions.Where(d => d is RuleDefinition or ScoreDefinition or TableOutputDefinition or ParameterDefinition { Rule: null });
}
