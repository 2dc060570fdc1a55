using System.Globalization;
using System.Text;

namespace BoneMets.Rules.Language;

/// <summary>The author's text inside a message: in backticks, short, and without characters that would break the line or the output.</summary>
internal static class Quote
{
    private const int Longest = 40;

    public static string Text(ReadOnlySpan<char> text)
    {
        StringBuilder quoted = new("`");
        foreach (var rune in text.Length > Longest ? text[..Longest].EnumerateRunes() : text.EnumerateRunes())
        {
            if (rune.Value == '`' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            {
                quoted.Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
            }
            else
            {
                quoted.Append(rune);
            }
        }
        if (text.Length > Longest) quoted.Append('…');
        return quoted.Append('`').ToString();
    }
}
