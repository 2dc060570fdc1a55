using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Documents;

public enum JsonTextKind { Object, Array, String, Number, True, False, Null }

/// <summary>
/// One value of a document with its place in the text. The tree keeps offsets (UTF-16 units) so that an edit replaces spans
/// and everything else survives: comments, key order, spelling of numbers.
/// </summary>
public sealed class JsonTextNode(JsonText document, JsonTextKind kind, TextSpan span)
{
    private List<JsonTextProperty>? properties;
    private List<JsonTextNode>? items;
    private string? key;
    private int index;
    private string? contentHash;

    public JsonText Document { get; } = document;

    public JsonTextKind Kind { get; } = kind;

    public TextSpan Span { get; internal set; } = span;

    /// <summary>The decoded text of a string; null for every other kind.</summary>
    public string? Text { get; internal init; }

    /// <summary>The characters as they stand in the document.</summary>
    public string Raw => Document.Text.Substring(Span.Start, Span.Length);

    /// <summary>Of what it says, however it is laid out.</summary>
    public string ContentHash => contentHash ??= Documents.ContentHash.Of(this);

    public IReadOnlyList<JsonTextProperty> Properties => properties ?? (IReadOnlyList<JsonTextProperty>)[];

    public IReadOnlyList<JsonTextNode> Items => items ?? (IReadOnlyList<JsonTextNode>)[];

    public JsonTextNode? Parent { get; private set; }

    /// <summary>The last step of <see cref="Pointer"/>: the key, or the index in the array.</summary>
    public string Step => key ?? (Parent is null ? "" : index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>JSON Pointer (RFC 6901) from the document's root.</summary>
    public string Pointer => Parent is null ? "" : Parent.Pointer + "/" + Step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The value of a key, compared without case as Microsoft's engine does; null when absent.</summary>
    public JsonTextNode? this[string key]
    {
        get
        {
            foreach (var property in Properties)
                if (string.Equals(property.Name, key, StringComparison.OrdinalIgnoreCase)) return property.Value;
            return null;
        }
    }

    /// <summary>
    /// Where the character of <see cref="Text"/> with this index stands in the document, escapes counted as they are written;
    /// the closing quote for an index at or past the end. For every other kind the start of the value.
    /// </summary>
    public int OffsetInText(int decodedIndex)
    {
        if (Kind != JsonTextKind.String) return Span.Start;
        var text = Document.Text;
        var offset = Span.Start + 1;
        for (var i = 0; i < decodedIndex && offset < Span.End - 1; i++)
            offset += text[offset] != '\\' ? 1 : text[offset + 1] == 'u' ? 6 : 2;
        return Math.Min(offset, Span.End - 1);
    }

    /// <summary>A finding about this value; with <paramref name="spanInText"/> about that part of its decoded text, to the character.</summary>
    public Diagnostic At(DiagnosticCode code, string message, string? help = null, TextSpan? spanInText = null)
    {
        var offset = spanInText is { } part ? OffsetInText(part.Start) : Span.Start;
        return Document.At(offset, code, message, help, Pointer) with { Span = spanInText };
    }

    internal void Add(JsonTextProperty property)
    {
        property.Value.Parent = this;
        property.Value.key = property.Name;
        (properties ??= []).Add(property);
    }

    internal void Add(JsonTextNode item)
    {
        item.Parent = this;
        item.index = Items.Count;
        (items ??= []).Add(item);
    }
}

public sealed record JsonTextProperty(string Name, TextSpan NameSpan, JsonTextNode Value)
{
    /// <summary>A finding about the key itself.</summary>
    public Diagnostic At(DiagnosticCode code, string message, string? help = null) =>
        Value.Document.At(NameSpan.Start, code, message, help, Value.Pointer);
}
