using System.Text;

namespace BoneMets.Rules.Verification.Reports;

/// <summary>What authors wrote as Markdown that shows exactly these characters (CommonMark with the tables of GitHub).</summary>
public static class MarkdownText
{
    /// <summary>A paragraph, a heading or a table cell in one line. Addresses stay plain, so that readers of Markdown link them.</summary>
    public static string Inline(string text) => Escaped(text, startsLine: true);

    /// <summary>The same for words that something else stands before.</summary>
    public static string Within(string text) => Escaped(text, startsLine: false);

    private static string Escaped(string text, bool startsLine)
    {
        var line = OneLine(text);
        var result = new StringBuilder(line.Length + 8);
        for (var i = 0; i < line.Length; i++)
        {
            var next = i + 1 < line.Length ? line[i + 1] : ' ';
            if (line[i] == '<' && (char.IsAsciiLetter(next) || next is '/' or '!' or '?')) result.Append("&lt;");
            else if (line[i] == '&' && (char.IsAsciiLetter(next) || next == '#')) result.Append("&amp;");
            else if (NeedsEscape(line, i) || (startsLine && StartsBlock(line, i))) result.Append('\\').Append(line[i]);
            else result.Append(line[i]);
        }
        return result.ToString();
    }

    /// <summary>Code in a table cell: there a bar ends the cell even between backticks.</summary>
    public static string CodeInCell(string text) => Code(text).Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>As <c>`code`</c>, with as many backticks around as the text calls for.</summary>
    public static string Code(string text)
    {
        var line = OneLine(text);
        if (line.Length == 0) return "";
        var fence = new string('`', LongestRun(line) + 1);
        var pad = line.StartsWith('`') || line.EndsWith('`') ? " " : "";
        return $"{fence}{pad}{line}{pad}{fence}";
    }

    /// <summary>A link to a path relative to the file.</summary>
    public static string Link(string text, string path) =>
        $"[{Inline(text)}]({string.Join('/', path.Split('/').Select(Uri.EscapeDataString))})";

    public static void Row(TextWriter writer, params IEnumerable<string> cells) => writer.Write($"| {string.Join(" | ", cells)} |\n");

    /// <summary>The head of a table; a column whose name begins with <c>#</c> is one of numbers.</summary>
    public static void Head(TextWriter writer, params IReadOnlyList<string> columns)
    {
        Row(writer, columns.Select(c => c.TrimStart('#')));
        writer.Write($"|{string.Join('|', columns.Select(c => c.StartsWith('#') ? "--:" : "---"))}|\n");
    }

    private static bool NeedsEscape(string line, int i) => line[i] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '|' or '~' => true,
        '_' => i == 0 || i + 1 == line.Length || !char.IsLetterOrDigit(line[i - 1]) || !char.IsLetterOrDigit(line[i + 1]),
        _ => false,
    };

    /// <summary>What would be a heading, a quotation, a list or a rule at the start of a line.</summary>
    private static bool StartsBlock(string line, int i) => line[i] switch
    {
        '#' or '>' or '=' => i == 0,
        '-' or '+' => i == 0 && line.Length > 1 && line[1] is ' ' or '-',
        '.' or ')' => i is > 0 and < 10 && i + 1 < line.Length && line[i + 1] == ' ' && line.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("\0", "\uFFFD", StringComparison.Ordinal);

    private static int LongestRun(string line)
    {
        var (longest, run) = (0, 0);
        foreach (var character in line) longest = Math.Max(longest, run = character == '`' ? run + 1 : 0);
        return longest;
    }
}
