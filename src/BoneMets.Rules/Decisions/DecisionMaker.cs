using System.Collections.Concurrent;
using BoneMets.Rules.Compilation;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>
/// Turns the values of one evaluation into a decision: verdicts, ordered recommendations, what is withheld, what is missing.
/// The evaluator is the one source of values; compiled code only spares asking it. Thread safe: all state belongs to one call.
/// </summary>
internal sealed class DecisionMaker(BoundWorkflow workflow, IReadOnlyDictionary<string, EvidenceSource> evidence)
{
    private readonly ConcurrentDictionary<RuleDefinition, IReadOnlyList<ResolvedCitation>> citations = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<RuleDefinition, int> indexes = workflow.Rules.Select((rule, i) => (rule, i)).ToDictionary(r => r.rule, r => r.i);

    /// <summary>With a <paramref name="program"/> its verdicts spare evaluating the rules that it decides; a full explanation needs no program.</summary>
    public Decision Decide(FactSet facts, DateOnly? asOf, Explain explain, DecisionStamp stamp, CompiledProgram? program)
    {
        var trace = explain == Explain.Full ? new ExplanationTrace(workflow) : null;
        var evaluator = new Evaluator(workflow, facts.Inputs, asOf, trace);
        var verdicts = trace is null && program is not null ? CompiledVerdicts.Of(program, facts, asOf) : null;
        var (rules, outputs) = Evaluate(evaluator, verdicts);
        var order = rules.Where(r => r.Rule.Model.Recommendation is not null).OrderBy(r => r.Rule.Model.Recommendation!.Urgency).ToList();
        var met = order.Where(r => r.Verdict == Verdict.Met).ToList();
        var withheldBy = WithheldBy(rules, met);
        return new Decision
        {
            Workflow = workflow.Name,
            Hash = workflow.Hash,
            Source = DecisionSource.Of(workflow.Model, asOf),
            Release = stamp.Release,
            ReleaseStatus = stamp.ReleaseStatus,
            Id = stamp.Id,
            EvaluatedAt = stamp.EvaluatedAt,
            AsOf = asOf,
            Status = Status(rules, outputs),
            Recommendations = [.. met.Where(r => !withheldBy.ContainsKey(r.Name)).Select(r => r.Recommend())],
            Withheld = [.. met.Where(r => withheldBy.ContainsKey(r.Name)).Select(r => Withhold(r, withheldBy[r.Name]))],
            Pending = [.. order.Where(r => r.Verdict == Verdict.Undetermined).Select(r => r.Await())],
            Missing = Missing(rules),
            Rules = [.. rules.Select(r => Result(r, explain, trace))],
            Outputs = outputs,
            Notices = [.. evaluator.Notices.Select(n => new Notice(n.Code.Id, NameAt(n.Pointer), n.Message)), .. OutputFaults(outputs), .. CutExplanation(trace)],
            Explanations = trace?.ByDefinition ?? new Dictionary<string, Explanation>(StringComparer.Ordinal),
        };
    }

    /// <summary>The same without advice. What a <paramref name="trace"/> is to see no program may spare.</summary>
    public Judgement Judge(FactSet facts, DateOnly? asOf, CompiledProgram? program, ITrace? trace = null)
    {
        var verdicts = trace is null && program is not null ? CompiledVerdicts.Of(program, facts, asOf) : null;
        var (rules, outputs) = Evaluate(new Evaluator(workflow, facts.Inputs, asOf, trace), verdicts);
        return new Judgement { Status = Status(rules, outputs), Rules = [.. rules.Select(r => Result(r, Explain.None, null))], Outputs = outputs };
    }

    private (List<ScopedRule> Rules, List<OutputResult> Outputs) Evaluate(Evaluator evaluator, CompiledVerdicts? verdicts)
    {
        var scopes = DecisionScopes.Of(workflow, evaluator);
        var rules = new List<ScopedRule>();
        foreach (var scope in scopes)
            foreach (var rule in scope.Rules) rules.Add(Evaluate(scope, rule, scope.Prefix.Length == 0 ? verdicts : null));
        return (rules, Outputs(scopes));
    }

    private ScopedRule Evaluate(DecisionScope scope, RuleDefinition rule, CompiledVerdicts? verdicts) =>
        new(scope, rule, verdicts?[indexes[rule]] ?? scope.ValueOf(rule));

    private static DecisionStatus Status(List<ScopedRule> rules, List<OutputResult> outputs)
    {
        if (rules.Any(r => r.Verdict == Verdict.Failed) || outputs.Any(o => o.Value is FaultValue)) return DecisionStatus.Failed;
        return rules.Any(r => r.Verdict == Verdict.Undetermined) ? DecisionStatus.Incomplete : DecisionStatus.Complete;
    }

