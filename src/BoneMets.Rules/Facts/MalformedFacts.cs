using System.Text;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Facts;

/// <summary>Says in plain words where a text stopped being JSON.</summary>
internal static class MalformedFacts
{
    public static void Report(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, JsonException malformed, FactProblems problems)
    {
        var depth = reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? 1 : 0);
        var next = NextByte(text, (int)reader.BytesConsumed);
        if (depth >= MostNested(ref reader) && next < text.Length && text[next] is (byte)'{' or (byte)'[')
        {
            problems.Add(DiagnosticCode.FactsTooDeep, $"the facts are nested more than {FactReader.MostNested} levels deep");
            return;
        }
        var line = (int)Math.Min(malformed.LineNumber ?? 0, int.MaxValue - 1);
        var at = Math.Min(StartOfLine(text, line) + (int)(malformed.BytePositionInLine ?? 0), text.Length);
        var column = 1 + Encoding.UTF8.GetCharCount(text[StartOfLine(text, line)..at]);
        var (what, help) = Describe(text, at, next);
        problems.Add(DiagnosticCode.FactsMalformed, $"the facts are not well-formed JSON: {what} in line {line + 1}, column {column} (byte {at})", help, line + 1, column);
    }

    private static int MostNested(ref Utf8JsonReader reader) => reader.CurrentState.Options.MaxDepth is > 0 and var most ? most : FactReader.MostNested;

    private static (string What, string? Help) Describe(ReadOnlySpan<byte> text, int at, int next)
    {
        const string numbers = "numbers are written like `12`, `-0.5` or `1.5e3`";
        if (text.Trim(" \t\r\n"u8).IsEmpty) return ("there is no text", "no facts at all are `{}`");
        if (at >= text.Length) return ("the text ends too early", null);
        var rest = text[Math.Min(next, at)..];
        foreach (var word in (string[])["NaN", "Infinity", "-Infinity", "undefined", "None"])
            if (rest.StartsWith(Encoding.UTF8.GetBytes(word))) return ($"`{word}` is not a JSON value", "leave out what is not known");
        return (char)text[at] switch
        {
            '\'' => ("unexpected `'`", "texts stand in double quotes"),
            '/' or '#' => ("a comment", "facts have no comments"),
            '}' or ']' when LastByte(text, at) == ',' => ($"a comma before `{(char)text[at]}`", null),
            '+' or '.' => ($"unexpected `{(char)text[at]}`", numbers),
            >= '0' and <= '9' => ("a number that JSON does not know", numbers),
            < ' ' => ("a control character", "inside a text it is written as an escape such as `\\n`"),
            _ => ($"unexpected {FactProblems.Quote(Character(text[at..]))}", null),
        };
    }

    private static string Character(ReadOnlySpan<byte> text) => Rune.DecodeFromUtf8(text, out var rune, out _) == System.Buffers.OperationStatus.Done ? rune.ToString() : "\uFFFD";

    private static int NextByte(ReadOnlySpan<byte> text, int from)
    {
        while (from < text.Length && text[from] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)',' or (byte)':') from++;
        return from;
    }

    private static char LastByte(ReadOnlySpan<byte> text, int before)
    {
        var trimmed = text[..before].TrimEnd(" \t\r\n"u8);
        return trimmed.IsEmpty ? '\0' : (char)trimmed[^1];
    }

    private static int StartOfLine(ReadOnlySpan<byte> text, int line)
    {
        var start = 0;
        for (; line > 0; line--)
        {
            var end = text[start..].IndexOf((byte)'\n');
            if (end < 0) return text.Length;
            start += end + 1;
        }
        return start;
    }
}
