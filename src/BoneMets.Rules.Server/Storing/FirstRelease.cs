using BoneMets.Rules.Libraries;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Storing;

/// <summary>Fills an empty store from a folder: release 1, which nobody has reviewed.</summary>
internal static class FirstRelease
{
    private const string Importer = "import";
    private const int MostErrors = 20;

    public static async Task ImportAsync(RuleStore store, string folder, CancellationToken cancellation)
    {
        if (await store.Releases.LatestAsync(cancellation) is not null) return;
        var load = RuleLibrary.Load(folder);
        if (load.HasErrors || load.Library.Workflows.Count == 0)
        {
            var errors = load.Diagnostics.Where(d => d.IsError).Take(MostErrors).Select(d => d.ToString()).DefaultIfEmpty($"the folder `{folder}` holds no workflows");
            throw new ServerRefusedException($"the store is empty and `{folder}` cannot be its first release; mend it, or name another folder with `--import`:{Environment.NewLine}{string.Join(Environment.NewLine, errors)}");
        }
        await store.Releases.ImportAsync(Importer, Documents(folder), $"imported from the folder {Path.GetFileName(Path.GetFullPath(folder))}", cancellation);
    }

    /// <summary>What a library consists of, and the Markdown that explains it.</summary>
    private static List<(string Name, byte[] Content)> Documents(string folder)
    {
        var root = Path.GetFullPath(folder);
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        return [.. Directory.EnumerateFiles(root, "*", options)
            .Select(f => (Path: f, Name: Path.GetRelativePath(root, f).Replace('\\', '/')))
            .Where(f => LibraryFile.IsDocument(f.Name) || (f.Name.EndsWith(".md", StringComparison.Ordinal) && DocumentName.Complaint(f.Name) is null))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => (f.Name, File.ReadAllBytes(f.Path)))];
    }
}
