using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Libraries;

/// <summary>
/// One document of a library, read once. Whoever loads a library again after a change of one text gives the other documents as they are;
/// see <see cref="RuleLibrary.Load(IReadOnlyList{LibraryDocument}, RuleLibrary?)"/>. Immutable and thread safe.
/// </summary>
public sealed class LibraryDocument
{
    private readonly JsonParseResult parsed;
    private readonly Lazy<(EvidenceDocument Evidence, IReadOnlyList<Diagnostic> Findings)> evidence;
    private readonly Lazy<(GoldenCaseFile? Cases, IReadOnlyList<Diagnostic> Findings)> cases;
    private readonly Lock gate = new();
    private WorkflowsOfDocument? workflows;

    private LibraryDocument(LibraryFile file)
    {
        (Path, Length, parsed) = (file.Path, file.Content.Length, JsonText.Parse(file.Path, file.Content));
        evidence = new(() => Reading(EvidenceOf));
        cases = new(() => Reading(bag => Root is null ? null : CasesReader.Read(Root, bag)));
    }

    public string Path { get; }

    /// <summary>In bytes.</summary>
    public int Length { get; }

    /// <summary>Null when the text is no JSON at all.</summary>
    internal JsonTextNode? Root => parsed.Root;

    /// <summary>Of form, before anything is made of the text.</summary>
    internal IReadOnlyList<Diagnostic> Findings => parsed.Diagnostics;

    /// <summary>As sources and statements.</summary>
    internal (EvidenceDocument Evidence, IReadOnlyList<Diagnostic> Findings) Evidence => evidence.Value;

    /// <summary>As golden cases. Most of a library's text are cases, so they are read on their own.</summary>
    internal (GoldenCaseFile? Cases, IReadOnlyList<Diagnostic> Findings) Cases => cases.Value;

    public static LibraryDocument Read(LibraryFile file) => new(file);

    /// <summary>As workflows that cite these sources. Those of the last sources asked for are kept: whoever has them knows by their identity that nothing changed.</summary>
    internal WorkflowsOfDocument Workflows(EvidenceDocument sources)
    {
        lock (gate)
        {
            return workflows is { } known && ReferenceEquals(known.Sources, sources) ? known : workflows = ReadWorkflows(sources);
        }
    }

    private WorkflowsOfDocument ReadWorkflows(EvidenceDocument sources)
    {
        var bag = new DiagnosticBag();
        var models = Root is null ? [] : WorkflowReader.ReadAll(Root, bag);
        foreach (var model in models) CitationCheck.Run(model, sources, bag);
        var hasErrors = bag.HasErrors || parsed.HasErrors;
        return new WorkflowsOfDocument(sources, [.. models.Select(m => m with { HasErrors = hasErrors })], bag.Items);
    }

    private EvidenceDocument EvidenceOf(DiagnosticBag bag)
    {
        if (Root is null) return EvidenceDocument.None;
        var read = EvidenceReader.Read(Root, bag);
        return new EvidenceDocument([.. read.Sources.DistinctBy(s => s.Id)], [.. read.Statements.DistinctBy(s => s.Id)]);
    }

    private static (T Result, IReadOnlyList<Diagnostic> Findings) Reading<T>(Func<DiagnosticBag, T> read)
    {
        var bag = new DiagnosticBag();
        return (read(bag), bag.Items);
    }
}

/// <summary>The workflows of one document, checked against <see cref="Sources"/>.</summary>
internal sealed record WorkflowsOfDocument(EvidenceDocument Sources, IReadOnlyList<Workflow> Models, IReadOnlyList<Diagnostic> Findings);
