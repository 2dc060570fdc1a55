using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BoneMets.Rules.Cli.Output;
using BoneMets.Rules.Streaming;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>A decision per line, for as many lines as there are.</summary>
internal sealed class EvaluateCommand : Command, IHasExamples
{
    private const string About = """
        Makes a decision for every line of an NDJSON file, in order, in constant memory, on all cores.

        In:  {"id": …, "patient": {…}} per line; "id" (a text or a number) is optional.
        Out: {"line": 1, "id": …, "decision": {…}}, or {"line": 2, "id": …, "error": {"code", "message", "errors": [{"pointer", "code", "message"}]}}.

        The decisions have no decisionId and no evaluatedAt, so the same input gives the same bytes. "line" counts every line from 1, or from --first-line in a part of a file; a "line" given in the input is kept instead. Lines without content give no output. A line may have 10 MB; a longer one becomes an error line. Windows line ends and a last line without line end are fine.

        Exit 0; 1 when the workflow has errors; 3 when some lines were bad.
        """;

    /// <summary>Compiling takes a second or two of one core; fewer lines than these are done by then.</summary>
    private const int WorthCompiling = 50_000;

    private const long LastFirstLine = 1_000_000_000_000_000;

    private readonly Terminal terminal;
    private readonly Option<string> library;
    private readonly Argument<string> workflow = CommonOptions.Workflow();
    private readonly Option<string> input = new("--input") { Description = "NDJSON to read; - is standard input.", HelpName = "FILE|-", Required = true };
    private readonly Option<string> output = new("--output") { Description = "NDJSON to write; - is standard output.", HelpName = "FILE|-", Required = true };
    private readonly Option<DateOnly?> asOf = CommonOptions.AsOf();
    private readonly Option<long> firstLine = new("--first-line") { Description = "The number of the first line, in a part of a larger file.", HelpName = "N", DefaultValueFactory = _ => 1, CustomParser = ReadFirstLine };
    private readonly Option<string> explain = CommonOptions.Choice("--explain", "How much of its reasons each decision carries.", "none", "none", "rules");

    public EvaluateCommand(Terminal terminal, Option<string> library) : base("evaluate", About)
    {
        (this.terminal, this.library) = (terminal, library);
        Arguments.Add(workflow);
        foreach (var option in (Option[])[input, output, asOf, firstLine, explain]) Options.Add(option);
        SetAction(EvaluateAsync);
    }

    public IReadOnlyList<string> Examples { get; } =
    [
        "bonemets evaluate BoneTargetedAgent --input patients.ndjson --output decisions.ndjson --as-of 2026-01-31",
        "zcat patients.ndjson.gz | bonemets evaluate MirelsFractureRisk --input - --output - | gzip > decisions.ndjson.gz",
    ];

    private static long ReadFirstLine(ArgumentResult result)
    {
        if (long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LastFirstLine) return number;
        result.AddError($"--first-line is a number from 1 to {LastFirstLine}");
        return 1;
    }

    private async Task<int> EvaluateAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (from, to) = (parsed.GetRequiredValue(input), parsed.GetRequiredValue(output));
        if (from != "-") FactsInput.CheckExists(from);
        if (from != "-" && to != "-" && Path.GetFullPath(from) == Path.GetFullPath(to)) throw new CommandFailure("--input and --output are the same file");
        var loaded = LoadedLibrary.ReadWithoutCases(parsed.GetRequiredValue(library));
        var chosen = loaded.Usable(parsed.GetRequiredValue(workflow), terminal);
        using var engine = new RuleEngine(loaded.Library, new EngineOptions { Compile = false });
        await using var source = from == "-" ? terminal.OpenInput() : new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        await using var target = to == "-" ? terminal.OpenOutput() : new FileStream(to, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var progress = EvaluateProgress.For(terminal, from == "-" ? null : source.Length);
        var options = new StreamOptions
        {
            AsOf = parsed.GetValue(asOf) ?? engine.Today,
            FirstLine = parsed.GetValue(firstLine),
            Explain = CommonOptions.ToExplain(parsed.GetValue(explain)!),
            Progress = totals =>
            {
                if (totals.Lines >= WorthCompiling && !chosen.IsShapeBound) _ = engine.For(chosen.Name).CompileAsync();
                progress?.Show(totals);
            },
        };
        var totals = await new DecisionStream(engine, chosen.Name, options).RunAsync(source, target, cancellation);
        progress?.End(totals);
        if (totals.Bad > 0 || totals.Failed > 0) terminal.Error.WriteLine(EvaluateProgress.Summary(totals));
        return totals.Bad > 0 ? ExitCodes.BadFacts : ExitCodes.Done;
    }
}
