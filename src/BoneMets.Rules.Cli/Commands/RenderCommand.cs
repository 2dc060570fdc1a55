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
    private readonly Option<string> output = new("--output") { Description = "The folder of the document: an index and a file per workflow. It is made when it is not there; files of the same names are overwritten.", HelpName = "DIR", Required = true };

    public RenderCommand(Terminal terminal, Option<string> library)
        : base("render", "Writes the library, or the named workflows, as a readable guideline: rules with recommendation, condition, evidence and golden cases. Exit 0; 1 when a workflow has errors.")
    {
        (this.terminal, this.library) = (terminal, library);
        Arguments.Add(workflows);
        foreach (var option in (Option[])[format, output]) Options.Add(option);
        SetAction((parsed, cancellation) => Task.FromResult(Render(parsed, cancellation)));
    }

    public IReadOnlyList<string> Examples { get; } = ["bonemets render --output guideline", "bonemets render MirelsFractureRisk Hypercalcemia --format markdown --output guideline"];

    private int Render(ParseResult parsed, CancellationToken cancellation)
    {
        var directory = parsed.GetRequiredValue(output);
        if (File.Exists(directory)) throw new CommandFailure($"`{directory}` is a file, not a folder");
        var loaded = LoadedLibrary.Read(parsed.GetRequiredValue(library));
        var names = parsed.GetValue(workflows) is { Length: > 0 } given ? given.Distinct(StringComparer.Ordinal) : loaded.Library.Workflows.Select(w => w.Name);
        var chosen = loaded.Usable([.. names], terminal);
        if (chosen.Count == 0) throw new CommandFailure($"`{loaded.Directory}` holds no workflow");
        var pages = Guideline.Of(loaded.Library, [.. loaded.Library.Workflows.Where(chosen.Contains)], cancellation);
        Write(pages, directory, parsed.GetValue(format) == "markdown");
        terminal.Out.WriteLine($"{pages.Count} files → {directory}");
        return ExitCodes.Done;
    }

    private static void Write(IReadOnlyList<GuidelinePage> pages, string directory, bool asMarkdown)
    {
        Directory.CreateDirectory(directory);
        foreach (var page in pages)
        {
            var (text, ending) = asMarkdown ? (MarkdownGuideline.Write(page), MarkdownGuideline.Ending) : (HtmlGuideline.Write(page), HtmlGuideline.Ending);
            File.WriteAllText(Path.Combine(directory, page.Name + ending), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }
}
