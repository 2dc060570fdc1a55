using System.CommandLine;
using BoneMets.Rules.Cli.Output;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Reports;

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

    public TestCommand(Terminal terminal, Option<string> library) : base("test", "Replays golden cases. Exit 0 when all pass, 1 when a case fails or a document has errors.")
    {
        (this.terminal, this.library) = (terminal, library);
        foreach (var option in (Option[])[files, workflows, format, output]) Options.Add(option);
        SetAction((parsed, cancellation) => Task.FromResult(Test(parsed, cancellation)));
    }

    public IReadOnlyList<string> Examples { get; } =
        ["bonemets test", "bonemets test --workflow MirelsFractureRisk", "bonemets test --cases my-cases.json --format junit --output report.xml"];

    private int Test(ParseResult parsed, CancellationToken cancellation)
    {
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
        var results = CaseSuite.Of(loaded.Library, names, given).Replay(engine, cancellation);
        Report(parsed, loaded, results);
        return results.All(r => r.Passed) && !bag.HasErrors ? ExitCodes.Done : ExitCodes.Failed;
    }

    private void Report(ParseResult parsed, LoadedLibrary loaded, IReadOnlyList<CaseResult> results)
    {
        var summary = $"{results.Count(r => r.Passed)} passed, {results.Count(r => !r.Passed)} failed";
        var path = parsed.GetValue(output);
        if (parsed.GetValue(format) is not ("text" or null) and var word)
        {
            using (var stream = path is null ? terminal.OpenOutput() : File.Create(path)) WriteReport(stream, word, results);
            if (path is not null) terminal.Out.WriteLine(summary);
            return;
        }
        if (path is null)
        {
            CaseText.Write(terminal.Out, terminal, results, loaded.PathOf);
            terminal.Out.WriteLine(summary);
            return;
        }
        using (var writer = new StreamWriter(path) { NewLine = "\n" })
        {
            CaseText.Write(writer, null, results, loaded.PathOf);
            writer.WriteLine(summary);
        }
        terminal.Out.WriteLine(summary);
    }

    private static void WriteReport(Stream stream, string format, IReadOnlyList<CaseResult> results)
    {
        switch (format)
        {
            case "json": CaseReportJson.Write(stream, results); break;
            case "junit": CaseReportJUnit.Write(stream, results); break;
            default: CaseReportHtml.Write(stream, results); break;
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
