using System.Diagnostics;
using BoneMets.Rules.Bench.Measuring;
using BoneMets.Rules.Bench.Workloads;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Bench.Curves;

/// <summary>What grows inside one process: rules, facts, lists, golden cases.</summary>
internal sealed class EngineCurves(Effort effort, bool isShort)
{
    public Curve Rules()
    {
        var (interpreted, compiled, first, ready) = (new List<(double, double)>(), new List<(double, double)>(), new List<(double, double)>(), new List<(double, double)>());
        // The first compilation of a process is about the compiler.
        using (var warm = Engine(new GrowingLibrary(10, 10))) warm.CompileAsync().GetAwaiter().GetResult();
        foreach (var rules in isShort ? [10, 100, 1_000] : new[] { 10, 30, 100, 300, 1_000, 3_000, 10_000 })
        {
            var library = new GrowingLibrary(rules, 10);
            var line = library.Line(5);
            first.Add((rules, FirstDecision(library, line) * 1_000));
            var clock = Stopwatch.StartNew();
            using var engine = Engine(library);
            engine.CompileAsync().GetAwaiter().GetResult();
            ready.Add((rules, clock.Elapsed.TotalMicroseconds));
            if (!engine.IsCompiled) throw new InvalidOperationException($"{rules} rules were not compiled", engine.CompilationFailure);
            compiled.Add((rules, Verdicts(engine, line)));
            using var evaluator = Engine(library, compile: false);
            interpreted.Add((rules, Verdicts(evaluator, line)));
        }
        return new Curve("rules", "Rules of a workflow", "rules", "µs",
            [new Series("decision, compiled", compiled), new Series("decision, evaluator", interpreted), new Series("text to first decision", first), new Series("text to compiled code", ready)]);
    }

    public Curve Facts()
    {
        var (read, decided) = (new List<(double, double)>(), new List<(double, double)>());
        foreach (var facts in isShort ? [10, 100] : new[] { 10, 30, 100, 300, 1_000 })
        {
            var library = new GrowingLibrary(20, facts);
            using var engine = Engine(library);
            engine.CompileAsync().GetAwaiter().GetResult();
            read.Add((facts, Reading(engine, library.Line(5))));
            decided.Add((facts, Verdicts(engine, library.Line(5))));
        }
        return new Curve("facts", "Facts of a patient, 20 rules", "facts, all of them given", "µs", [new Series("reading a line", read), new Series("decision, compiled", decided)]);
    }

    public Curve Lists()
    {
        var (compiled, interpreted) = (new List<(double, double)>(), new List<(double, double)>());
        var library = new GrowingLibrary(20, 10);
        using var engine = Engine(library);
        engine.CompileAsync().GetAwaiter().GetResult();
        using var evaluator = Engine(library, compile: false);
        foreach (var elements in isShort ? [1, 100] : new[] { 1, 10, 100, 1_000, 10_000 })
        {
            compiled.Add((elements, Verdicts(engine, library.Line(elements))));
            interpreted.Add((elements, Verdicts(evaluator, library.Line(elements))));
        }
        return new Curve("lists", "Elements of a list that a rule counts", "elements", "µs per decision", [new Series("compiled", compiled), new Series("evaluator", interpreted)]);
    }

    public Curve Cases()
    {
        var load = RuleLibrary.Load(Repository.Library);
        using var engine = new RuleEngine(load.Library);
        foreach (var workflow in load.Library.Workflows.Where(w => w.Bound is not null)) engine.For(workflow.Name).CompileAsync().GetAwaiter().GetResult();
        var suite = CaseSuite.Of(load.Library, []).Cases;
        // In an order at random: those of one workflow stand together, and workflows differ in size.
        var mixed = Enumerable.Range(0, suite.Count).OrderBy(i => i * 7_919L % suite.Count).Select(i => suite[i]).ToList();
        var points = new List<(double, double)>();
        foreach (var count in new[] { 10, 30, 100, 300, 1_000, mixed.Count }.Where(c => c <= mixed.Count && (!isShort || c <= 100)))
        {
            var some = mixed.Take(count).ToList();
            points.Add((count, Time(() => some.Count(c => CaseRunner.Run(engine, c).Passed)) / 1_000));
        }
        return new Curve("cases", "Golden cases replayed, all workflows", "cases", "ms", [new Series("replay on one core", points)]);
    }

    private static WorkflowEngine Engine(GrowingLibrary library, bool compile = true)
    {
        var loaded = library.Load();
        return new WorkflowEngine(loaded[GrowingLibrary.Workflow].Bound!, loaded.Evidence, new EngineOptions { Compile = compile });
    }

    /// <summary>Milliseconds of processor time.</summary>
    private double FirstDecision(GrowingLibrary library, byte[] line)
    {
        var times = new List<double>();
        var clock = Stopwatch.StartNew();
        do
        {
            var start = Environment.CpuUsage.TotalTime;
            using var engine = Engine(library, compile: false);
            var facts = Read(engine, line);
            engine.Decide(facts, null);
            times.Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
        }
        while (clock.Elapsed < effort.CurvePoint);
        return Race.Median([.. times]);
    }

    private double Verdicts(WorkflowEngine engine, byte[] line)
    {
        var facts = Read(engine, line);
        return Time(() => engine.Verdicts(facts, null).Count);
    }

    private double Reading(WorkflowEngine engine, byte[] line)
    {
        var facts = engine.Facts.Rent();
        return Time(() => engine.Facts.ReadLine(line, facts, null, out _) ? 1 : throw new InvalidOperationException("the engine refuses generated facts"));
    }

    private static FactSet Read(WorkflowEngine engine, byte[] line)
    {
        var facts = engine.Facts.Rent();
        return engine.Facts.ReadLine(line, facts, null, out _) ? facts : throw new InvalidOperationException("the engine refuses generated facts");
    }

    /// <summary>Microseconds per call.</summary>
    private double Time(Func<int> once)
    {
        var contestant = new Contestant("it", 1, () => (ulong)once());
        return new Race([contestant]).Run(effort with { RaceDuration = effort.CurvePoint, QuietTime = effort.CurvePoint / 4 }).Time("it") / 1_000;
    }
}
