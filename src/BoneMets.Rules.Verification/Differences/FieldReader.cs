using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Differences;

/// <summary>
/// The values of one object as fields: an object inside of it is taken apart, a list is one value. Among values whose keys are the author's
/// (facts of a case, free properties, fact schemas) lists of objects are taken apart too, and null is a value.
/// </summary>
internal sealed class FieldReader(PartKind of)
{
    private static readonly HashSet<string> Free = new(StringComparer.Ordinal) { "properties", "facts", "expect.rules", "expect.outputs" };

    private readonly List<PartField> fields = [];

    /// <summary>Expressions among the values by their key, each with what makes a sentence of it.</summary>
    public IReadOnlyDictionary<string, Func<string, string?>> Sentences { get; init; } = new Dictionary<string, Func<string, string?>>(StringComparer.Ordinal);

    /// <summary>What certain values are called; null for those that are called as everywhere.</summary>
    public Func<string, string?>? Label { get; init; }

    /// <summary>Every key means something else by its case.</summary>
    public bool IsFree { get; init; }

    public IReadOnlyList<PartField> Read(JsonTextNode node, Func<string, JsonTextProperty, bool> isOwn)
    {
        if (node.Kind != JsonTextKind.Object) Add(node, "", "", IsFree);
        foreach (var (key, property) in Meaning.Keyed(node, IsFree))
            if (isOwn(key, property)) Add(property.Value, key, property.Name, IsFree);
        return fields;
    }

    /// <summary>One value, with what it consists of.</summary>
    public IReadOnlyList<PartField> Read(JsonTextNode node, string key, string name)
    {
        Add(node, key, name, IsFree);
        return fields;
    }

    private void Add(JsonTextNode node, string key, string name, bool isFree)
    {
        if (node.Kind == JsonTextKind.Null && !isFree) return;
        isFree |= Free.Contains(key);
        if (node.Properties.Count > 0 && !(isFree && FieldText.IsQuantity(node)))
        {
            foreach (var (inner, property) in Meaning.Keyed(node, isFree)) Add(property.Value, $"{key}.{inner}", $"{name}.{property.Name}", isFree);
            return;
        }
        if (isFree && !node.Items.All(FieldText.IsScalar))
        {
            for (var i = 0; i < node.Items.Count; i++) Add(node.Items[i], $"{key}[{i}]", $"{name}[{i}]", isFree);
            return;
        }
        var sentence = node.Text is { } text && Sentences.TryGetValue(key, out var say) ? () => say(text) : (Func<string?>?)null;
        fields.Add(new PartField(key, name, Meaning.Of(node, isFree), FieldText.Of(node), () => Label?.Invoke(name) ?? FieldLabels.Of(of, name), sentence));
    }
}
