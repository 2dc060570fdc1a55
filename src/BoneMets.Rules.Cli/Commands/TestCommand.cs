using System.CommandLine;
using BoneMets.Rules.Cli.Output;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Coverage;
using BoneMets.Rules.Verification.Mutation;
using BoneMets.Rules.Verification.Reports;
using BoneMets.Rules.Verification.Reports.Html;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>Replays golden cases.</summary>
internal sealed class TestCommand : Command, IHasExamples
{
    private readonly Terminal terminal;
    private readonly Option<string> library;
    private readonly Option<string[]> files = new("--cases") { Description = "Case files to replay instead of the library's own.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> workflows = new("--workflow") { Description = "Only the cases of these workflows.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> format = CommonOptions.Choice("--format", "text for people, json for programs, junit for build servers, html as one page.", "text", "text", "json", "junit", "html");
    private readonly Option<string> output = new("--output") { Description = "Where the report goes; standard output when left out.", HelpName = "FILE" };

    private readonly Option<bool> coverage = new("--coverage") { Description = "Also shows which verdicts, table rows, score bands and conditions the cases reach." };
    private readonly Option<CoverageThresholds?> leastCoverage = new("--min-coverage")
    {
        Description = "Exit 1 when the coverage is less, or a workflow is not measured, such as rules=100,rows=95,bands=95,conditions=90 (percent).",
        HelpName = "LIST",
        CustomParser = result =>
        {
            if (CoverageThresholds.Parse(result.Tokens[0].Value, out var problem) is { } thresholds) return thresholds;
            result.AddError(problem);
            return null;
        },
    };

    private readonly Option<bool> mutation = new("--mutation") { Description = "Also makes small mistakes in the rules, one at a time, and shows which of them no case notices, each with a case that would." };
    private readonly Option<bool> accept = new("--accept-suggestions") { Description = "Adds the suggested cases to the case files of the library; needs --mutation." };

    public TestCommand(Terminal terminal, Option<string> library) : base("test", "Replays golden cases. Exit 0 when all pass, 1 when a case fails, the coverage is less than asked for, or a document has errors.")
    {
        (this.terminal, this.library) = (terminal, library);
        foreach (var option in (Option[])[files, workflows, coverage, leastCoverage, mutation, accept, format, output]) Options.Add(option);
        SetAction((parsed, cancellation) => Task.FromResult(Test(parsed, cancellation)));
    }

    public IReadOnlyList<string> Examples { get; } =
        ["bonemets test", "bonemets test --workflow MirelsFractureRisk", "bonemets test --min-coverage rules=100,rows=100,bands=100,conditions=90", "bonemets test --mutation --workflow MirelsFractureRisk", "bonemets test --cases my-cases.json --format junit --output report.xml"];

    private int Test(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(accept) && !parsed.GetValue(mutation)) throw new CommandFailure("--accept-suggestions needs --mutation, which makes the suggestions");
        if (parsed.GetValue(accept) && parsed.GetValue(files) is { Length: > 0 }) throw new CommandFailure("--accept-suggestions adds to the library's own case files, not to those of --cases");
        var loaded = LoadedLibrary.Read(parsed.GetRequiredValue(library));
        var names = parsed.GetValue(workflows) ?? [];
        foreach (var name in names)
            if (!loaded.Library.TryGet(name, out _)) throw Unknown(name, loaded);
        var bag = new DiagnosticBag();
        bag.AddRange(loaded.Load.Diagnostics.Where(d => d.IsError).Select(d => d with { Document = loaded.PathOf(d.Document) }));
        var given = parsed.GetValue(files) is { Length: > 0 } paths ? paths.Select(p => ReadCases(p, bag)).OfType<GoldenCaseFile>().ToList() : null;
        foreach (var file in given ?? [])
            if (!loaded.Library.TryGet(file.Workflow, out _)) throw Unknown(file.Workflow, loaded);
        foreach (var error in bag.Sorted().Where(d => d.IsError)) terminal.Error.WriteLine(error);
        using var engine = new RuleEngine(loaded.Library, new EngineOptions { Compile = false });
        var suite = CaseSuite.Of(loaded.Library, names, given);
        var (results, speed) = suite.ReplayTimed(engine, cancellation);
        var least = parsed.GetValue(leastCoverage);
        // Cases of some workflows say little about the others.
        var measured = names.Length > 0 ? names : given?.Select(f => f.Workflow).ToArray();
        var found = parsed.GetValue(coverage) || least is not null ? CaseCoverage.Of(engine, suite, measured, cancellation: cancellation) : null;
        // A mistake in one workflow may be noticed by the cases of another.
        var mutants = parsed.GetValue(mutation) ? MutationTest.Run(loaded.Library, new MutationOptions { Workflows = measured ?? [], Suite = given is null ? null : suite }, cancellation) : null;
        Report(parsed, loaded, new CaseReport(results, found, mutants, speed, r => CaseRunner.Explain(engine, r)));
        var added = mutants is not null && parsed.GetValue(accept) ? AcceptedSuggestions.Write(loaded, mutants) : [];
        foreach (var (path, cases) in added) terminal.Error.WriteLine($"{path}: {cases} suggested {(cases == 1 ? "case" : "cases")} added");
        var shortfalls = found is null || least is null ? [] : least.Against(found);
        foreach (var shortfall in shortfalls) terminal.Error.WriteLine($"bonemets test: {shortfall}");
        return results.All(r => r.Passed) && !bag.HasErrors && shortfalls.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private void Report(ParseResult parsed, LoadedLibrary loaded, CaseReport report)
    {
        var results = report.Results;
        var summary = $"{results.Count(r => r.Passed)} passed, {results.Count(r => !r.Passed)} failed";
        var path = parsed.GetValue(output);
        if (parsed.GetValue(format) is not ("text" or null) and var word)
        {
            using (var stream = path is null ? terminal.OpenOutput() : File.Create(path)) WriteReport(stream, word, report);
            if (path is not null) terminal.Out.WriteLine(summary);
            return;
        }
        if (path is null)
        {
            CaseText.Write(terminal.Out, terminal, results, loaded.PathOf);
            WriteFindings(terminal.Out, new Ink(terminal.ColourOut), report, loaded);
            terminal.Out.WriteLine(summary);
            return;
        }
        using (var writer = new StreamWriter(path) { NewLine = "\n" })
        {
            CaseText.Write(writer, null, results, loaded.PathOf);
            WriteFindings(writer, new Ink(false), report, loaded);
            writer.WriteLine(summary);
        }
        terminal.Out.WriteLine(summary);
    }

    private static void WriteFindings(TextWriter writer, Ink ink, CaseReport report, LoadedLibrary loaded)
    {
        if (report.Coverage is { } found) CoverageText.Write(writer, ink, found, loaded.PathOf);
        if (report.Mutation is { } mutants) MutationText.Write(writer, ink, mutants, loaded.PathOf);
        if (report.Speed is { Cases: > 0 } speed) writer.WriteLine(ink.Faint(speed.ToString()));
    }

    private static void WriteReport(Stream stream, string format, CaseReport report)
    {
        switch (format)
        {
            case "json": CaseReportJson.Write(stream, report); break;
            case "junit": CaseReportJUnit.Write(stream, report); break;
            default: CaseReportHtml.Write(stream, report); break;
        }
        if (format != "html") stream.Write("\n"u8);
    }

    private static GoldenCaseFile? ReadCases(string path, DiagnosticBag bag)
    {
        FactsInput.CheckExists(path);
        var parsed = JsonText.Parse(path, File.ReadAllBytes(path));
        bag.AddRange(parsed.Diagnostics);
        return parsed.Root is { } root ? CasesReader.Read(root, bag) : null;
    }

    private static CommandFailure Unknown(string name, LoadedLibrary loaded)
    {
        var hint = Suggestion.DidYouMean(name, loaded.Library.Workflows.Select(w => w.Name));
        return new CommandFailure($"there is no workflow `{name}` in `{loaded.Directory}`" + (hint is null ? "" : $", {hint}"));
    }
}
