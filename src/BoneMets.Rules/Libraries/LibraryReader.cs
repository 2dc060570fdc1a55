using BoneMets.Rules.Binding;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Facts.Fhir;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Libraries;

/// <summary>Documents → model → bound tree, with every finding on the way. What an earlier library has of the same documents is taken over.</summary>
internal static class LibraryReader
{
    public static LibraryLoad Read(IReadOnlyList<LibraryDocument> given, RuleLibrary? before, DiagnosticBag bag)
    {
        var documents = given.OrderBy(d => d.Path, StringComparer.Ordinal).ToList();
        foreach (var document in documents) bag.AddRange(document.Findings);
        var models = LibraryModels.Of(documents, before, bag);
        var binder = new LibraryBinder([.. models.Workflows.Select(m => m.Model)], models.Schemas.Schemas, bag, before?.Bindings ?? BoundBefore.Nothing);
        var bound = binder.BindAll();
        var cases = Cases(documents, models.Workflows, bag);
        var library = new RuleLibrary(
            [.. models.Workflows.DistinctBy(m => m.Model.Name).Select(m => new LibraryWorkflow(m.Folder, m.Model, bound.GetValueOrDefault(m.Model.Name), cases.GetValueOrDefault(m.Model.Name)))],
            models.Schemas, binder.Remembered, models.Evidence, [.. documents.Select(d => d.Root?.Document).OfType<JsonText>()]);
        return new LibraryLoad(library, bag.Sorted());
    }

    private static Dictionary<string, GoldenCaseFile> Cases(List<LibraryDocument> documents, IReadOnlyList<(string Folder, Workflow Model)> models, DiagnosticBag bag)
    {
        var cases = new Dictionary<string, GoldenCaseFile>(StringComparer.Ordinal);
        foreach (var document in documents.Where(d => LibraryFile.IsCases(d.Path)))
        {
            bag.AddRange(document.Cases.Findings);
            if (document.Cases.Cases is not { } file) continue;
            var place = file.Node["Workflow"] ?? file.Node;
            if (models.All(m => m.Model.Name != file.Workflow))
                bag.Add(place.At(DiagnosticCode.UnknownWorkflow, $"there is no workflow `{file.Workflow}`", Suggestion.DidYouMean(file.Workflow, models.Select(m => m.Model.Name))));
            else if (!cases.TryAdd(file.Workflow, file))
                bag.Add(place.At(DiagnosticCode.DuplicateName, $"the cases of `{file.Workflow}` stand in two files"));
        }
        return cases;
    }
}

/// <summary>The documents of a library as far as each can be read by itself, before names are bound. Documents that were read before give the very same models.</summary>
internal sealed record LibraryModels(SchemaSet Schemas, EvidenceDocument Evidence, IReadOnlyList<(string Folder, Workflow Model)> Workflows)
{
    /// <param name="documents">In ordinal order of their paths.</param>
    /// <param name="before">A library of almost the same documents.</param>
    /// <param name="bag">Takes the findings.</param>
    public static LibraryModels Of(IReadOnlyList<LibraryDocument> documents, RuleLibrary? before, DiagnosticBag bag)
    {
        var schemas = SchemaSet.Of([.. documents.Where(d => LibraryFile.IsFactSchema(d.Path) || LibraryFile.IsValueSet(d.Path))], before?.SchemaSet);
        bag.AddRange(schemas.Findings);
        var evidence = EvidenceOf(documents, bag);
        var models = new List<(string Folder, Workflow Model)>();
        foreach (var document in documents.Where(d => LibraryFile.IsWorkflow(d.Path)))
        {
            var read = document.Workflows(evidence);
            bag.AddRange(read.Findings);
            models.AddRange(read.Models.Select(m => (LibraryFiles.FolderOf(document.Path), m)));
        }
        return new LibraryModels(schemas, evidence, models);
    }

    private static EvidenceDocument EvidenceOf(IReadOnlyList<LibraryDocument> documents, DiagnosticBag bag)
    {
        if (documents.FirstOrDefault(d => LibraryFile.IsEvidence(d.Path)) is not { } document) return EvidenceDocument.None;
        bag.AddRange(document.Evidence.Findings);
        return document.Evidence.Evidence;
    }
}

/// <summary>
/// Fact schemas, which refer to each other and so are read together, and the value sets that their mappings name. The same documents give the
/// same schemas, by identity.
/// </summary>
internal sealed record SchemaSet(IReadOnlyList<LibraryDocument> Documents, IReadOnlyDictionary<string, ObjectSchema> Schemas, IReadOnlyList<Diagnostic> Findings)
{
    public static SchemaSet Of(IReadOnlyList<LibraryDocument> documents, SchemaSet? before)
    {
        if (before is not null && documents.SequenceEqual(before.Documents)) return before;
        var bag = new DiagnosticBag();
        var read = documents.Where(d => d.Root is not null).ToList();
        var valueSets = read.Where(d => LibraryFile.IsValueSet(d.Path)).Select(d => ValueSetReader.Read(LibraryFiles.ValueSetName(d.Path), d.Root!, bag)).OfType<FhirValueSet>();
        var schemas = FactSchemaReader.ReadAll([.. read.Where(d => LibraryFile.IsFactSchema(d.Path)).Select(d => (LibraryFiles.SchemaName(d.Path), d.Root!))], bag, [.. valueSets]);
        return new SchemaSet(documents, schemas, bag.Items);
    }
}
