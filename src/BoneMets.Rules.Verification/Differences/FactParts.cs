using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Differences;

/// <summary>The parts of a fact schema: each fact with its keywords, by its path inside of the schema (<c>lesions[].pain</c>).</summary>
internal static class FactParts
{
    public static IReadOnlyList<PartGroup> Of(JsonTextNode root)
    {
        var groups = new List<PartGroup>();
        foreach (var (key, property) in Meaning.Keyed(root, isFree: true))
        {
            if (key == "$schema") continue;
            if (IsProperties(key, property.Value)) groups.Add(Facts(property.Value, key, ""));
            else groups.Add(new PartGroup($"{key} ", PartMatching.ByKey, [new Part(PartKind.Metadata, key, property.Value.Pointer, Reader().Read(property.Value, key, property.Name)) { Id = (key, "") }]));
        }
        return groups;
    }

    private static FieldReader Reader() => new(PartKind.Fact) { IsFree = true };

    private static bool IsProperties(string key, JsonTextNode node) => key == "properties" && node.Kind == JsonTextKind.Object;

    /// <summary>The elements of a list that are written out there.</summary>
    private static bool IsElement(string key, JsonTextNode node) => key == "items" && node.Properties.Any(p => IsProperties(p.Name, p.Value));

    private static PartGroup Facts(JsonTextNode properties, string key, string path) =>
        new(key, PartMatching.ByKey, [.. Meaning.Keyed(properties, isFree: true).Select(p => Fact(p.Key, p.Property, path + p.Property.Name))]);

    private static Part Fact(string key, JsonTextProperty property, string path)
    {
        var node = property.Value;
        var fields = Reader().Read(node, (k, p) => !IsProperties(k, p.Value) && !IsElement(k, p.Value)).ToList();
        var groups = new List<PartGroup>();
        foreach (var (inner, child) in Meaning.Keyed(node, isFree: true))
        {
            if (IsProperties(inner, child.Value)) groups.Add(Facts(child.Value, inner, path + "."));
            if (!IsElement(inner, child.Value)) continue;
            foreach (var (keyword, of) in Meaning.Keyed(child.Value, isFree: true))
            {
                if (IsProperties(keyword, of.Value)) groups.Add(Facts(of.Value, inner, path + "[]."));
                else fields.AddRange(Reader().Read(of.Value, $"{inner}.{keyword}", $"{child.Name}.{of.Name}"));
            }
        }
        return new Part(PartKind.Fact, path, node.Pointer, fields) { Id = (key, ""), Title = () => node["x-label"]?.Text, Groups = groups };
    }
}
