using System.Diagnostics.CodeAnalysis;
using BoneMets.Rules.Binding;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules;

/// <summary>
/// A workflow is JSON that a clinician can read; the engine checks it, compiles it, and turns a patient's facts into a decision that says
/// what, why, on whose evidence, and what is still missing; every change to it is replayed against golden cases before anyone relies on it.
/// <para>
/// A library is one immutable set of documents, checked and bound as a whole: workflows, fact schemas, evidence, golden cases.
/// <c>RuleLibrary.Load("workflows").Library["MirelsFractureRisk"]</c> is the way in. Thread safe.
/// </para>
/// </summary>
public sealed class RuleLibrary
{
    private readonly Dictionary<string, LibraryWorkflow> workflows;
    private readonly Lazy<string> hash;

    internal RuleLibrary(IReadOnlyList<LibraryWorkflow> workflows, SchemaSet schemas, BoundBefore bindings, EvidenceDocument evidence, IReadOnlyList<JsonText> documents)
    {
        this.workflows = workflows.ToDictionary(w => w.Name, StringComparer.Ordinal);
        (Workflows, SchemaSet, Bindings, Documents) = (workflows, schemas, bindings, documents);
        (Evidence, Statements) = (evidence.Sources.ToDictionary(e => e.Id, StringComparer.Ordinal), evidence.Statements);
        hash = new(() => ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(string.Join("\n", documents.Select(d => $"{d.Name} {d.Root?.ContentHash}")))));
        foreach (var workflow in workflows) workflow.Library = this;
    }

    /// <summary>By folder, in ordinal order.</summary>
    public IReadOnlyList<LibraryWorkflow> Workflows { get; }

    /// <summary>Fact schemas by name.</summary>
    public IReadOnlyDictionary<string, ObjectSchema> Schemas => SchemaSet.Schemas;

    /// <summary>Evidence sources by id.</summary>
    public IReadOnlyDictionary<string, EvidenceSource> Evidence { get; }

    /// <summary>Statements of the sources that rules encode, in document order.</summary>
    public IReadOnlyList<SourceStatement> Statements { get; }

    public IReadOnlyList<JsonText> Documents { get; }

    /// <summary>Over all documents: the same hash is the same content.</summary>
    public string Hash => hash.Value;

    /// <summary>What a library of almost the same documents takes over.</summary>
    internal SchemaSet SchemaSet { get; }

    internal BoundBefore Bindings { get; }

    public LibraryWorkflow this[string name] => workflows.TryGetValue(name, out var found) ? found : throw new KeyNotFoundException($"there is no workflow `{name}`");

    /// <summary>Reads a folder. Documents with errors are reported and left out; look at <see cref="LibraryLoad.HasErrors"/> before relying on the rest.</summary>
    public static LibraryLoad Load(string directory) => Load(directory, LibraryFile.IsDocument);

    /// <summary>
    /// The same for whoever only decides: golden cases, most of a library's text, are neither read nor checked, and
    /// <see cref="Hash"/> is of what was read.
    /// </summary>
    public static LibraryLoad LoadWithoutCases(string directory) => Load(directory, LibraryFile.IsOfRules);

    private static LibraryLoad Load(string directory, Func<string, bool> isRead)
    {
        var bag = new DiagnosticBag();
        return LibraryReader.Read([.. LibraryFiles.Read(directory, isRead, bag).Select(LibraryDocument.Read)], null, bag);
    }

    /// <summary>
    /// The same from documents in memory; their paths are as below a library's folder. One that no library reads is an error: whoever gave it
    /// meant something by it.
    /// </summary>
    public static LibraryLoad Load(IReadOnlyList<LibraryFile> files) => Load([.. files.Select(LibraryDocument.Read)], null);

    /// <summary>
    /// The same from documents that were read before. What an earlier library made of the very same documents is taken over, so that an edit
    /// of one text costs the reading of that text and the binding of the workflows that depend on it.
    /// </summary>
    public static LibraryLoad Load(IReadOnlyList<LibraryDocument> documents, RuleLibrary? before)
    {
        var bag = new DiagnosticBag();
        foreach (var other in documents.Where(d => !LibraryFile.IsDocument(d.Path)))
            bag.Add(new Diagnostic(DiagnosticCode.UnreadableFile, $"`{other.Path}` is no document of a library", "a library reads `<folder>/workflow.json`, `<folder>/cases.json`, `facts/<name>.schema.json` and `evidence.json`", other.Path));
        return LibraryReader.Read([.. documents.Where(d => LibraryFile.IsDocument(d.Path))], before, bag);
    }

    public bool TryGet(string name, [NotNullWhen(true)] out LibraryWorkflow? workflow) => workflows.TryGetValue(name, out workflow);

    /// <summary>A workflow, then every one that it builds on, whose results it reads, includes or takes over, each once; those that are not here are left out.</summary>
    public IReadOnlyList<LibraryWorkflow> WithUsed(LibraryWorkflow workflow)
    {
        var found = new List<LibraryWorkflow> { workflow };
        var names = new HashSet<string>(StringComparer.Ordinal) { workflow.Name };
        for (var i = 0; i < found.Count; i++)
            foreach (var name in found[i].Model.Uses.Select(u => u.Workflow).Concat(found[i].Model.WorkflowsToInject.Select(w => w.Text)))
                if (TryGet(name, out var used) && names.Add(name)) found.Add(used);
        return found;
    }
}

/// <summary>A library as far as it could be read, and everything found on the way, by document and place.</summary>
public sealed record LibraryLoad(RuleLibrary Library, IReadOnlyList<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(d => d.IsError);

    /// <summary>A workflow of a library without errors; throws a <see cref="LibraryException"/> that lists them, else for a name that it does not have.</summary>
    public LibraryWorkflow this[string workflow] => Required()[workflow];

    /// <summary>The library, or a <see cref="LibraryException"/> that lists its errors.</summary>
    public RuleLibrary Required() => HasErrors ? throw new LibraryException([.. Diagnostics.Where(d => d.IsError)]) : Library;
}

/// <summary>
/// One workflow of a library. <see cref="Bound"/> is null when the workflow has errors, and for a file written for Microsoft's engine,
/// which is bound to the inputs that it meets.
/// </summary>
public sealed class LibraryWorkflow(string folder, Workflow model, BoundWorkflow? bound, GoldenCaseFile? cases)
{
    public string Name => Model.Name;
    public string Folder { get; } = folder;
    public Workflow Model { get; } = model;
    public BoundWorkflow? Bound { get; } = bound;
    public GoldenCaseFile? Cases { get; } = cases;
    public RuleLibrary Library { get; internal set; } = null!;

    /// <summary>Inputs are bound by shape.</summary>
    public bool IsShapeBound => Model.Inputs is null;

    /// <summary>Neither it nor what it builds on has errors.</summary>
    public bool CanDecide => Bound is not null || (IsShapeBound && !Model.HasErrors);
}
