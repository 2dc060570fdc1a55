namespace BoneMets.Rules.Facts;

/// <summary>The type of a fact or an expression. Compared by value; <see cref="ObjectType"/> by its schema.</summary>
public abstract record FactType
{
    public static readonly FactType Boolean = new BooleanType();
    public static readonly FactType Text = new TextType();
    public static readonly FactType Date = new DateType();
    public static readonly FactType Absent = new AbsentType();
    public static readonly NumberType Number = new(false, null);
    public static readonly NumberType Integer = new(true, null);

    /// <summary>How a clinician would call it.</summary>
    public abstract string Describe();
}

public sealed record BooleanType : FactType
{
    public override string Describe() => "true or false";
}

/// <summary>An exact decimal; <see cref="Unit"/> is UCUM, null for a plain number, which meets any unit.</summary>
public sealed record NumberType(bool IsInteger, string? Unit) : FactType
{
    public override string Describe() => (IsInteger ? "a whole number" : "a number") + (Unit is null ? "" : $" in {Unit}");
}

public sealed record TextType : FactType
{
    public override string Describe() => "a text";
}

public sealed record DateType : FactType
{
    public override string Describe() => "a date";
}

/// <summary>One of the listed words. Two enumerations are the same type when they list the same words in the same order.</summary>
public sealed record EnumType(IReadOnlyList<string> Values) : FactType
{
    public bool Equals(EnumType? other) => other is not null && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    public override int GetHashCode() => Values.Aggregate(17, (hash, value) => unchecked(hash * 31 + string.GetHashCode(value, StringComparison.Ordinal)));

    public override string Describe() => "one of " + string.Join(", ", Values.Take(6)) + (Values.Count > 6 ? ", …" : "");
}

public sealed record ListType(FactType Element) : FactType
{
    public override string Describe() => "a list";
}

public sealed record ObjectType(ObjectSchema Schema) : FactType
{
    public bool Equals(ObjectType? other) => ReferenceEquals(Schema, other?.Schema);

    public override int GetHashCode() => Schema.Name.GetHashCode(StringComparison.Ordinal);

    public override string Describe() => $"an object ({Schema.Name})";
}

/// <summary>A field that no input of this shape has (untyped Microsoft inputs): always unknown, fits everywhere.</summary>
public sealed record AbsentType : FactType
{
    public override string Describe() => "an absent field";
}
