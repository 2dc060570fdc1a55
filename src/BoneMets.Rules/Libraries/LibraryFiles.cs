using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Libraries;

/// <summary>One document of a library: its path below the library's folder, with slashes, and its bytes.</summary>
public sealed record LibraryFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>A library reads files of such a path: workflows, their cases, fact schemas, value sets, evidence.</summary>
    public static bool IsDocument(string path) => IsWorkflow(path) || IsCases(path) || IsFactSchema(path) || IsValueSet(path) || IsEvidence(path);

    /// <summary>All that a decision rests on: everything but golden cases, which are most of a library's text.</summary>
    public static bool IsOfRules(string path) => IsDocument(path) && !IsCases(path);

    public static bool IsWorkflow(string path) => path.EndsWith("/workflow.json", StringComparison.Ordinal);

    public static bool IsCases(string path) => path.EndsWith("/cases.json", StringComparison.Ordinal);

    public static bool IsFactSchema(string path) => path.StartsWith(LibraryFiles.FactsFolder, StringComparison.Ordinal) && path.EndsWith(".schema.json", StringComparison.Ordinal);

    public static bool IsValueSet(string path) => path.StartsWith(LibraryFiles.ValueSetsFolder, StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal);

    public static bool IsEvidence(string path) => path == "evidence.json";
}

/// <summary>Finds and reads the documents of a library folder. What cannot be read is a finding, never skipped in silence.</summary>
internal static class LibraryFiles
{
    public const string FactsFolder = "facts/", ValueSetsFolder = "valuesets/";

    public static string FolderOf(string path) => path[..path.LastIndexOf('/')];

    /// <summary>The fact schema's name: <c>facts/patient.schema.json</c> is <c>patient</c>.</summary>
    public static string SchemaName(string path) => path[FactsFolder.Length..^".schema.json".Length];

    /// <summary>The value set's name: <c>valuesets/bone-metastasis.json</c> is <c>bone-metastasis</c>.</summary>
    public static string ValueSetName(string path) => path[ValueSetsFolder.Length..^".json".Length];

    public static IReadOnlyList<LibraryFile> Read(string directory, Func<string, bool> isRead, DiagnosticBag bag)
    {
        var root = Path.GetFullPath(directory);
        if (!Directory.Exists(root))
        {
            bag.Add(new Diagnostic(DiagnosticCode.UnreadableFile, $"there is no folder `{directory}`", "name the folder that holds the workflows", directory));
            return [];
        }
        var files = new List<LibraryFile>();
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (var path in Directory.EnumerateFiles(root, "*.json", options).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(root, path).Replace('\\', '/');
            if (!isRead(name)) continue;
            if (ReadFile(path, name, bag) is { } content) files.Add(new LibraryFile(name, content));
        }
        return files;
    }

    private static byte[]? ReadFile(string path, string name, DiagnosticBag bag)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length <= DocumentLimits.Bytes) return File.ReadAllBytes(path);
            bag.Add(new Diagnostic(DiagnosticCode.DocumentTooLarge, $"the document has {length} bytes, more than {DocumentLimits.Bytes}", "split it", name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(new Diagnostic(DiagnosticCode.UnreadableFile, $"the file cannot be read: {e.Message}", null, name));
        }
        return null;
    }
}
