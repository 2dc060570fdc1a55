namespace BoneMets.Rules.System.Tests.Server;

/// <summary>Where the repository is, and copies of its library that a test may spoil.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Library => Path.Combine(Root, "workflows");

    public static string CopyLibrary()
    {
        var copy = Directory.CreateTempSubdirectory("bonemets-").FullName;
        foreach (var file in Directory.EnumerateFiles(Library, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Library, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BoneMets.Rules.sln"))) return folder.FullName;
        throw new InvalidOperationException("the tests run below the repository");
    }
}
