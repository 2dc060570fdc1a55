using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Evaluation;

/// <summary>How a missing fact is named: below the path of its object, in the caller's terms. An element of a scalar list is named itself.</summary>
public static class MissingPath
{
    public static string Of(FactFrame owner, string fact) => owner.Schema.IsScalarElement ? owner.Path : $"{owner.Path}.{fact}";
}

/// <summary>Takes a fact out of its frame. An object is always there (its facts may all be unknown); a list is read by the decision, which keeps it.</summary>
internal static class FactReading
{
    /// <summary>Throws when the object is of another schema than the fact: its slots hold other facts, and no answer is better than a wrong one.</summary>
    public static Value Read(FactFrame owner, FactProperty property) => !owner.Schema.Has(property) ? throw OtherSchema(owner, property) : property.Type switch
    {
        NumberType => double.IsNaN(owner.Numbers[property.Slot]) ? Missing(owner, property) : new KnownValue(owner.Exact[property.Slot]),
        TextType => owner.Texts[property.Slot] is { } text ? new KnownValue(text) : Missing(owner, property),
        ObjectType => new KnownValue(owner.ObjectAt(property)),
        _ => owner.Codes[property.Slot] is var code && code == FactFrame.Unknown ? Missing(owner, property) : FromCode(property.Type, code),
    };

    public static UnknownValue Missing(FactFrame owner, FactProperty property) => new(MissingFacts.Of(MissingPath.Of(owner, property.Name)));

    private static InvalidOperationException OtherSchema(FactFrame owner, FactProperty property) =>
        new($"`{property.Name}` was bound to another schema than that of `{owner.Path}`, an object `{owner.Schema.Name}`");

    private static KnownValue FromCode(FactType type, int code) => type switch
    {
        BooleanType => Value.Of(code != 0),
        EnumType words => new KnownValue(words.Values[code]),
        _ => new KnownValue(DateOnly.FromDayNumber(code)),
    };
}
