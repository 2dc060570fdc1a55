using System.CommandLine;
using BoneMets.Rules.Cli.Output;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Store;
using BoneMets.Rules.Verification.Analysis.Versions;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>Two versions of a library beside each other.</summary>
internal sealed class DiffCommand : Command, IHasExamples, INeedsNoLibrary
{
    private readonly Terminal terminal;
    private readonly Argument<string> before = new("OLD") { Description = "The folder of the older version." };
    private readonly Argument<string> after = new("NEW") { Description = "The folder of the newer version." };
    private readonly Option<string> format = CommonOptions.Choice("--format", "text for people, json for programs.", "text", "text", "json");
    private readonly Option<bool> quick = new("--quick") { Description = "Leaves out the proofs by the solver `z3`: only golden cases are compared." };

    public DiffCommand(Terminal terminal)
        : base("diff", "Compares two libraries: which rules changed, which are proved to decide the same, for whom the decision changes. Exit 0 when no document differs, 1 when one does. What has errors is compared by its text, everything else completely.")
    {
        this.terminal = terminal;
        Arguments.Add(before);
        Arguments.Add(after);
        foreach (var option in (Option[])[format, quick]) Options.Add(option);
        SetAction((parsed, cancellation) => Task.FromResult(Diff(parsed, cancellation)));
    }

    public IReadOnlyList<string> Examples { get; } = ["bonemets diff released workflows", "bonemets diff released workflows --format json > difference.json"];

    public string InsteadOfLibrary => "name the two folders as OLD and NEW";

    private int Diff(ParseResult parsed, CancellationToken cancellation)
    {
        var (old, now) = (LoadedLibrary.Read(parsed.GetRequiredValue(before)), LoadedLibrary.Read(parsed.GetRequiredValue(after)));
        foreach (var library in new[] { old, now })
            foreach (var error in library.Load.Diagnostics.Where(d => d.IsError)) terminal.Error.WriteLine(error with { Document = library.PathOf(error.Document) });
        var comparison = LibraryComparison.Of(old.Load, now.Load, Files(old), Files(now), prove: !parsed.GetValue(quick), cancellation);
        if (parsed.GetValue(format) == "json") terminal.Out.WriteLine(ComparisonJson.Of(comparison));
        else new ComparisonText(terminal.Out, new Ink(terminal.ColourOut)).Write(comparison);
        return comparison.IsSame ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static IReadOnlyList<LibraryFile> Files(LoadedLibrary library) => [.. LibraryFolder.Read(library.Directory).Select(d => new LibraryFile(d.Name, d.Content))];
}
