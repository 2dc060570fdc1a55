using System.Collections.Frozen;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Facts;

/// <summary>
/// The facts that an object may hold, and where a <see cref="FactFrame"/> keeps each: every property has a slot in the array of its kind.
/// Immutable once <see cref="Complete"/> was called (schemas may refer to each other, so they are filled in two steps). Thread safe after that.
/// </summary>
public sealed class ObjectSchema(string name)
{
    private FrozenDictionary<string, FactProperty> byName = FrozenDictionary<string, FactProperty>.Empty;

    public string Name { get; } = name;

    public IReadOnlyList<FactProperty> Properties { get; private set; } = [];

    /// <summary>The schema of the elements of a scalar list: one property, <c>value</c>, that stands for the element itself.</summary>
    public bool IsScalarElement { get; init; }

    /// <summary>An inferred shape: a field that it lacks is unknown instead of an error.</summary>
    public bool IsShape { get; init; }

    public JsonTextNode? Node { get; init; }

    public int NumberCount { get; private set; }
    public int CodeCount { get; private set; }
    public int TextCount { get; private set; }
    public int ObjectCount { get; private set; }
    public int ListCount { get; private set; }

    /// <summary>The property names as JSON writes them, in the order of <see cref="Properties"/>.</summary>
    internal Utf8Names Names { get; private set; } = new([]);

    internal FactProperty[] Ordered { get; private set; } = [];

    /// <summary>Whether it is this very property, so that its slot is one of these.</summary>
    internal bool Has(FactProperty property) => property.Index < Ordered.Length && ReferenceEquals(Ordered[property.Index], property);

    public FactProperty? Find(string property) => byName.GetValueOrDefault(property);

    /// <summary>Sets the properties and gives each its slot.</summary>
    public void Complete(IEnumerable<FactProperty> properties)
    {
        Properties = Ordered = [.. properties];
        Names = new Utf8Names(Properties.Select(p => p.Name));
        byName = Properties.ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);
        for (var i = 0; i < Properties.Count; i++)
        {
            var property = Properties[i];
            property.Index = i;
            property.Prepare();
            property.Slot = property.Type switch
            {
                NumberType => NumberCount++,
                BooleanType or EnumType or DateType => CodeCount++,
                TextType => TextCount++,
                ObjectType => ObjectCount++,
                ListType => ListCount++,
                _ => throw new InvalidOperationException($"a fact cannot be {property.Type.Describe()}"),
            };
        }
    }
}
