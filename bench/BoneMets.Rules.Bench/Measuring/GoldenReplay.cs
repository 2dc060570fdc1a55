using BoneMets.Rules.Bench.Workloads;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Bench.Measuring;

/// <summary>Replay of all shipped golden cases on one core, explanations of rules included.</summary>
internal static class GoldenReplay
{
    public const string Name = "golden replay";

    public static Contestant Contestant()
    {
        var load = RuleLibrary.Load(Repository.Library);
        if (load.HasErrors) throw new InvalidOperationException(load.Diagnostics.First(d => d.IsError).Message);
        var engine = new RuleEngine(load.Library);
        foreach (var workflow in load.Library.Workflows.Where(w => w.Bound is not null)) engine.For(workflow.Name).CompileAsync().GetAwaiter().GetResult();
        var cases = load.Library.Workflows.Where(w => w.Cases is not null).SelectMany(w => w.Cases!.Cases.Select(c => (Workflow: w.Name, Case: c))).ToArray();
        return new Contestant(Name, cases.Length, () =>
        {
            var passed = 0UL;
            foreach (var (workflow, golden) in cases)
                if (CaseRunner.Run(engine, workflow, golden).Passed) passed++;
            return passed;
        });
    }
}
