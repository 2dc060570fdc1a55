using System.Diagnostics;
using System.Text;
using BoneMets.Rules.Bench.Workloads;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Bench.Measuring;

/// <summary>From the text of a new version to its first decision, and to the moment when compiled code has taken over.</summary>
internal static class TextToDecision
{
    /// <summary>The child process that measures the second in a process that has compiled nothing before: <c>--first-compilation WORKFLOW</c>.</summary>
    public const string ChildOption = "--first-compilation";

    public static IReadOnlyList<LibraryFile> FilesOf(string workflow) =>
        BenchLibrary.Files(first: workflow == BenchLibrary.First, second: workflow == BenchLibrary.Second);

    public static byte[] FactsOf(string workflow) =>
        workflow == BenchLibrary.First ? PatientGenerator.Json(PatientGenerator.Create(1, 0)[0]) : MeasurementGenerator.Json(MeasurementGenerator.Create(1, 0)[0], 0);

    /// <summary>Milliseconds of processor time, evaluator only, one text after the other, each different; the process is warm.</summary>
    public static double[] FirstDecision(string workflow, Effort effort)
    {
        var facts = FactsOf(workflow);
        var version = 0;
        double Once()
        {
            var files = Changed(FilesOf(workflow), version++);
            var start = Environment.CpuUsage.TotalTime;
            using var engine = Load(files, workflow, compile: false);
            Decide(engine, facts);
            return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
        }
        JustInTime.Settle(effort.QuietTime, () => Once());
        return [.. Enumerable.Range(0, effort.Texts).Select(_ => Once())];
    }

    /// <summary>Milliseconds of the clock until the compiled code serves; the engine decides meanwhile.</summary>
    public static double[] SwapIn(string workflow, int times)
    {
        var facts = FactsOf(workflow);
        var result = new double[times];
        for (var i = 0; i < times; i++)
        {
            var files = Changed(FilesOf(workflow), 1_000 + i);
            var clock = Stopwatch.StartNew();
            using var engine = Load(files, workflow, compile: true);
            Decide(engine, facts);
            engine.CompileAsync().GetAwaiter().GetResult();
            result[i] = clock.Elapsed.TotalMilliseconds;
            if (!engine.IsCompiled) throw new InvalidOperationException($"{workflow} was not compiled", engine.CompilationFailure);
        }
        return result;
    }

    /// <summary>The same, once, in a new process: the C# compiler itself has to warm up.</summary>
    public static double SwapInOfNewProcess(string workflow)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        start.ArgumentList.Add(ChildOption);
        start.ArgumentList.Add(workflow);
        using var child = Process.Start(start)!;
        var text = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static WorkflowEngine Load(IReadOnlyList<LibraryFile> files, string workflow, bool compile)
    {
        var load = RuleLibrary.Load(files);
        if (load.HasErrors) throw new InvalidOperationException(load.Diagnostics[0].Message);
        return new WorkflowEngine(load.Library[workflow].Bound!, load.Library.Evidence, new EngineOptions { Compile = compile });
    }

    private static void Decide(WorkflowEngine engine, byte[] facts)
    {
        var set = engine.Facts.Rent();
        if (!engine.Facts.ReadLine(facts, set, null, out _)) throw new InvalidOperationException("the engine refuses generated facts");
        var decision = DecisionWriter.ToUtf8(engine.Decide(set, null, Explain.Rules), Explain.Rules);
        engine.Facts.Return(set);
        if (decision.Length == 0) throw new InvalidOperationException("an empty decision");
    }

    /// <summary>A new text each time, so that nothing may be remembered.</summary>
    private static List<LibraryFile> Changed(IReadOnlyList<LibraryFile> files, int version) =>
        [.. files.Select(f => f with { Content = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(f.Content.Span).Replace("\"Benchmark", $"\"Version {version} of benchmark", StringComparison.Ordinal)) })];
}