    private static List<OutputResult> Outputs(IReadOnlyList<DecisionScope> scopes)
    {
        var outputs = new List<OutputResult>();
        foreach (var scope in scopes)
            foreach (var definition in scope.Outputs)
                outputs.Add(new OutputResult(scope.NameOf(definition.Name), scope.Evaluator?.ValueOf(definition) ?? scope.Instead!));
        return outputs;
    }

    /// <summary>Rules are withheld while a rule against them is met, undetermined or failed: only a clear "not met" sets them free.</summary>
    private static Dictionary<string, List<ScopedRule>> WithheldBy(List<ScopedRule> rules, List<ScopedRule> met)
    {
        // By element: thousands of elements object to their own advice, and each of them to that of all others would be millions of pairs.
        var ofElement = met.Where(r => r.Scope.Element is not null).ToLookup(r => r.Scope.Element!, ReferenceEqualityComparer.Instance);
        var ofPatient = met.Where(r => r.Scope.Element is null).ToList();
        var result = new Dictionary<string, List<ScopedRule>>(StringComparer.Ordinal);
        foreach (var rule in rules.Where(r => r.Rule.Withholds.Count > 0 || r.Rule.WithholdsElsewhere.Count > 0).Select(r => r.Objection()).Where(r => r.Verdict != Verdict.NotMet))
            foreach (var target in (rule.Scope.Element is { } element ? ofPatient.Concat(ofElement[element]) : met).Where(rule.Withholds))
            {
                if (!result.TryGetValue(target.Name, out var list)) result.Add(target.Name, list = []);
                list.Add(rule);
            }
        return result;
    }

    private static WithheldResult Withhold(ScopedRule rule, List<ScopedRule> by)
    {
        var recommendation = rule.Recommend();
        return new WithheldResult(recommendation.Rule, recommendation.Title, recommendation.Text, recommendation.Urgency,
            [.. by.Select(b => b.Name)], string.Join(" ", by.Select(b => b.ReasonToWithhold())));
    }

    private static List<MissingFact> Missing(List<ScopedRule> rules)
    {
        var waiting = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var rule in rules)
            foreach (var path in rule.Missing)
            {
                if (!waiting.TryGetValue(path, out var names)) waiting.Add(path, names = []);
                names.Add(rule.Name);
            }
        var paths = waiting.Keys.ToList();
        paths.Sort(StringComparer.Ordinal);
        var scopes = rules.Select(r => r.Scope).Distinct().ToList();
        return [.. paths.Select(path => Describe(path, waiting[path], scopes))];
    }

    private static MissingFact Describe(string path, IReadOnlyList<string> rules, List<DecisionScope> scopes)
    {
        foreach (var scope in scopes)
            if (FactPaths.Find(scope.Workflow, path) is { } property) return new MissingFact(path, property.Label, property.Unit, rules);
        return new MissingFact(path, null, null, rules);
    }

    private RuleResult Result(ScopedRule rule, Explain explain, ExplanationTrace? trace)
    {
        var model = rule.Rule.Model;
        var result = new RuleResult { Name = rule.Name, Title = model.Title, Verdict = rule.Verdict, IsNested = rule.Rule.Parent is not null, Lacks = rule.Lacks };
        if (rule.Verdict == Verdict.Met) result = result with { Event = model.SuccessEvent };
        if (rule.Value is FaultValue fault) result = result with { Error = new Fault(fault.Code.Id, fault.Message) };
        if (explain == Explain.None) return result;
        return result with
        {
            Message = rule.Verdict == Verdict.NotMet ? rule.Text(rule.Rule.ErrorMessage) : null,
            Output = rule.Output(),
            Recommendation = model.Recommendation is null || rule.Verdict is not (Verdict.Met or Verdict.Undetermined) ? null : rule.Recommend(),
            Evidence = citations.GetOrAdd(rule.Rule, static (definition, sources) => ResolvedCitation.Of(definition.Model, sources), evidence),
            Explanation = rule.Scope.Evaluator is { } scope ? trace?.ByDefinition.GetValueOrDefault(trace.KeyOf(rule.Scope.Workflow, scope.Inputs, rule.Rule.Name)) : null,
        };
    }

    private static IEnumerable<Notice> CutExplanation(ExplanationTrace? trace) =>
        trace is { IsCut: true } ? [new Notice(DiagnosticCode.ExplanationCut.Id, null, "the explanation is too long and was cut: further parts have values only")] : [];

    private static IEnumerable<Notice> OutputFaults(List<OutputResult> outputs) =>
        outputs.Where(o => o.Value is FaultValue).Select(o => new Notice(((FaultValue)o.Value).Code.Id, o.Name, ((FaultValue)o.Value).Message));

    private string? NameAt(string pointer) => workflow.Tables.FirstOrDefault(t => t.Node.Pointer == pointer)?.Name;
}

/// <summary>What identifies one decision and when it was made; everything else of it follows from the facts.</summary>
public readonly record struct DecisionStamp(Guid Id, DateTimeOffset EvaluatedAt, int? Release = null, string ReleaseStatus = "unreviewed");
