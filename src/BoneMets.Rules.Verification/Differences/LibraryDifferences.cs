using BoneMets.Rules.Documents;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Verification.Differences;

/// <summary>
/// What the documents of a library mean otherwise than before: rule by rule, row by row, case by case. It says what was written, not what
/// follows from it for patients; whoever wants that looks at the impact. Documents with errors are compared as far as they can be read.
/// </summary>
public sealed class LibraryDifferences
{
    private readonly Side before, after;

    private LibraryDifferences(IReadOnlyList<LibraryFile> before, IReadOnlyList<LibraryFile> after) => (this.before, this.after) = (new Side(before), new Side(after));

    /// <summary>The documents whose text differs, by name in ordinal order.</summary>
    public static IReadOnlyList<DocumentDifference> Between(IReadOnlyList<LibraryFile> before, IReadOnlyList<LibraryFile> after)
    {
        var differences = new LibraryDifferences(before, after);
        return [.. before.Concat(after).Select(f => f.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(differences.Document).OfType<DocumentDifference>()];
    }

    private DocumentDifference? Document(string name)
    {
        var (old, now) = (before.Find(name), after.Find(name));
        if (old is not null && now is not null && old.Content.Span.SequenceEqual(now.Content.Span)) return null;
        var kind = old is null ? DocumentChange.Added : now is null ? DocumentChange.Removed : DocumentChange.Edited;
        var (of, side) = (KindOf(name), now is null ? before : after);
        var parts = of == DocumentKind.Text ? [] : Parts(name, of, old is not null, now is not null);
        return new DocumentDifference(name, kind, of, side.TitleOf(name, of), side.WorkflowOf(name, of), parts is null, parts ?? []);
    }

    /// <summary>Null when a side cannot be read.</summary>
    private IReadOnlyList<PartDifference>? Parts(string name, DocumentKind of, bool isInOld, bool isInNew)
    {
        var (old, now) = (before.Root(name), after.Root(name));
        if ((isInOld && old is null) || (isInNew && now is null)) return null;
        return PartComparison.Between(old is null ? [] : before.Groups(name, of, old), now is null ? [] : after.Groups(name, of, now));
    }

    private static DocumentKind KindOf(string name) => name switch
    {
        _ when name.EndsWith(".md", StringComparison.Ordinal) => DocumentKind.Text,
        _ when LibraryFile.IsWorkflow(name) => DocumentKind.Workflow,
        _ when LibraryFile.IsCases(name) => DocumentKind.Cases,
        _ when LibraryFile.IsFactSchema(name) => DocumentKind.Facts,
        _ when LibraryFile.IsEvidence(name) => DocumentKind.Evidence,
        _ => DocumentKind.Other,
    };

    /// <summary>The documents before, or after.</summary>
    private sealed class Side
    {
        private readonly Dictionary<string, LibraryFile> files;
        private readonly Dictionary<string, JsonTextNode?> roots = new(StringComparer.Ordinal);
        private readonly LibraryWords words;

        public Side(IReadOnlyList<LibraryFile> files)
        {
            this.files = files.ToDictionary(f => f.Path, StringComparer.Ordinal);
            // Golden cases take most of the time to read, and no word is in them.
            words = new LibraryWords(() => RuleLibrary.Load([.. files.Where(f => LibraryFile.IsOfRules(f.Path))]).Library);
        }

        public LibraryFile? Find(string name) => files.GetValueOrDefault(name);

        /// <summary>Null when there is no such document, or when it is no JSON.</summary>
        public JsonTextNode? Root(string name) =>
            roots.TryGetValue(name, out var known) ? known : roots[name] = files.TryGetValue(name, out var file) ? JsonText.Parse(name, file.Content).Root : null;

        public IReadOnlyList<PartGroup> Groups(string name, DocumentKind of, JsonTextNode root)
        {
            var reader = new PartReader(words, WorkflowOf(name, of));
            return of switch
            {
                DocumentKind.Workflow => [.. Workflows(root)],
                DocumentKind.Cases => reader.Document(root, PartShape.InCases),
                DocumentKind.Evidence when root.Kind == JsonTextKind.Array => [reader.List(root, "sources", PartShape.Source)],
                DocumentKind.Evidence => reader.Document(root, PartShape.InEvidence),
                DocumentKind.Facts when root.Kind == JsonTextKind.Object => FactParts.Of(root),
                _ => reader.Document(root, new Dictionary<string, PartShape>()),
            };
        }

        public string? TitleOf(string name, DocumentKind of) => of switch
        {
            DocumentKind.Facts => Root(name)?["title"]?.Text,
            DocumentKind.Evidence or DocumentKind.Other => null,
            _ => Workflow(name)?["Title"]?.Text,
        };

        public string? WorkflowOf(string name, DocumentKind of) => of switch
        {
            DocumentKind.Facts or DocumentKind.Evidence or DocumentKind.Other => null,
            DocumentKind.Cases => Root(name)?["Workflow"]?.Text,
            _ => Workflow(name)?["WorkflowName"]?.Text,
        };

        /// <summary>The one workflow in the folder of a document; null when there is none or several.</summary>
        private JsonTextNode? Workflow(string name) =>
            name.LastIndexOf('/') is > 0 and var end && Root($"{name[..end]}/workflow.json") is { } root && WorkflowReader.Nodes(root) is [var only] ? only : null;

        private IEnumerable<PartGroup> Workflows(JsonTextNode root)
        {
            var nodes = WorkflowReader.Nodes(root);
            for (var i = 0; i < nodes.Count; i++)
            {
                var workflow = nodes[i]["WorkflowName"]?.Text;
                var several = ReferenceEquals(nodes[i], root) ? null : workflow ?? $"workflow {i + 1}";
                foreach (var group in new PartReader(words, workflow).Document(nodes[i], PartShape.InWorkflow, several)) yield return group with { Key = $"{several}/{group.Key}" };
            }
        }
    }
}
