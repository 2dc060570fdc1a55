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
        await store.Releases.ImportAsync(Importer, LibraryFolder.Read(folder), $"imported from the folder {Path.GetFileName(Path.GetFullPath(folder))}", cancellation);
    }
}
