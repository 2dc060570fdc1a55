namespace BoneMets.Rules.Bench.Workloads;

/// <summary>Where this program's sources and the shipped content are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Library => Path.Combine(Root, "workflows");

    public static string Results => Path.Combine(Root, "bench", "results");

    public static string FirstWorkload => Path.Combine(Root, "bench", "workloads", "mirels-and-dosing", "workflow.json");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BoneMets.Rules.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("run this from inside the repository");
    }
}
