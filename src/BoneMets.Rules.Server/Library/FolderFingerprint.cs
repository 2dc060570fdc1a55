using System.Security.Cryptography;
using System.Text;

namespace BoneMets.Rules.Server.Library;

/// <summary>Names, sizes and times of the documents in a folder as one text: when it is the same, nobody changed anything.</summary>
internal static class FolderFingerprint
{
    public const string Absent = "absent";

    public static string Of(string directory)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };
        try
        {
            var lines = new DirectoryInfo(directory).EnumerateFiles("*.json", options)
                .Select(f => $"{f.FullName}\n{f.Length}\n{f.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal);
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Absent; // a file went away while it was looked at, or the folder is not there
        }
    }
}
