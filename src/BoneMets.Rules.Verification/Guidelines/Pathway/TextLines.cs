using System.Globalization;
using System.Text;

namespace BoneMets.Rules.Verification.Guidelines.Pathway;

/// <summary>
/// Text broken into lines, without a font at hand: widths are those of bold letters of a wide common face (DejaVu Sans), so that what should fit does.
/// </summary>
internal static class TextLines
{
    /// <param name="most">What is beyond so many lines ends in an ellipsis.</param>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int most)
    {
        var room = width / size;
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, room)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (Ems(longer) <= room)
            {
                line = longer;
                continue;
            }
            lines.Add(line);
            line = word;
        }
        lines.Add(line);
        if (lines.Count <= most) return lines;
        return [.. lines.Take(most - 1), Shortened(lines[most - 1], room)];
    }

    /// <summary>How wide a text is, in units of its size.</summary>
    public static double Ems(string text) => text.EnumerateRunes().Sum(Ems);

    /// <summary>A word that is wider than a line is broken where the line ends, never within a character.</summary>
    private static IEnumerable<string> Pieces(string word, double room)
    {
        var piece = new StringBuilder();
        foreach (var character in Characters(word))
        {
            if (piece.Length > 0 && Ems(piece + character) > room)
            {
                yield return piece.ToString();
                piece.Clear();
            }
            piece.Append(character);
        }
        yield return piece.ToString();
    }

    private static string Shortened(string line, double room)
    {
        var kept = Characters(line).ToList();
        while (kept.Count > 0 && Ems(string.Concat(kept) + "…") > room) kept.RemoveAt(kept.Count - 1);
        return string.Concat(kept).TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    private static IEnumerable<string> Characters(string text)
    {
        for (var characters = StringInfo.GetTextElementEnumerator(text); characters.MoveNext();) yield return characters.GetTextElement();
    }

    private static double Ems(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ';' or ':' or '\'' or '|' => 0.36,
        ' ' or '!' or 'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' or '/' or 'I' => 0.5,
        'm' or 'M' or 'W' or '@' or '%' or '…' or '—' => 1.05,
        'w' or (>= 'A' and <= 'Z') => 0.83,
        < 0x300 => 0.69,
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        < 0x1100 => 0.85,
        _ => 1.05,
    };
}
