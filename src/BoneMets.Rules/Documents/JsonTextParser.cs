using System.Text;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Documents;

/// <summary>
/// Builds the tree from the tokens of <see cref="Utf8JsonReader"/>, without recursion. The reader counts bytes and the tree counts
/// UTF-16 units, so a cursor walks along and converts. What is wrong with a malformed text is worked out by <see cref="JsonMistake"/>.
/// </summary>
internal ref struct JsonTextParser
{
    private const int LinearSearch = 8;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly JsonText document;
    private readonly ReadOnlySpan<byte> utf8;
    private readonly int start;
    private readonly DiagnosticBag findings = new();
    private readonly Stack<JsonTextNode> open = new();
    private readonly Stack<HashSet<string>?> keys = new();
    private int cursorByte;
    private int cursorChar;
    private int values;
    private JsonTextNode? root;
    private (string Name, TextSpan Span)? key;

    private JsonTextParser(JsonText document, ReadOnlySpan<byte> utf8)
    {
        this.document = document;
        this.utf8 = utf8;
        start = document.Text.StartsWith('\uFEFF') ? 3 : 0;
    }

    public static JsonParseResult Parse(string name, ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > DocumentLimits.Bytes) return TooLarge(name);
        try
        {
            return new JsonTextParser(new JsonText(name, StrictUtf8.GetString(utf8.Span)), utf8.Span).Run();
        }
        catch (DecoderFallbackException)
        {
            var readable = new JsonText(name, Encoding.UTF8.GetString(utf8.Span[..ValidPrefix(utf8.Span)]));
            return new JsonParseResult(null, null, [readable.At(readable.Text.Length, DiagnosticCode.MalformedJson, "the document is not UTF-8 text", "save it as UTF-8")]);
        }
    }

    public static JsonParseResult Parse(string name, string text)
    {
        if (text.Length > DocumentLimits.Bytes || Encoding.UTF8.GetByteCount(text) > DocumentLimits.Bytes) return TooLarge(name);
        var read = new JsonText(name, text);
        try
        {
            return new JsonTextParser(read, StrictUtf8.GetBytes(text)).Run();
        }
        catch (EncoderFallbackException lone)
        {
            return new JsonParseResult(read, null, [read.At(lone.Index, DiagnosticCode.MalformedJson, "half of a character stands here without its other half")]);
        }
    }

    private static JsonParseResult TooLarge(string name) => new(null, null,
        [new Diagnostic(DiagnosticCode.DocumentTooLarge, $"the document is larger than {DocumentLimits.Bytes / 1024 / 1024} MB", Document: name)]);

    /// <summary>Bytes before the first invalid one.</summary>
    private static int ValidPrefix(ReadOnlySpan<byte> utf8)
    {
        var length = 0;
        while (length < utf8.Length && Rune.DecodeFromUtf8(utf8[length..], out _, out var consumed) == System.Buffers.OperationStatus.Done) length += consumed;
        return length;
    }

    private JsonParseResult Run()
    {
        var options = new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = false, MaxDepth = DocumentLimits.Depth + 1 };
        var reader = new Utf8JsonReader(utf8[start..], options);
        cursorByte = start;
        cursorChar = start > 0 ? 1 : 0;
        var last = new LastToken(JsonTokenType.None, cursorChar);
        try
        {
            while (reader.Read())
            {
                last = Take(ref reader);
                if (last.Refusal is { } refusal) return Refused(refusal);
            }
        }
        catch (JsonException)
        {
            return Refused(JsonMistake.Describe(document, last, open.TryPeek(out var container) ? container : null));
        }
        document.Root = root;
        return new JsonParseResult(document, root, findings.Sorted());
    }

    private readonly JsonParseResult Refused(Diagnostic why)
    {
        findings.Add(why);
        return new JsonParseResult(document, null, findings.Sorted());
    }

    private LastToken Take(ref Utf8JsonReader reader)
    {
        var type = reader.TokenType;
        var quotes = type is JsonTokenType.String or JsonTokenType.PropertyName ? 2 : 0;
        var from = ToChar(start + checked((int)reader.TokenStartIndex));
        var to = ToChar(start + checked((int)reader.TokenStartIndex) + reader.ValueSpan.Length + quotes);
        var span = TextSpan.Between(from, to);
        var last = new LastToken(type, to);
        if (type is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            var closed = open.Pop();
            keys.Pop();
            closed.Span = TextSpan.Between(closed.Span.Start, to);
            return last;
        }

        string? text = null;
        if (quotes > 0)
        {
            try
            {
                text = reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return last with { Refusal = JsonMistake.LoneSurrogate(document, span) };
            }
        }
        if (type == JsonTokenType.PropertyName)
        {
            key = (text!, span);
            return last;
        }

        if (++values > DocumentLimits.Values)
            return last with { Refusal = document.At(from, DiagnosticCode.DocumentTooLarge, $"the document has more than {DocumentLimits.Values:N0} values") };
        if (type == JsonTokenType.Number && span.Length > DocumentLimits.NumberLength)
            return last with { Refusal = document.At(from, DiagnosticCode.DocumentTooLarge, $"a number is longer than {DocumentLimits.NumberLength:N0} characters") };
        var node = new JsonTextNode(document, KindOf(type), span) { Text = text };
        Attach(node);
        if (type is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            if (open.Count == DocumentLimits.Depth)
                return last with { Refusal = node.At(DiagnosticCode.DocumentTooLarge, $"the document is nested more than {DocumentLimits.Depth} levels deep") };
            open.Push(node);
            keys.Push(null);
        }
        return last;
    }

    private void Attach(JsonTextNode node)
    {
        if (!open.TryPeek(out var parent))
        {
            root = node;
            return;
        }
        if (parent.Kind == JsonTextKind.Array)
        {
            parent.Add(node);
            return;
        }
        var (name, nameSpan) = key!.Value;
        var property = new JsonTextProperty(name, nameSpan, node);
        var duplicate = IsDuplicate(parent, name);
        parent.Add(property);
        if (duplicate) findings.Add(property.At(DiagnosticCode.DuplicateKey, $"the key `{name}` stands twice in this object", "keys are compared without case"));
    }

    /// <summary>Small objects are searched, large ones get a set.</summary>
    private readonly bool IsDuplicate(JsonTextNode parent, string name)
    {
        if (parent.Properties.Count < LinearSearch) return parent[name] is not null;
        if (keys.Peek() is not { } seen)
        {
            seen = new HashSet<string>(parent.Properties.Select(p => p.Name), StringComparer.OrdinalIgnoreCase);
            keys.Pop();
            keys.Push(seen);
        }
        return !seen.Add(name);
    }

    /// <summary>Offsets come in ascending order and always between characters.</summary>
    private int ToChar(int byteOffset)
    {
        if (byteOffset > cursorByte)
        {
            cursorChar += Encoding.UTF8.GetCharCount(utf8[cursorByte..byteOffset]);
            cursorByte = byteOffset;
        }
        return cursorChar;
    }

    private static JsonTextKind KindOf(JsonTokenType type) => type switch
    {
        JsonTokenType.StartObject => JsonTextKind.Object,
        JsonTokenType.StartArray => JsonTextKind.Array,
        JsonTokenType.String => JsonTextKind.String,
        JsonTokenType.Number => JsonTextKind.Number,
        JsonTokenType.True => JsonTextKind.True,
        JsonTokenType.False => JsonTextKind.False,
        _ => JsonTextKind.Null,
    };
}

/// <summary>The last token that was read well and where it ends; with <see cref="Refusal"/> the document is given up there.</summary>
internal readonly record struct LastToken(JsonTokenType Type, int End, Diagnostic? Refusal = null);
