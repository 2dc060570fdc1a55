namespace BoneMets.Rules.Documents;

/// <summary>Finds the value that a JSON Pointer (RFC 6901) names, so that a finding about facts gets a line and a column.</summary>
public static class JsonPointer
{
    /// <summary>The value, or the nearest one around it when the last steps do not exist.</summary>
    public static JsonTextNode Nearest(JsonTextNode root, string pointer)
    {
        var node = root;
        foreach (var step in pointer.Split('/').Skip(1))
        {
            if (Child(node, Unescaped(step)) is not { } child) return node;
            node = child;
        }
        return node;
    }

    private static JsonTextNode? Child(JsonTextNode node, string step)
    {
        if (node.Kind == JsonTextKind.Array)
            return int.TryParse(step, System.Globalization.NumberStyles.None, null, out var index) && index < node.Items.Count ? node.Items[index] : null;
        foreach (var property in node.Properties)
            if (string.Equals(property.Name, step, StringComparison.Ordinal)) return property.Value;
        return null;
    }

    private static string Unescaped(string step) => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
