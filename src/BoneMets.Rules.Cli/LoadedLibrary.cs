using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Cli;

/// <summary>A library folder as a command uses it.</summary>
internal sealed class LoadedLibrary
{
    private LoadedLibrary(string directory, LibraryLoad load) => (Directory, Load) = (directory, load);

    public string Directory { get; }

    public LibraryLoad Load { get; }

    public RuleLibrary Library => Load.Library;

    public static LoadedLibrary Read(string directory) => Read(directory, RuleLibrary.Load);

    /// <summary>For a command that only decides: golden cases are left alone.</summary>
    public static LoadedLibrary ReadWithoutCases(string directory) => Read(directory, RuleLibrary.LoadWithoutCases);

    private static LoadedLibrary Read(string directory, Func<string, LibraryLoad> load)
    {
        if (!System.IO.Directory.Exists(directory))
            throw new CommandFailure($"there is no folder `{directory}`: name the folder that holds the workflows with --library");
        return new LoadedLibrary(directory, load(directory));
    }

    /// <summary>The same from what was read of the folder already.</summary>
    public static LoadedLibrary Of(string directory, LibraryLoad load) => new(directory, load);

    /// <summary>A document as a path from the current folder, as an editor opens it.</summary>
    public string PathOf(string document) => document.Length == 0 ? "" : Path.Combine(Directory, document).Replace('\\', '/');

    /// <summary>
    /// A workflow that can decide. Errors in it end the command; errors elsewhere are told in one line per document, and do not hinder.
    /// </summary>
    public LibraryWorkflow Usable(string name, Terminal terminal) => Usable([name], terminal)[0];

    /// <summary>The same for several, in the order of their names.</summary>
    public IReadOnlyList<LibraryWorkflow> Usable(IReadOnlyList<string> names, Terminal terminal)
    {
        var errors = Load.Diagnostics.Where(d => d.IsError).ToList();
        var workflows = new List<LibraryWorkflow>();
        foreach (var name in names)
        {
            if (Library.TryGet(name, out var workflow) && CanDecide(workflow, errors))
            {
                workflows.Add(workflow);
                continue;
            }
            if (workflow is null)
            {
                Warn(errors, terminal);
                var hint = Suggestion.DidYouMean(name, Library.Workflows.Select(w => w.Name));
                throw new CommandFailure($"there is no workflow `{name}` in `{Directory}`" + (hint is null ? "" : $", {hint}"));
            }
            var own = OwnErrors(workflow, errors).ToList();
            foreach (var error in own.Count > 0 ? own : errors) terminal.Error.WriteLine(error with { Document = PathOf(error.Document) });
            throw new CommandFailure($"workflow `{name}` has errors and cannot decide", ExitCodes.Failed);
        }
        Warn(errors, terminal);
        return workflows;
    }

    private static bool CanDecide(LibraryWorkflow workflow, List<Diagnostic> errors) =>
        !OwnErrors(workflow, errors).Any() && (workflow.Bound is not null || workflow.IsShapeBound);

    private static IEnumerable<Diagnostic> OwnErrors(LibraryWorkflow workflow, List<Diagnostic> errors) =>
        errors.Where(d => d.Document == workflow.Model.Node.Document.Name);

    private void Warn(List<Diagnostic> errors, Terminal terminal)
    {
        foreach (var document in errors.GroupBy(e => e.Document, StringComparer.Ordinal))
            terminal.Error.WriteLine($"warning: `{PathOf(document.Key)}` has errors and is left out, `bonemets check` lists them; the first: {document.First().Message}");
    }
}
