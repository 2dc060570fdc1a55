using System.Collections.Frozen;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts.Fhir;

namespace BoneMets.Rules.Facts;

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

    /// <summary>How forms group and sort their fields; facts without an order come last.</summary>
    public string? Group { get; init; }

    public decimal? Order { get; init; }

    /// <summary>The same fact in terminologies.</summary>
    public IReadOnlyList<FactCoding> Codes { get; init; } = [];

    /// <summary>The attribute whose use a workflow declares when it reads this fact (<c>x-attribute</c>).</summary>
    public PatientAttribute? Attribute { get; init; }

    /// <summary>How the fact is found in a FHIR Bundle; null when it has to be given.</summary>
    public FhirMapping? Fhir { get; internal set; }

    /// <summary>Where the fact is declared.</summary>
    public JsonTextNode? Node { get; init; }

    internal ObjectSchema? ScalarElement { get; init; }

    internal FactKind Kind { get; private set; }

    /// <summary>The words of an enumeration.</summary>
    internal Utf8Names? Words { get; private set; }

    /// <summary>The canonical unit, then the others, each with its conversion; null for a plain number.</summary>
    internal Utf8Names? UnitNames { get; private set; }

    internal (string Unit, UnitConversion? Conversion)[] Units { get; private set; } = [];

    internal double NearestMinimum { get; private set; } = double.NegativeInfinity;

    internal double NearestMaximum { get; private set; } = double.PositiveInfinity;

    /// <summary>Lays out what reading facts needs.</summary>
    internal void Prepare()
    {
        Kind = Type switch
        {
            BooleanType => FactKind.Boolean,
            NumberType { IsInteger: true } => FactKind.Integer,
            NumberType => FactKind.Number,
            TextType => FactKind.Text,
            DateType => FactKind.Date,
            EnumType => FactKind.Enumeration,
            ObjectType => FactKind.Object,
            _ => FactKind.List,
        };
        if (Type is EnumType enumeration) Words = new Utf8Names(enumeration.Values);
        if (Minimum is { } minimum) NearestMinimum = ExactNumber.ToDouble(minimum);
        if (Maximum is { } maximum) NearestMaximum = ExactNumber.ToDouble(maximum);
        if (Unit is null) return;
        Units = [(Unit, null), .. OtherUnits.Select(u => (u.Key, (UnitConversion?)u.Value))];
        UnitNames = new Utf8Names(Units.Select(u => u.Unit));
    }
}

/// <summary>A code of a terminology, such as LOINC.</summary>
public sealed record FactCoding(string System, string Code);

internal enum FactKind : byte { Boolean, Number, Integer, Text, Date, Enumeration, Object, List }

/// <summary>Converts a value in another unit to the canonical one: times <see cref="Factor"/> or divided by <see cref="Divisor"/>; exactly one is set. Exact decimals, never rounded before use.</summary>
public sealed record UnitConversion(decimal? Factor, decimal? Divisor)
{
    public decimal ToCanonical(decimal value) => Factor is { } factor ? value * factor : value / Divisor!.Value;

    public decimal FromCanonical(decimal value) => Factor is { } factor ? value / factor : value * Divisor!.Value;
}
