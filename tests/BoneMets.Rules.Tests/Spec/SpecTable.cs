using System.Text;
using System.Text.Json;

namespace BoneMets.Rules.Tests.Spec;

/// <summary>One row of <c>tests/spec/expressions</c>; the format is in that folder's README.</summary>
public sealed record SpecRow(string Table, int Line, string Expression, string Facts, string Expected)
{
    public override string ToString() => $"{Table}:{Line} {(Expression.Length > 80 ? Expression[..80] + "…" : Expression)} => {Expected}";
}

public static class SpecTable
{
    public static readonly string Folder = Path.Combine(Root(), "tests", "spec");

    public static IReadOnlyList<SpecRow> All() =>
        [.. Directory.GetFiles(Path.Combine(Folder, "expressions"), "*.csv").Order(StringComparer.Ordinal).SelectMany(f => Read(f, 3))];

    /// <summary>A table of another theme: its first columns stand where those of an expression table do, the rest is empty.</summary>
    public static IReadOnlyList<SpecRow> Of(string theme, string table, int columns) => [.. Read(Path.Combine(Folder, theme, table + ".csv"), columns)];

    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "BoneMets.Rules.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    private static IEnumerable<SpecRow> Read(string path, int columns)
    {
        var text = File.ReadAllText(path);
        var (position, line, header) = (0, 1, true);
        while (position < text.Length)
        {
            var start = line;
            if (text[position] == '#')
            {
                position = text.IndexOf('\n', position) + 1;
                line++;
                continue;
            }
            var fields = Fields(text, ref position, ref line);
            if (fields is [""]) continue;
            if (header)
            {
                header = false;
                continue;
            }
            Assert.True(fields.Count == columns, $"{path}:{start} has {fields.Count} fields");
            yield return new SpecRow(Path.GetFileNameWithoutExtension(path), start, Expand(fields[0]), fields[1], columns > 2 ? fields[2] : "");
        }
    }

    private static List<string> Fields(string text, ref int position, ref int line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            if (c == '\n') line++;
            if (quoted)
            {
                if (c != '"') field.Append(c);
                else if (position + 1 < text.Length && text[position + 1] == '"') field.Append(text[++position]);
                else quoted = false;
            }
            else if (c == '"') quoted = true;
            else if (c == ';')
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (c == '\n')
            {
                position++;
                break;
            }
            else if (c != '\r') field.Append(c);
        }
        fields.Add(field.ToString());
        return fields;
    }

    /// <summary><c>@"("*3 + "1"</c> is made by repetition.</summary>
    private static string Expand(string expression)
    {
        if (!expression.StartsWith('@')) return expression;
        var result = new StringBuilder();
        var rest = Encoding.UTF8.GetBytes(expression[1..]);
        var at = 0;
        while (at < rest.Length)
        {
            var reader = new Utf8JsonReader(rest.AsSpan(at), isFinalBlock: false, default);
            reader.Read();
            var text = reader.GetString()!;
            at += (int)reader.BytesConsumed;
            var count = 1;
            if (at < rest.Length && rest[at] == '*')
            {
                var end = at + 1;
                while (end < rest.Length && char.IsAsciiDigit((char)rest[end])) end++;
                count = int.Parse(Encoding.UTF8.GetString(rest.AsSpan(at + 1, end - at - 1)), System.Globalization.CultureInfo.InvariantCulture);
                at = end;
            }
            for (var i = 0; i < count; i++) result.Append(text);
            while (at < rest.Length && rest[at] is (byte)' ' or (byte)'+') at++;
        }
        return result.ToString();
    }
}
