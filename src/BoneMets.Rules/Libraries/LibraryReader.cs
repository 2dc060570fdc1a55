using BoneMets.Rules.Binding;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Libraries;

/// <summary>Documents → model → bound tree, with every finding on the way.</summary>
internal static class LibraryReader
{
    public static LibraryLoad Read(IReadOnlyList<LibraryFile> files, DiagnosticBag bag)
    {
        var roots = new List<(string Path, JsonTextNode Root)>();
        var broken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            var parsed = JsonText.Parse(file.Path, file.Content);
            bag.AddRange(parsed.Diagnostics);
            if (parsed.HasErrors) broken.Add(file.Path);
            if (parsed.Root is { } root) roots.Add((file.Path, root));
        }
        var schemas = FactSchemaReader.ReadAll([.. roots.Where(r => LibraryFile.IsFactSchema(r.Path)).Select(r => (LibraryFiles.SchemaName(r.Path), r.Root))], bag);
        var evidence = Evidence(roots, bag);
        var models = new List<(string Folder, Workflow Model)>();
        foreach (var (path, root) in roots.Where(r => LibraryFile.IsWorkflow(r.Path)))
        {
            var mine = new DiagnosticBag();
            var read = WorkflowReader.ReadAll(root, mine);
            foreach (var model in read) CitationCheck.Run(model, evidence, mine);
            bag.AddRange(mine.Items);
            models.AddRange(read.Select(m => (LibraryFiles.FolderOf(path), m with { HasErrors = mine.HasErrors || broken.Contains(path) })));
        }
        var binder = new LibraryBinder([.. models.Select(m => m.Model)], schemas, bag);
        var bound = binder.BindAll();
        foreach (var workflow in bound.Values) DeniedUseCheck.Run(workflow, bag);
        var cases = Cases(roots, models, bag);
        var library = new RuleLibrary(
            [.. models.DistinctBy(m => m.Model.Name).Select(m => new LibraryWorkflow(m.Folder, m.Model, bound.GetValueOrDefault(m.Model.Name), cases.GetValueOrDefault(m.Model.Name)))],
            schemas, evidence.Sources.ToDictionary(e => e.Id, StringComparer.Ordinal), evidence.Statements, [.. roots.Select(r => r.Root.Document)]);
        return new LibraryLoad(library, bag.Sorted());
    }

    private static EvidenceDocument Evidence(List<(string Path, JsonTextNode Root)> roots, DiagnosticBag bag)
    {
        var read = roots.Where(r => LibraryFile.IsEvidence(r.Path)).Select(r => EvidenceReader.Read(r.Root, bag)).ToList();
        return new EvidenceDocument([.. read.SelectMany(e => e.Sources).DistinctBy(s => s.Id)], [.. read.SelectMany(e => e.Statements).DistinctBy(s => s.Id)]);
    }

    private static Dictionary<string, GoldenCaseFile> Cases(List<(string Path, JsonTextNode Root)> roots, List<(string Folder, Workflow Model)> models, DiagnosticBag bag)
    {
        var cases = new Dictionary<string, GoldenCaseFile>(StringComparer.Ordinal);
        foreach (var (_, root) in roots.Where(r => LibraryFile.IsCases(r.Path)))
        {
            if (CasesReader.Read(root, bag) is not { } file) continue;
            var place = root["Workflow"] ?? root;
            if (models.All(m => m.Model.Name != file.Workflow))
                bag.Add(place.At(DiagnosticCode.UnknownWorkflow, $"there is no workflow `{file.Workflow}`", Suggestion.DidYouMean(file.Workflow, models.Select(m => m.Model.Name))));
            else if (!cases.TryAdd(file.Workflow, file))
                bag.Add(place.At(DiagnosticCode.DuplicateName, $"the cases of `{file.Workflow}` stand in two files"));
        }
        return cases;
    }
}
