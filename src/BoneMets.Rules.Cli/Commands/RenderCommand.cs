using System.CommandLine;
using System.Text;
using BoneMets.Rules.Verification.Guidelines;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>The library as a document for readers.</summary>
internal sealed class RenderCommand : Command, IHasExamples
{
    private readonly Terminal terminal;
    private readonly Option<string> library;
    private readonly Argument<string[]> workflows = new("WORKFLOW") { Description = "The workflows to render; all of the library when left out.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> format = CommonOptions.Choice("--format", "html for browsers and paper, markdown for repositories.", "html", "html", "markdown");
    private readonly Option<bool> single = new("--single") { Description = "Everything in one file with a table of contents, for printing and sending." };
    private readonly Option<string> output = new("--output") { Description = "The folder of the document: an index and a file per workflow; the file with --single. It is made when it is not there; files of the same names are overwritten.", HelpName = "DIR|FILE", Required = true };

    public RenderCommand(Terminal terminal, Option<string> library)
        : base("render", "Writes the library, or the named workflows, as a readable guideline: rules with recommendation, condition, evidence and golden cases. Exit 0; 1 when a workflow has errors.")
    {
        (this.terminal, this.library) = (terminal, library);
        Arguments.Add(workflows);
        foreach (var option in (Option[])[format, single, output]) Options.Add(option);
        SetAction((parsed, cancellation) => Task.FromResult(Render(parsed, cancellation)));
    }

    public IReadOnlyList<string> Examples { get; } = ["bonemets render --output guideline", "bonemets render --single --output guideline.html", "bonemets render MirelsFractureRisk Hypercalcemia --format markdown --output guideline"];

    private int Render(ParseResult parsed, CancellationToken cancellation)
    {
        var (target, isSingle) = (parsed.GetRequiredValue(output), parsed.GetValue(single));
        if (!isSingle && File.Exists(target)) throw new CommandFailure($"`{target}` is a file, not a folder");
        if (isSingle && Directory.Exists(target)) throw new CommandFailure($"`{target}` is a folder: with --single, --output names the file");
        var loaded = LoadedLibrary.Read(parsed.GetRequiredValue(library));
        var names = parsed.GetValue(workflows) is { Length: > 0 } given ? given.Distinct(StringComparer.Ordinal) : loaded.Library.Workflows.Select(w => w.Name);
        var chosen = loaded.Usable([.. names], terminal);
        if (chosen.Count == 0) throw new CommandFailure($"`{loaded.Directory}` holds no workflow");
        IReadOnlyList<LibraryWorkflow> ordered = [.. loaded.Library.Workflows.Where(chosen.Contains)];
        var asMarkdown = parsed.GetValue(format) == "markdown";
        if (isSingle)
        {
            var page = Guideline.AsOnePage(loaded.Library, ordered, cancellation);
            Write(target, asMarkdown ? MarkdownGuideline.Write(page) : HtmlGuideline.Write(page));
            terminal.Out.WriteLine($"{ordered.Count} {(ordered.Count == 1 ? "workflow" : "workflows")} → {target}");
            return ExitCodes.Done;
        }
        var pages = Guideline.Of(loaded.Library, ordered, cancellation);
        var files = (asMarkdown ? MarkdownGuideline.Files(pages) : HtmlGuideline.Files(pages)).ToList();
        foreach (var file in files) Write(Path.Combine(target, file.Name), file.Text);
        terminal.Out.WriteLine($"{files.Count} files → {target}");
        return ExitCodes.Done;
    }

    private static void Write(string path, string text)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }
}
