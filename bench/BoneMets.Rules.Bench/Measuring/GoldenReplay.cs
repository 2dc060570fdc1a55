using BoneMets.Rules.Bench.Workloads;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Bench.Measuring;

/// <summary>Replay of all shipped golden cases on one core, as `bonemets test` and the server do it, once the code is warm.</summary>
internal static class GoldenReplay
{
    public const string Name = "golden replay";

    public static Contestant Contestant()
    {
        var load = RuleLibrary.Load(Repository.Library);
        if (load.HasErrors) throw new InvalidOperationException(load.Diagnostics.First(d => d.IsError).Message);
        var engine = new RuleEngine(load.Library);
        foreach (var workflow in load.Library.Workflows.Where(w => w.Bound is not null)) engine.For(workflow.Name).CompileAsync().GetAwaiter().GetResult();
        var suite = CaseSuite.Of(load.Library, []);
        return new Contestant(Name, suite.Cases.Count, () =>
        {
            var passed = 0UL;
            foreach (var golden in suite.Cases)
                if (CaseRunner.Run(engine, golden).Passed) passed++;
            return passed;
        });
    }
}
