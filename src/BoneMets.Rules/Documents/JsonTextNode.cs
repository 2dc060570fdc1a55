using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Documents;

public enum JsonTextKind { Object, Array, String, Number, True, False, Null }

/// <summary>
/// One value of a document with its place in the text. The tree keeps offsets (UTF-16 units) so that an edit replaces spans
/// and everything else survives: comments, key order, spelling of numbers.
/// </summary>
public sealed class JsonTextNode(JsonText document, JsonTextKind kind, TextSpan span)
{
    private readonly List<JsonTextProperty> properties = [];
    private readonly List<JsonTextNode> items = [];

    public JsonText Document { get; } = document;

    public JsonTextKind Kind { get; } = kind;

    public TextSpan Span { get; internal set; } = span;

    /// <summary>The decoded text of a string; null for every other kind.</summary>
    public string? Text { get; internal init; }

    /// <summary>The characters as they stand in the document.</summary>
    public string Raw => Document.Text.Substring(Span.Start, Span.Length);

    public IReadOnlyList<JsonTextProperty> Properties => properties;

    public IReadOnlyList<JsonTextNode> Items => items;

    public JsonTextNode? Parent { get; private set; }

    /// <summary>The last step of <see cref="Pointer"/>: the key, or the index in the array.</summary>
    public string Step { get; private set; } = "";

    /// <summary>JSON Pointer (RFC 6901) from the document's root.</summary>
    public string Pointer => Parent is null ? "" : Parent.Pointer + "/" + Step.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The value of a key, compared without case as Microsoft's engine does; null when absent.</summary>
    public JsonTextNode? this[string key]
    {
        get
        {
            foreach (var property in properties)
                if (string.Equals(property.Name, key, StringComparison.OrdinalIgnoreCase)) return property.Value;
            return null;
        }
    }

    internal void Add(JsonTextProperty property)
    {
        property.Value.Parent = this;
        property.Value.Step = property.Name;
        properties.Add(property);
    }

    internal void Add(JsonTextNode item)
    {
        item.Parent = this;
        item.Step = items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        items.Add(item);
    }
}

public sealed record JsonTextProperty(string Name, TextSpan NameSpan, JsonTextNode Value);
