using System.Text;

namespace BoneMets.Rules.Store;

/// <summary>The documents of a release or of a change, by name.</summary>
internal static class Manifest
{
    /// <summary>Equal for equal content, however it is laid out: what an approval is bound to.</summary>
    public static string HashOf(IReadOnlyDictionary<string, ManifestItem> documents)
    {
        var lines = documents.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key} {d.Value.ContentHash}\n");
        return BoneMets.Rules.Documents.ContentHash.Of(Encoding.UTF8.GetBytes(string.Concat(lines)));
    }
}

/// <summary>Which stored text a manifest has under a name, and what it means.</summary>
internal readonly record struct ManifestItem(string Id, string ContentHash);
