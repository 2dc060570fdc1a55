using System.Globalization;
using System.Text.Json.Nodes;
using BoneMets.Rules.Decisions;

namespace BoneMets.Rules.Facts;

/// <summary>Facts as a golden case states them: what is known, numbers in their canonical unit.</summary>
public static class FactsJson
{
    /// <summary>By the names of the inputs; one of which nothing is known is left out.</summary>
    public static JsonObject Of(FactSet facts)
    {
        var result = new JsonObject();
        foreach (var input in facts.Inputs)
            if (Of(input) is { Count: > 0 } known) result[input.Path] = known;
        return result;
    }

    private static JsonObject Of(FactFrame frame)
    {
        var result = new JsonObject();
        foreach (var fact in frame.Schema.Properties)
            if (Of(FactCell.Read(frame, fact)) is { } value) result[fact.Name] = value;
        return result;
    }

    /// <summary>One fact as <see cref="FactCell.Read"/> gives it; null for unknown.</summary>
    public static JsonNode? Of(object? value) => value switch
    {
        null => null,
        bool truth => JsonValue.Create(truth),
        decimal number => JsonNode.Parse(ValueText.Number(number)),
        DateOnly date => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        string text => JsonValue.Create(text),
        FactList list => new JsonArray([.. list.Items.Select(Element)]),
        FactFrame nested => Of(nested) is { Count: > 0 } known ? known : null,
        _ => throw new InvalidOperationException($"no fact can be {value.GetType().Name}"),
    };

    /// <summary>An element of a list of scalars is its value.</summary>
    private static JsonNode? Element(FactFrame element) =>
        element.Schema.IsScalarElement ? Of(FactCell.Read(element, element.Schema.Properties[0])) : Of(element);
}
