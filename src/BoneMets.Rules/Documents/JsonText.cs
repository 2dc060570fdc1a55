using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Documents;

/// <summary>A JSON document as text and as a tree over that text. A byte order mark stays part of <see cref="Text"/>.</summary>
public sealed class JsonText(string name, string text)
{
    private int[]? lineStarts;

    /// <summary>How findings name the document: a path relative to the library, or a made-up name.</summary>
    public string Name { get; } = name;

    public string Text { get; } = text;

    /// <summary>Null when the document could not be read.</summary>
    public JsonTextNode? Root { get; internal set; }

    public static JsonParseResult Parse(string name, ReadOnlyMemory<byte> utf8) => JsonTextParser.Parse(name, utf8);

    public static JsonParseResult Parse(string name, string text) => JsonTextParser.Parse(name, text);

    /// <summary>Line and column from 1, in UTF-16 units. CR LF, LF and CR each end a line; a byte order mark has no column.</summary>
    public (int Line, int Column) LineColumn(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var starts = lineStarts ??= FindLineStarts(Text);
        var line = Array.BinarySearch(starts, offset);
        if (line < 0) line = ~line - 1;
        var mark = line == 0 && offset > 0 && Text[0] == '\uFEFF' ? 1 : 0;
        return (line + 1, offset - starts[line] - mark + 1);
    }

    /// <summary>A finding about a place that is no node, such as a syntax error.</summary>
    public Diagnostic At(int offset, DiagnosticCode code, string message, string? help = null, string pointer = "")
    {
        var (line, column) = LineColumn(offset);
        return new Diagnostic(code, message, help, Name, pointer, line, column);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        return [.. starts];
    }
}

/// <summary>
/// <see cref="Root"/> is null when the text is not JSON at all; with duplicate keys it is there, and so are errors.
/// <see cref="Document"/> is null only when the bytes are no text.
/// </summary>
public sealed record JsonParseResult(JsonText? Document, JsonTextNode? Root, IReadOnlyList<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(d => d.IsError);
}
