using System.Text.Json;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Documents;

/// <summary>
/// What is wrong with a text that is not JSON, in words an author understands. Looks only at what follows the last good token.
/// </summary>
internal static class JsonMistake
{
    private const int LongestQuote = 30;

    public static Diagnostic Describe(JsonText document, LastToken last, JsonTextNode? container)
    {
        var text = document.Text;
        if (!SkipBlank(text, last.End, out var at)) return Bad(at, "a comment is not closed");
        switch (last.Type)
        {
            case JsonTokenType.None:
                return at == text.Length ? Bad(at, "the document is empty") : Value(at);
            case JsonTokenType.PropertyName:
                return AfterKey(last.End);
            case JsonTokenType.StartObject:
                return at == text.Length ? Unclosed() : Key(at);
            case JsonTokenType.StartArray:
                return at == text.Length ? Unclosed() : Value(at);
        }
        if (container is null)
            return text[at] is '}' or ']' ? Bad(at, $"`{text[at]}` closes nothing") : Bad(at, "the document goes on after its end");
        if (at == text.Length) return Unclosed();
        var (closer, isObject) = container.Kind == JsonTextKind.Object ? ('}', true) : (']', false);
        if (text[at] != ',')
        {
            if (text[at] is '}' or ']') return Bad(at, $"`{text[at]}` stands where `{closer}` is expected", OpenedAt());
            var starts = text[at] is '"' or '\'' or '{' or '[' or '-' || char.IsAsciiLetterOrDigit(text[at]);
            return Bad(at, starts ? $"a comma is missing before `{Quote(at)}`" : $"`,` or `{closer}` is expected instead of `{Quote(at)}`");
        }
        var comma = at;
        if (!SkipBlank(text, at + 1, out at)) return Bad(at, "a comment is not closed");
        if (at == text.Length) return Unclosed();
        if (text[at] is '}' or ']') return Bad(comma, $"a comma stands before `{text[at]}`", "remove it");
        return isObject ? Key(at) : Value(at);

        Diagnostic Bad(int offset, string message, string? help = null) => document.At(offset, DiagnosticCode.MalformedJson, message, help, container?.Pointer ?? "");

        string OpenedAt() => $"the {(container!.Kind == JsonTextKind.Object ? "object" : "list")} began in line {document.LineColumn(container.Span.Start).Line}";

        Diagnostic Unclosed() => container is null
            ? Bad(text.Length, "the document ends too early")
            : Bad(text.Length, $"the document ends before `{(container.Kind == JsonTextKind.Object ? '}' : ']')}`", OpenedAt());

        Diagnostic AfterKey(int end)
        {
            if (!SkipBlank(text, end, out var offset)) return Bad(offset, "a comment is not closed");
            if (offset == text.Length) return Unclosed();
            if (text[offset] != ':') return Bad(offset, "a `:` is missing after the key");
            var comment = text.IndexOf('/', end, offset - end);
            if (comment >= 0) return Bad(comment, "a comment stands between a key and its `:`", "put it before the key or after the `:`");
            if (!SkipBlank(text, offset + 1, out offset)) return Bad(offset, "a comment is not closed");
            return offset == text.Length ? Unclosed() : Value(offset);
        }

        Diagnostic Key(int offset) => text[offset] switch
        {
            '"' => Text(offset, isKey: true),
            '\'' => Bad(offset, "a key stands in double quotes"),
            ',' => Bad(offset, "a comma too many"),
            ']' => Bad(offset, "`]` stands where `}` is expected", OpenedAt()),
            var c when char.IsLetter(c) || c == '_' => Bad(offset, $"the key `{Quote(offset)}` must stand in double quotes"),
            _ => Bad(offset, $"a key in double quotes is expected instead of `{Quote(offset)}`"),
        };

        Diagnostic Value(int offset)
        {
            var first = text[offset];
            if (first == '"') return Text(offset);
            if (first == '\'') return Bad(offset, "a text stands in double quotes");
            if (first is ',' or '}' or ']' or ':') return Bad(offset, $"a value is missing before `{first}`");
            var word = Quote(offset);
            if (char.IsAsciiDigit(first) || first is '-' or '+' or '.')
                return Bad(offset, $"`{word}` is not a number as JSON writes it", "for example `0.5`, `-3` or `1e6`");
            if (!char.IsLetter(first) && first != '_') return Bad(offset, $"a value is expected instead of `{word}`");
            foreach (var literal in (string[])["true", "false", "null"])
                if (word != literal && string.Equals(word, literal, StringComparison.OrdinalIgnoreCase)) return Bad(offset, $"`{word}` is written `{literal}`");
            return word is "NaN" or "Infinity" or "undefined"
                ? Bad(offset, $"`{word}` is not a JSON value", "leave out what is not known")
                : Bad(offset, $"`{word}` is not a JSON value", "a text stands in double quotes");
        }

        Diagnostic Text(int quote, bool isKey = false)
        {
            for (var i = quote + 1; i < text.Length; i++)
            {
                var c = text[i];
                if (c is '\r' or '\n') return Bad(quote, "a text is not closed on its line", "a line break inside a text is written `\\n`");
                if (c < ' ') return Bad(i, "a control character stands in a text", c == '\t' ? "a tab is written `\\t`" : $"it is written `\\u{(int)c:x4}`");
                if (c == '"') return isKey ? AfterKey(i + 1) : Bad(quote, "this text cannot be read");
                if (c != '\\') continue;
                if (i + 1 == text.Length) break;
                var escape = text[++i];
                if (escape == 'u')
                {
                    for (var digit = 1; digit <= 4; digit++)
                        if (i + digit >= text.Length || !char.IsAsciiHexDigit(text[i + digit])) return Bad(i - 1, "`\\u` needs four hexadecimal digits");
                    i += 4;
                }
                else if ("\"\\/bfnrt".IndexOf(escape, StringComparison.Ordinal) < 0)
                {
                    return Bad(i - 1, escape < ' ' ? "`\\` stands at the end of a line" : $"`\\{escape}` is not an escape that JSON knows", "a backslash is written `\\\\`");
                }
            }
            return Bad(quote, "a text is not closed");
        }

        string Quote(int offset)
        {
            var end = offset + 1;
            if (char.IsLetterOrDigit(text[offset]) || text[offset] is '-' or '+' or '.' or '_')
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '+' or '.' or '_')) end++;
            else if (char.IsHighSurrogate(text[offset]) && end < text.Length) end++;
            return Short(text[offset..end]);
        }
    }

    /// <summary>An escape such as <c>\ud800</c> that stands for half of a character.</summary>
    public static Diagnostic LoneSurrogate(JsonText document, TextSpan text)
    {
        var high = -1;
        for (var i = text.Start + 1; i < text.End - 1;)
        {
            var isEscape = document.Text[i] == '\\';
            var isHex = isEscape && document.Text[i + 1] == 'u';
            var value = isHex ? (char)Convert.ToInt32(document.Text.Substring(i + 2, 4), 16) : document.Text[i];
            if (high >= 0 && (!isHex || !char.IsLowSurrogate(value))) break;
            if (isHex && char.IsLowSurrogate(value) && high < 0)
            {
                high = i;
                break;
            }
            high = isHex && char.IsHighSurrogate(value) ? i : -1;
            i += isHex ? 6 : isEscape ? 2 : 1;
        }
        var place = Math.Max(high, text.Start);
        return document.At(place, DiagnosticCode.MalformedJson, "an escape stands for half of a character", "both halves are needed, or the character itself");
    }

    /// <summary>Past whitespace and comments; false at a comment without an end.</summary>
    public static bool SkipBlank(string text, int from, out int at)
    {
        for (at = from; at < text.Length; at++)
        {
            if (text[at] is ' ' or '\t' or '\r' or '\n') continue;
            if (text[at] != '/' || at + 1 == text.Length || text[at + 1] is not ('/' or '*')) return true;
            var isLine = text[at + 1] == '/';
            var end = isLine ? text.AsSpan(at + 2).IndexOfAny('\r', '\n') : text.IndexOf("*/", at + 2, StringComparison.Ordinal);
            if (end < 0 && !isLine) return false;
            at = isLine ? end < 0 ? text.Length - 1 : at + 2 + end : end + 1;
        }
        return true;
    }

    private static string Short(string text) => text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
}
