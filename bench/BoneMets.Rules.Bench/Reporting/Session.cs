using BoneMets.Rules.Bench.Benchmarks;
using BoneMets.Rules.Bench.Measuring;
using BoneMets.Rules.Bench.Workloads;

namespace BoneMets.Rules.Bench.Reporting;

/// <summary>One run: agreement first, then every measurement, each set against its goal.</summary>
/// <param name="effort">How long.</param>
/// <param name="commandLine">The published command, whose start is measured.</param>
/// <param name="only">A part of a section's title, for whoever improves one figure; null = all.</param>
internal sealed class Session(Effort effort, string? commandLine, string? only)
{
    private const string Twenty = "20 rules";
    private const string Thousand = "1,000 rules";

    public Report Run()
    {
        var load = Machine.Load();
        Say("do all contestants agree?");
        var agreement = Agreement.Check(effort.Patients, effort.Evaluated);
        Say("waiting for the JIT");
        _ = Arena.Shared;
        JustInTime.Settle(effort.QuietTime, () => Thread.Sleep(20));
        (string Title, Func<string, Section> Measure)[] all =
        [
            ("Facts in memory", InMemory), ("Line to line, one core", Lines), ("Missing facts", Patterns), ("Starting", Starting), ("Golden replay", Golden),
            ("Many patients", Many),
            ("Over HTTP", title => HttpSection.Measure(title, effort)),
        ];
        var sections = new List<Section>();
        foreach (var (title, measure) in all.Where(s => only is null || s.Title.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            Console.Error.WriteLine($"{DateTimeOffset.Now:HH:mm:ss} {title}");
            sections.Add(measure(title));
        }
        var cases = effort.WithDotNetBenchmark && only is null ? DotNetBenchmark.Run(Path.Combine(Repository.Root, "artifacts", "bench")) : [];
        return new Report(DateTimeOffset.UtcNow, load, agreement, sections, cases);
    }

    private Section InMemory(string title)
    {
        var arena = Arena.Shared;
        var (first, mixed) = (arena.FirstSampleOffLimits(), arena.FirstSample(0.5));
        var (second, secondMixed) = (arena.SecondSample(0), arena.SecondSample(0.5));
        var one = new Race([first.Compiled(), first.Nullable(), first.Plain(), first.PlainAgain()]).Run(effort);
        var oneSlow = new Race([first.Plain(), first.Evaluator(), first.Objects()]).Run(effort);
        var oneResults = new Race([first.PlainAgain(), first.Results()]).Run(effort);
        var oneMixed = new Race([mixed.Compiled(), mixed.Nullable()]).Run(effort);
        var two = new Race([second.Compiled(), second.Nullable(), second.Plain(), second.PlainAgain(), second.Branchless()]).Run(effort);
        var twoSlow = new Race([second.Plain(), second.Evaluator(), second.Objects()]).Run(effort);
        var twoResults = new Race([second.PlainAgain(), second.Results()]).Run(effort);
        var twoMixed = new Race([secondMixed.Compiled(), secondMixed.Nullable()]).Run(effort);
        var atLimits = $"{mixed.Declined} of {Arena.SampleSize} patients sit on a limit and are decided by exact decimals";
        var rows = new List<Row>
        {
            Against(one, Twenty, Names.Nullable, 1),
            Against(one, Twenty, Names.Plain, 0.4),
            Bytes(one, Twenty),
            Against(oneMixed, $"{Twenty}, half of the patients with gaps, limits as they come", Names.Nullable, 1, atLimits),
            Against(two, Thousand, Names.Nullable, 1),
            Against(two, Thousand, Names.Plain, 1),
            Bytes(two, Thousand),
            Against(twoMixed, $"{Thousand}, half of the patients with gaps", Names.Nullable, 1),
            Row.ForInformation($"compiled decision, {Twenty}, against {Names.PlainAgain}", $"{Row.Show(one.SpeedAgainst(Names.Engine, Names.PlainAgain))}×"),
            Row.ForInformation($"compiled decision, {Thousand}, against {Names.PlainAgain}", $"{Row.Show(two.SpeedAgainst(Names.Engine, Names.PlainAgain))}×"),
            Row.ForInformation($"compiled decision, {Thousand}, against {Names.Branchless}", $"{Row.Show(two.SpeedAgainst(Names.Engine, Names.Branchless))}×"),
            Row.ForInformation($"evaluator, {Twenty}", Row.ShowTime(oneSlow.Time(Names.Evaluator))),
            Row.ForInformation($"evaluator, {Thousand}", Row.ShowTime(twoSlow.Time(Names.Evaluator))),
            Row.ForInformation($"decision as an object, with what is missing, outputs and advice, {Twenty}", Row.ShowTime(oneSlow.Time(Names.Objects))),
            Row.ForInformation($"decision as an object, {Thousand}", Row.ShowTime(twoSlow.Time(Names.Objects))),
        };
        rows.AddRange(MicrosoftRulesEngine.Rows(Twenty, 0, one.SpeedAgainst(Names.Engine, Names.PlainAgain), oneResults.SpeedAgainst(Names.Results, Names.PlainAgain), 100, 30));
        rows.AddRange(MicrosoftRulesEngine.Rows(Thousand, 1, two.SpeedAgainst(Names.Engine, Names.PlainAgain), twoResults.SpeedAgainst(Names.Results, Names.PlainAgain), 50, 10));
        return new Section(title, "One decision, verdicts as bits, complete patients unless said otherwise; more than 1× is faster than the opponent.", rows);
    }

    private static Row Against(Race race, string workload, string opponent, double goal, string note = "") =>
        Row.AtLeast($"compiled decision, {workload}, against {opponent}", race.SpeedAgainst(Names.Engine, opponent), goal,
            $"{Row.ShowTime(race.Time(Names.Engine))} against {Row.ShowTime(race.Time(opponent))}{(note.Length > 0 ? "; " : "")}{note}");

    private static Row Bytes(Race race, string workload) => Row.AtMost($"bytes allocated by a compiled decision, {workload}", race.BytesPerDecision(Names.Engine), 0, " B");

    private Section Lines(string title)
    {
        var arena = Arena.Shared;
        var one = new Race(arena.FirstLines.Contestants(arena.FirstSample(0.5))).Run(effort);
        var two = new Race(arena.SecondLines.Contestants(arena.SecondSample(0))).Run(effort);
        Row Line(Race race, string workload, string opponent, double goal) =>
            Row.AtLeast($"NDJSON line to decision line, {workload}, against {opponent}", race.SpeedAgainst(Names.EngineLine, opponent), goal,
                $"{Row.ShowTime(race.Time(Names.EngineLine))} against {Row.ShowTime(race.Time(opponent))}");
        return new Section(
            title,
            "A line of facts in, `{\"line\":1,\"id\":…,\"decision\":{…}}` out (`explain` none); all three write the same bytes. Half of the patients of the first workload have gaps.",
            [
                Line(one, Twenty, Names.SourceGenerated, 1.2), Line(one, Twenty, Names.HandRead, 0.8),
                Line(two, Thousand, Names.SourceGenerated, 1.2), Line(two, Thousand, Names.HandRead, 0.8),
            ]);
    }

    private static Section Patterns(string title)
    {
        var ratios = MissingPatterns.Run(Arena.Shared.First);
        return new Section(
            title,
            "Twelve facts of one patient, each known or not.",
            [Row.AtMost($"slowest of {MissingPatterns.Count:#,0} patterns of missing facts against the full one", ratios[^1], 1.2, "×", $"median {Row.Show(ratios[ratios.Length / 2])}×")]);
    }

    private Section Starting(string title)
    {
        var rows = new List<Row>();
        foreach (var (workflow, name, goal) in new[] { (BenchLibrary.First, Twenty, 10d), (BenchLibrary.Second, Thousand, 50d) })
        {
            var first = TextToDecision.FirstDecision(workflow, effort);
            rows.Add(Row.AtMost($"new text to first decision, {name}", Race.Median(first), goal, " ms", $"fastest {Row.Show(first.Min())} ms"));
            var swaps = TextToDecision.SwapIn(workflow, effort.Swaps);
            rows.Add(Row.AtMost($"new text to compiled code in use, {name}", Race.Median(swaps) / 1_000, 3, " s", $"fastest {Row.Show(swaps.Min() / 1_000)} s"));
            rows.Add(Row.ForInformation($"the same in a process that has compiled nothing yet, {name}", $"{Row.Show(TextToDecision.SwapInOfNewProcess(workflow) / 1_000)} s"));
        }
        var (launches, problem) = ProcessStart.Run(commandLine, effort.Launches);
        const string what = "process start to the end of `bonemets run`, shipped library";
        rows.Add(problem is null
            ? Row.AtMost(what, Race.Median(launches), 300, " ms", $"median of {launches.Length} launches, fastest {Row.Show(launches.Min())} ms")
            : Row.NotMeasured(what, "≤ 300 ms", problem));
        return new Section(title, "Medians; the first decision in processor time (one thread), the rest by the clock. The evaluator gives the first decisions; compiled code takes over when it is ready.", rows);
    }

    private Section Golden(string title)
    {
        var replay = GoldenReplay.Contestant();
        var perSecond = 1e9 / new Race([replay]).Run(effort).Time(GoldenReplay.Name);
        return new Section(
            title,
            "All shipped cases, one core.",
            [new Row("golden cases replayed", $"{Row.Show(perSecond)} /s", "≥ 20,000 /s", perSecond >= 20_000, $"{replay.Decisions} cases")]);
    }

    private Section Many(string title)
    {
        var what = $"{effort.Streamed:#,0} patients from NDJSON, peak memory";
        var (result, problem) = ManyPatients.Run(commandLine, effort.Streamed);
        var row = result is null
            ? Row.NotMeasured(what, "≤ 300 MB", problem!)
            : Row.AtMost(what, result.Megabytes, 300, " MB", $"in {Row.Show(result.Seconds)} s, {Row.Show(effort.Streamed / result.Seconds)} patients/s with all cores, files read and written");
        return new Section(title, "`bonemets evaluate` on 20 rules, from start to end; half of the patients have gaps.", [row]);
    }

    private static void Say(string what) => Console.Error.WriteLine($"{DateTimeOffset.Now:HH:mm:ss} {what}");
}
