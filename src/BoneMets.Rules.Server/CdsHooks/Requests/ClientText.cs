using System.Text.Json;

namespace BoneMets.Rules.Server.CdsHooks.Requests;

/// <summary>Texts that a client sent, whatever somebody wrote there.</summary>
internal static class ClientText
{
    private const int LongestQuote = 60;

    /// <summary>Null for anything but a text, and for a text with half a character in it.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static string? Of(JsonElement owner, string name) => owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) ? Of(value) : null;

    /// <summary>For a message: one line, not long, and nothing in it that ends the quotation.</summary>
    public static string Quoted(string text)
    {
        var shown = new string([.. text.Take(LongestQuote).Select(c => char.IsControl(c) || char.IsSurrogate(c) || c == '`' ? '?' : c)]);
        return text.Length > LongestQuote ? shown + "…" : shown;
    }

    /// <summary>As one step of a JSON Pointer.</summary>
    public static string Pointer(string name) => Quoted(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
