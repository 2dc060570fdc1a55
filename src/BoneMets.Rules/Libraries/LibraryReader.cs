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
        var schemas = FactSchemaReader.ReadAll([.. roots.Where(r => LibraryFiles.IsFactSchema(r.Path)).Select(r => (LibraryFiles.SchemaName(r.Path), r.Root))], bag);
        var evidence = Evidence(roots, bag);
        var models = new List<(string Folder, Workflow Model)>();
        foreach (var (path, root) in roots.Where(r => LibraryFiles.IsWorkflow(r.Path)))
        {
            var mine = new DiagnosticBag();
            var read = WorkflowReader.ReadAll(root, mine);
            bag.AddRange(mine.Items);
            models.AddRange(read.Select(m => (LibraryFiles.FolderOf(path), m with { HasErrors = mine.HasErrors || broken.Contains(path) })));
        }
        foreach (var (_, model) in models) CheckCitations(model, evidence, bag);
        var binder = new LibraryBinder([.. models.Select(m => m.Model)], schemas, bag);
        var bound = binder.BindAll();
        var cases = Cases(roots, models, bag);
        var library = new RuleLibrary(
            [.. models.DistinctBy(m => m.Model.Name).Select(m => new LibraryWorkflow(m.Folder, m.Model, bound.GetValueOrDefault(m.Model.Name), cases.GetValueOrDefault(m.Model.Name)))],
            schemas, evidence, [.. roots.Select(r => r.Root.Document)]);
        return new LibraryLoad(library, bag.Sorted());
    }

    private static Dictionary<string, EvidenceSource> Evidence(List<(string Path, JsonTextNode Root)> roots, DiagnosticBag bag)
    {
        var sources = new Dictionary<string, EvidenceSource>(StringComparer.Ordinal);
        foreach (var (_, root) in roots.Where(r => LibraryFiles.IsEvidence(r.Path)))
            foreach (var source in EvidenceReader.Read(root, bag)) sources.TryAdd(source.Id, source);
        return sources;
    }

    private static Dictionary<string, GoldenCaseFile> Cases(List<(string Path, JsonTextNode Root)> roots, List<(string Folder, Workflow Model)> models, DiagnosticBag bag)
    {
        var cases = new Dictionary<string, GoldenCaseFile>(StringComparer.Ordinal);
        foreach (var (_, root) in roots.Where(r => LibraryFiles.IsCases(r.Path)))
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

    private static void CheckCitations(Workflow model, Dictionary<string, EvidenceSource> evidence, DiagnosticBag bag)
    {
        var citations = AllRules(model.Rules).SelectMany(r => r.Evidence)
            .Concat(model.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Evidence))
            .Concat(model.Scores.SelectMany(s => s.Items).SelectMany(i => i.Bands).SelectMany(b => b.Evidence));
        foreach (var citation in citations)
            if (!evidence.ContainsKey(citation.Source))
                bag.Add((citation.Node["Source"] ?? citation.Node).At(DiagnosticCode.UnknownSource, $"`{citation.Source}` is not in evidence.json", Suggestion.DidYouMean(citation.Source, evidence.Keys)));
    }

    private static IEnumerable<Rule> AllRules(IEnumerable<Rule> rules) => rules.SelectMany(r => AllRules(r.Rules).Prepend(r));
}
