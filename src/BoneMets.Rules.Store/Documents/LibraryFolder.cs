using BoneMets.Rules.Libraries;

namespace BoneMets.Rules.Store;

/// <summary>A library's folder as the store takes it.</summary>
public static class LibraryFolder
{
    /// <summary>
    /// What a library consists of, and the Markdown that explains it, by name in ordinal order. Links are not followed. A document may have a name that the store does
    /// not take (<see cref="DocumentName.Complaint"/>): leaving it out would publish another library than the one in the folder.
    /// </summary>
    public static IReadOnlyList<(string Name, byte[] Content)> Read(string folder)
    {
        var root = Path.GetFullPath(folder);
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.ReparsePoint,
        };
        return [.. Directory.EnumerateFiles(root, "*", options)
            .Select(f => (Path: f, Name: Path.GetRelativePath(root, f).Replace('\\', '/')))
            .Where(f => LibraryFile.IsDocument(f.Name) || (f.Name.EndsWith(".md", StringComparison.Ordinal) && DocumentName.Complaint(f.Name) is null))
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .Select(f => (f.Name, File.ReadAllBytes(f.Path)))];
    }
}
