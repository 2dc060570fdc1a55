using BoneMets.Rules.Server.Hosting;

namespace BoneMets.Rules.Server.Cohorts.Input;

/// <summary>
/// Files that the administrator lets runs read where they lie (<c>--cohort-files</c>). A name is a path below that folder: nothing above it, and
/// no link on the way, which could lead anywhere.
/// </summary>
internal sealed class CohortFiles(ServerOptions options)
{
    private const int MostListed = 1_000, LongestName = 500;

    public bool AreAllowed => options.CohortFiles is not null;

    public IReadOnlyList<(string Name, long Bytes)> List()
    {
        if (options.CohortFiles is not { } folder) return [];
        var found = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = true, MaxRecursionDepth = 8 };
        return
        [
            .. new DirectoryInfo(folder).EnumerateFiles("*", found).Where(f => FormatOf(f.Name) is not null).Take(MostListed)
                .Select(f => (Path.GetRelativePath(folder, f.FullName).Replace(Path.DirectorySeparatorChar, '/'), f.Length)).OrderBy(f => f.Item1, StringComparer.Ordinal),
        ];
    }

    /// <summary>By the end of its name; null for what is neither NDJSON nor CSV.</summary>
    public static Store.CohortFormat? FormatOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".ndjson" or ".jsonl" => Store.CohortFormat.Ndjson,
        ".csv" or ".tsv" => Store.CohortFormat.Csv,
        _ => null,
    };

    public FileStream Open(string name)
    {
        if (options.CohortFiles is not { } folder) throw new InputRefusedException("this server lets runs read no files; its administrator allows a folder with `--cohort-files`, or the input is uploaded");
        var parts = name.Split('/');
        if (name.Length > LongestName || parts.Any(p => p is "" or "." or ".." || p.Contains('\\', StringComparison.Ordinal) || p.Any(char.IsControl)) || Path.IsPathRooted(name))
            throw new InputRefusedException("the file is named by its path below the folder of the administrator, with `/` between the parts and nothing else, such as `2026/patients.ndjson`");
        var path = Path.GetFullPath(folder);
        foreach (var part in parts)
        {
            path = Path.Combine(path, part);
            FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
            if (entry.LinkTarget is not null) throw new InputRefusedException($"`{name}` leads over a link, which is not followed");
        }
        if (!File.Exists(path)) throw new InputRefusedException($"there is no file `{name}` below the folder of the administrator on this server");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputRefusedException($"`{name}` cannot be read on this server");
        }
    }
}
