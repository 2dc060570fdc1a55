namespace BoneMets.Rules.Cli.Exchange;

/// <summary>
/// Carries out a plan so that an interruption leaves every file either old or new, and the next pull finishes the rest: everything is written aside first, then put in
/// place by renaming; the record comes last.
/// </summary>
internal static class FolderUpdate
{
    public static void Apply(string folder, PullPlan plan, PullRecord record)
    {
        RequireRoom(folder, plan);
        Directory.CreateDirectory(folder);
        // Beside its target, because renaming works within one disk only; the names are those of no documents, so that nobody who watches the folder reads them.
        var aside = Path.Combine(folder, $".bonemets-{Guid.NewGuid():N}");
        Directory.CreateDirectory(aside);
        try
        {
            IReadOnlyList<(string Name, byte[] Content)> files = [.. plan.Write, (PullRecord.FileName, record.ToUtf8())];
            for (var i = 0; i < files.Count; i++) File.WriteAllBytes(Path.Combine(aside, $"{i}"), files[i].Content);
            for (var i = 0; i < files.Count - 1; i++) Put(Path.Combine(aside, $"{i}"), Path.Combine(folder, files[i].Name));
            foreach (var name in plan.Remove) Remove(folder, name);
            Put(Path.Combine(aside, $"{files.Count - 1}"), Path.Combine(folder, PullRecord.FileName));
        }
        finally
        {
            Directory.Delete(aside, recursive: true);
        }
    }

    private static void Put(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Move(from, to, overwrite: true);
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
            if (new FileInfo(Path.Combine(folder, name)).LinkTarget is not null) throw Link(folder, name);
            for (var parent = Path.GetDirectoryName(name); !string.IsNullOrEmpty(parent); parent = Path.GetDirectoryName(parent))
            {
                var path = Path.Combine(folder, parent);
                if (File.Exists(path) || writes.Contains(parent.Replace('\\', '/'))) throw new CommandFailure($"`{path}` is a file, but `{name}` needs a folder of this name: move it away");
                if (new DirectoryInfo(path).LinkTarget is not null) throw Link(folder, parent);
            }
        }
    }

    private static CommandFailure Link(string folder, string name) => new($"`{Path.Combine(folder, name)}` is a link, and what it leads to is not overwritten: replace it by what it means");
}
