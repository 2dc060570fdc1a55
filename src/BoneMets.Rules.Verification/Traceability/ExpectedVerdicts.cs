namespace BoneMets.Rules.Verification.Traceability;

/// <summary>Which golden cases expect what of which rule, under whatever name an including workflow gives it.</summary>
internal sealed class ExpectedVerdicts
{
    private readonly Dictionary<(string Workflow, string Rule), RuleCases> cases = [];

    public ExpectedVerdicts(RuleLibrary library)
    {
        var all = library.Workflows.SelectMany(w => (w.Cases?.Cases ?? []).Select(c => new TracedCase(w.Name, c)));
        var stated = all.SelectMany(c => c.Case.Expect.Rules.Select(e => (Rule: RuleOf(library[c.Workflow], e.Key), Case: c, Verdict: e.Value)));
        foreach (var rule in stated.GroupBy(s => s.Rule)) cases[rule.Key] = Count([.. rule.Select(r => (r.Case, r.Verdict))], rule.Key.Workflow);
    }

    public RuleCases Of(string workflow, string rule) => cases.GetValueOrDefault((workflow, rule), RuleCases.None);

    /// <summary>The own cases first: whoever looks a rule up begins in its folder.</summary>
    private static RuleCases Count(List<(TracedCase Case, Verdict Verdict)> stated, string workflow)
    {
        IEnumerable<TracedCase> That(Verdict verdict) => stated.Where(s => s.Verdict == verdict).Select(s => s.Case).Distinct();
        return new RuleCases(
            [.. That(Verdict.Met).OrderBy(c => c.Workflow != workflow)],
            That(Verdict.NotMet).Count(), That(Verdict.Undetermined).Count(), That(Verdict.Failed).Count(), stated.Select(s => s.Case).Distinct().Count());
    }

    /// <summary><c>Rule</c>, <c>Included.Rule</c> or <c>Included[patient.lesions[0]].Rule</c>, includes of includes with a name before that.</summary>
    private static (string Workflow, string Rule) RuleOf(LibraryWorkflow workflow, string name)
    {
        if (workflow.Model.AllRules().Any(r => r.Name == name)) return (workflow.Name, name);
        var steps = Steps(name);
        return steps.Count < 2 ? (workflow.Name, name) : (steps[^2], steps[^1]);
    }

    /// <summary>What stands between the dots, without what stands in brackets.</summary>
    private static List<string> Steps(string name)
    {
        var (steps, depth, start, end) = (new List<string>(), 0, 0, 0);
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '[' && depth++ == 0) end = i;
            else if (name[i] == ']') depth--;
            else if (name[i] == '.' && depth == 0)
            {
                steps.Add(name[start..(end > start ? end : i)]);
                start = i + 1;
            }
        }
        steps.Add(name[start..]);
        return steps;
    }
}
