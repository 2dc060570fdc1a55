using System.Text;
using BoneMets.Rules.Cli.Exchange;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Verification.Mutation;
using BoneMets.Rules.Verification.Mutation.Suggestions;

namespace BoneMets.Rules.Cli;

/// <summary>Writes suggested cases into the case files of a library folder, at their ends: into all of them, or into none.</summary>
internal static class AcceptedSuggestions
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>How many cases went into which file, in the order of the library.</summary>
    public static IReadOnlyList<(string Path, int Cases)> Write(LoadedLibrary loaded, MutationReport report)
    {
        var written = new List<(string, int)>();
        using var files = new StagedFiles(loaded.Directory);
        foreach (var workflow in report.Workflows)
        {
            var cases = workflow.Results.Select(r => r.Suggestion).OfType<SuggestedCase>().DistinctBy(s => s.Id).ToList();
            if (cases.Count == 0) continue;
            var library = loaded.Library[workflow.Workflow];
            var name = library.Cases?.Node.Document.Name ?? $"{library.Folder}/cases.json";
            files.Add(name, Utf8.GetBytes(SuggestedCases.Append(Document(loaded, library, name), cases)));
            written.Add((loaded.PathOf(name), cases.Count));
        }
        files.Put();
        return written;
    }

    private static JsonText Document(LoadedLibrary loaded, LibraryWorkflow workflow, string name)
    {
        var path = loaded.PathOf(name);
        if (workflow.Cases is null)
        {
            if (File.Exists(path)) throw new CommandFailure($"`{path}` is no case file of `{workflow.Name}`, so no suggested case was added to any file");
            return JsonText.Parse(name, SuggestedCases.EmptyFile(workflow.Name)).Document!;
        }
        // What changed on disk meanwhile must not be lost.
        var text = File.ReadAllText(path, Utf8);
        if (text != workflow.Cases.Node.Document.Text.TrimStart('\uFEFF')) throw new CommandFailure($"`{path}` was changed meanwhile, so no suggested case was added to any file");
        return JsonText.Parse(name, text).Document ?? throw new CommandFailure($"`{path}` cannot be read, so no suggested case was added to any file");
    }
}
