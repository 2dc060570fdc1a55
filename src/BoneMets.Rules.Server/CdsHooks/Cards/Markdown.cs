using System.Text;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>GitHub markdown from texts of authors and of records. Nothing in a text can become a link, HTML or markup of its own.</summary>
internal sealed class Markdown
{
    private const string Escaped = @"\`*_{}[]#|~$";
    private const char WordJoiner = '\u2060';
    private readonly StringBuilder text = new();

    public Markdown Paragraph(string plain)
    {
        if (text.Length > 0) text.Append("\n\n");
        text.Append(Escape(plain));
        return this;
    }

    /// <summary>A heading with its list; nothing at all without items.</summary>
    public Markdown List(string heading, IReadOnlyCollection<string> escapedItems)
    {
        if (escapedItems.Count == 0) return this;
        if (text.Length > 0) text.Append("\n\n");
        text.Append("**").Append(Escape(heading)).Append("**\n");
        foreach (var item in escapedItems) text.Append("\n- ").Append(item);
        return this;
    }

    public override string ToString() => text.ToString();

    /// <summary>On one line.</summary>
    public static string Escape(string plain)
    {
        var line = OneLine(plain);
        var result = new StringBuilder(line.Length + 16);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c == '<') result.Append("&lt;");
            else if (c == '>') result.Append("&gt;");
            else if (c == '&') result.Append("&amp;");
            // An address of mail becomes a link after the escapes are gone; it ends where something stands between.
            else if (c == '@') result.Append(@"\@").Append(WordJoiner);
            else if (Escaped.Contains(c, StringComparison.Ordinal) || StartsLink(line, i) || StartsBlock(line, i)) result.Append('\\').Append(c);
            else result.Append(c);
        }
        return result.ToString();
    }

    /// <summary>Without line breaks and other characters that cannot be seen; half a character becomes a question mark.</summary>
    public static string OneLine(string plain)
    {
        var result = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            if (char.IsHighSurrogate(c) && i + 1 < plain.Length && char.IsLowSurrogate(plain[i + 1])) result.Append(c).Append(plain[++i]);
            else if (char.IsSurrogate(c)) result.Append('?');
            else if (char.IsControl(c) || char.IsWhiteSpace(c)) result.Append(' ');
            else if (char.GetUnicodeCategory(c) is not System.Globalization.UnicodeCategory.Format) result.Append(c);
        }
        return string.Join(' ', result.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>GitHub makes links of bare addresses too.</summary>
    private static bool StartsLink(string line, int at) =>
        (line[at] == ':' && at + 2 < line.Length && line[at + 1] == '/' && line[at + 2] == '/')
        || (line[at] == '.' && at >= 3 && line.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase));

    /// <summary>A list, a rule or a heading at the beginning of a line.</summary>
    private static bool StartsBlock(string line, int at) =>
        (at == 0 && (line[0] is '-' or '+' or '=')) || (line[at] is '.' or ')' && at is > 0 and < 10 && (at + 1 == line.Length || line[at + 1] == ' ') && line.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0);
}
