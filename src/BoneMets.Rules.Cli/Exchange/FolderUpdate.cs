namespace BoneMets.Rules.Cli.Exchange;

/// <summary>
/// Carries out a plan so that an interruption leaves every file either old or new, and the next pull finishes the rest: everything is written aside first, then put in
/// place; the record comes last.
/// </summary>
internal static class FolderUpdate
{
    public static void Apply(string folder, PullPlan plan, PullRecord record)
    {
        RequireRoom(folder, plan);
        Directory.CreateDirectory(folder);
        using var files = new StagedFiles(folder);
        foreach (var (name, content) in plan.Write) files.Add(name, content);
        using var last = new StagedFiles(folder);
        last.Add(PullRecord.FileName, record.ToUtf8());
        files.Put();
        foreach (var name in plan.Remove) Remove(folder, name);
        last.Put();
    }

    private static void Remove(string folder, string name)
    {
        File.Delete(Path.Combine(folder, name));
        for (var parent = Path.GetDirectoryName(name); !string.IsNullOrEmpty(parent); parent = Path.GetDirectoryName(parent))
        {
            var path = Path.Combine(folder, parent);
            if (Directory.EnumerateFileSystemEntries(path).Any()) break;
            Directory.Delete(path);
        }
    }

    /// <summary>Refuses before anything is touched: a file where a folder has to be or the other way round, and links, which may lead out of the folder.</summary>
    private static void RequireRoom(string folder, PullPlan plan)
    {
        var writes = plan.Write.Select(w => w.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in writes.Concat(plan.Remove))
        {
            if (Directory.Exists(Path.Combine(folder, name))) throw new CommandFailure($"`{Path.Combine(folder, name)}` is a folder, but the release has a file of this name: move it away");
            if (new FileInfo(Path.Combine(folder, name)).LinkTarget is not null) throw StagedFiles.Link(Path.Combine(folder, name));
            for (var parent = Path.GetDirectoryName(name); !string.IsNullOrEmpty(parent); parent = Path.GetDirectoryName(parent))
            {
                var path = Path.Combine(folder, parent);
                if (File.Exists(path) || writes.Contains(parent.Replace('\\', '/'))) throw new CommandFailure($"`{path}` is a file, but `{name}` needs a folder of this name: move it away");
                if (new DirectoryInfo(path).LinkTarget is not null) throw StagedFiles.Link(Path.Combine(folder, parent));
            }
        }
    }
}
