using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Language;

/// <summary>A library as an author has it on the screen, with an engine for it: between two keystrokes in a form of facts the rules stay the same. Thread safe.</summary>
internal sealed class DraftLibrary(LibraryLoad load, TimeProvider clock)
{
    public const string ReleaseStatus = "draft";
    private const int MostErrors = 100;

    public RuleLibrary Library => load.Library;

    public IReadOnlyList<Diagnostic> Diagnostics => load.Diagnostics;

    /// <summary>Without compiled code, so it holds nothing to be disposed of; what is written now is decided with for seconds.</summary>
    public RuleEngine Engine { get; } = new(load.Library, new EngineOptions { Clock = clock, Compile = false, ReleaseStatus = ReleaseStatus });

    /// <summary>A workflow as far as it can be read.</summary>
    public LibraryWorkflow Workflow(string name)
    {
        if (Library.TryGet(name, out var workflow)) return workflow;
        // Its document may be one that cannot be read at all, or not even its name.
        var unread = Library.Documents.Select(d => d.Name).Concat(Diagnostics.Select(d => d.Document)).Distinct(StringComparer.Ordinal)
            .Where(d => d.EndsWith("/workflow.json", StringComparison.Ordinal) && Library.Workflows.All(w => w.Name.Length == 0 || w.Model.Node.Document.Name != d)).ToHashSet(StringComparer.Ordinal);
        var errors = Diagnostics.Where(d => d.IsError && unread.Contains(d.Document)).ToList();
        throw errors.Count == 0 ? UnknownWorkflow.Of(name, Library) : Broken($"no workflow `{name}` can be read", errors);
    }

    /// <summary>A workflow that can decide.</summary>
    public LibraryWorkflow Deciding(string name)
    {
        var workflow = Workflow(name);
        return workflow.CanDecide ? workflow : throw Broken($"workflow `{name}`, or one that it uses, has errors", [.. ErrorsOf(workflow)]);
    }

    /// <summary>In its documents, those of workflows that it builds on, and those that all share.</summary>
    private IEnumerable<Diagnostic> ErrorsOf(LibraryWorkflow workflow)
    {
        var folders = Library.WithUsed(workflow).Select(w => w.Folder).ToHashSet(StringComparer.Ordinal);
        var rules = Diagnostics.Where(d => d.IsError && !d.Document.EndsWith("/cases.json", StringComparison.Ordinal)).ToList();
        var mine = rules.Where(d => !d.Document.Contains('/') || d.Document.StartsWith("facts/", StringComparison.Ordinal) || folders.Contains(d.Document[..d.Document.LastIndexOf('/')])).ToList();
        return mine.Count > 0 ? mine : rules;
    }

    private static ProblemException Broken(string what, IReadOnlyList<Diagnostic> errors) =>
        new(ProblemKind.DraftBroken, errors is [var first, ..] ? $"{what}: {first.Message}" : what, [.. errors.Take(MostErrors)]);
}
