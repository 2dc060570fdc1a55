using System.Text;

namespace BoneMets.Rules.Diagnostics;

/// <summary>
/// Messages quote what somebody wrote, and that may have as many characters as a document. Nobody reads a line of ten thousand; and a thousand
/// findings that repeat one name would be more than the text they are about.
/// </summary>
internal static class BriefText
{
    /// <summary>From here on quotations are shortened.</summary>
    private const int Long = 500;
    private const int LongestQuotation = 100, Longest = 4_000;

    /// <summary>The same text when it is brief, else with an ellipsis in its long quotations, and at its end if it still is too long.</summary>
    public static string Of(string text)
    {
        if (text.Length <= Long) return text;
        var brief = new StringBuilder();
        foreach (var part in text.Split('`').Index())
        {
            // Between backticks stands every second part.
            if (part.Index > 0) brief.Append('`');
            brief.Append(part.Index % 2 == 1 ? Cut(part.Item, LongestQuotation) : part.Item);
            if (brief.Length > Longest) break;
        }
        return Cut(brief.ToString(), Longest);
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return (char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length]) + "…";
    }
}
