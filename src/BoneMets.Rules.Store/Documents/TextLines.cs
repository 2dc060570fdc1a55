namespace BoneMets.Rules.Store;

/// <summary>Line ends of texts.</summary>
internal static class TextLines
{
    /// <summary>The same bytes with a line feed for each carriage return and line feed.</summary>
    public static byte[] WithLineFeeds(byte[] text)
    {
        if (Array.IndexOf(text, (byte)'\r') < 0) return text;
        var lines = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (text[i] != '\r' || i + 1 == text.Length || text[i + 1] != '\n') lines.Add(text[i]);
        return [.. lines];
    }
}
