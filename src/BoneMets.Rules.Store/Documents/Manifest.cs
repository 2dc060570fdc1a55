using System.Security.Cryptography;
using System.Text;

namespace BoneMets.Rules.Store;

/// <summary>The documents of a release or of a change, by name in ordinal order.</summary>
internal static class Manifest
{
    /// <summary>Equal for equal content, however it is laid out: what an approval is bound to.</summary>
    public static string HashOf(IEnumerable<DocumentEntry> documents)
    {
        var lines = documents.OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => $"{d.Name} {d.ContentHash}\n");
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }
}
