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

    public FactProperty? Find(string property) => byName.GetValueOrDefault(property);

    /// <summary>Sets the properties and gives each its slot.</summary>
    public void Complete(IEnumerable<FactProperty> properties)
    {
        Properties = [.. properties];
        byName = Properties.ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);
        for (var i = 0; i < Properties.Count; i++)
        {
            var property = Properties[i];
            property.Index = i;
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

/// <summary>One fact of a schema. <see cref="Unit"/> is the canonical unit; <see cref="OtherUnits"/> are accepted in facts and by <c>ValueIn</c>.</summary>
public sealed class FactProperty(string name, FactType type)
{
    public string Name { get; } = name;
    public FactType Type { get; } = type;

    /// <summary>Position in the schema.</summary>
    public int Index { get; internal set; }

    /// <summary>Position in the frame's array of this kind (numbers; codes for booleans, enumerations and dates; texts; objects; lists).</summary>
    public int Slot { get; internal set; }

    public decimal? Minimum { get; init; }
    public decimal? Maximum { get; init; }
    public DateOnly? Earliest { get; init; }
    public DateOnly? Latest { get; init; }
    public string? Unit => (Type as NumberType)?.Unit;
    public IReadOnlyDictionary<string, UnitConversion> OtherUnits { get; init; } = FrozenDictionary<string, UnitConversion>.Empty;
    public string? Label { get; init; }
    public string? Description { get; init; }

    /// <summary>For a list of scalars or objects: the schema of its elements.</summary>
    public ObjectSchema? ElementSchema => (Type as ListType)?.Element is ObjectType o ? o.Schema : ScalarElement;

    internal ObjectSchema? ScalarElement { get; init; }
}

/// <summary>Converts a value in another unit to the canonical one: times <see cref="Factor"/> or divided by <see cref="Divisor"/>; exactly one is set. Exact decimals, never rounded before use.</summary>
public sealed record UnitConversion(decimal? Factor, decimal? Divisor)
{
    public decimal ToCanonical(decimal value) => Factor is { } factor ? value * factor : value / Divisor!.Value;

    public decimal FromCanonical(decimal value) => Factor is { } factor ? value / factor : value * Divisor!.Value;
}
