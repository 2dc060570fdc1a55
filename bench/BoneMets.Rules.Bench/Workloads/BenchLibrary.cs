using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Bench.Workloads;

/// <summary>The shipped fact schemas and evidence with the two workloads in place of the shipped workflows.</summary>
internal static class BenchLibrary
{
    public const string First = "MirelsAndDosing";
    public const string Second = GeneratedWorkflow.Name;

    public static IReadOnlyList<LibraryFile> Files(bool first = true, bool second = true)
    {
        var files = new List<LibraryFile> { Shipped("evidence.json") };
        if (first)
        {
            foreach (var schema in new[] { "patient", "lesion" }) files.Add(Shipped($"facts/{schema}.schema.json"));
            files.Add(new LibraryFile("mirels-and-dosing/workflow.json", File.ReadAllBytes(Repository.FirstWorkload)));
        }
        if (second)
        {
            files.Add(new LibraryFile($"facts/{GeneratedWorkflow.SchemaName}.schema.json", GeneratedWorkflow.Schema()));
            files.Add(new LibraryFile("thousand-rules/workflow.json", GeneratedWorkflow.Document()));
        }
        return files;
    }

    public static RuleLibrary Load()
    {
        var load = RuleLibrary.Load(Files());
        if (load.HasErrors) throw new InvalidOperationException(string.Join('\n', load.Diagnostics.Where(d => d.IsError).Take(5)));
        return load.Library;
    }

    /// <summary>The same as a folder, for the command line.</summary>
    public static void Write(string directory)
    {
        foreach (var file in Files())
        {
            var path = Path.Combine(directory, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Content.Span);
        }
    }

    private static LibraryFile Shipped(string path) => new(path, File.ReadAllBytes(Path.Combine(Repository.Library, path)));
}
