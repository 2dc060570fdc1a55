namespace BoneMets.Rules.Documents;

/// <summary>A JSON document as text and as a tree over that text.</summary>
public sealed class JsonText(string name, string text)
{
    /// <summary>How findings name the document: a path relative to the library, or a made-up name.</summary>
    public string Name { get; } = name;

    public string Text { get; } = text;
}
