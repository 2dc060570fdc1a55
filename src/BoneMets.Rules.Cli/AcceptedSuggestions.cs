using System.Text;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Verification.Mutation;
using BoneMets.Rules.Verification.Mutation.Suggestions;

namespace BoneMets.Rules.Cli;

/// <summary>Writes suggested cases into the case files of a library folder, at their ends.</summary>
internal static class AcceptedSuggestions
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>How many cases went into which file, in the order of the library.</summary>
    public static IReadOnlyList<(string Path, int Cases)> Write(LoadedLibrary loaded, MutationReport report)
    {
        var written = new List<(string, int)>();
        foreach (var workflow in report.Workflows)
        {
            var cases = workflow.Results.Select(r => r.Suggestion).OfType<SuggestedCase>().DistinctBy(s => s.Id).ToList();
            if (cases.Count == 0) continue;
            var library = loaded.Library[workflow.Workflow];
            var name = library.Cases?.Node.Document.Name ?? $"{library.Folder}/cases.json";
            var path = loaded.PathOf(name);
            var isNew = library.Cases is null;
            if (isNew && File.Exists(path)) throw new CommandFailure($"`{path}` is no case file of `{workflow.Workflow}`, so nothing is added to it");
            var text = isNew ? SuggestedCases.EmptyFile(workflow.Workflow) : File.ReadAllText(path, Utf8);
            // What changed on disk meanwhile must not be lost.
            if (!isNew && text != library.Cases!.Node.Document.Text.TrimStart('\uFEFF')) throw new CommandFailure($"`{path}` was changed meanwhile");
            var document = JsonText.Parse(name, text).Document ?? throw new CommandFailure($"`{path}` cannot be read");
            File.WriteAllText(path, SuggestedCases.Append(document, cases), Utf8);
            written.Add((path, cases.Count));
        }
        return written;
    }
}
