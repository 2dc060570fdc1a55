namespace BoneMets.Rules.Server.Language;

/// <summary>What values something can take.</summary>
/// <param name="Kind"><c>boolean</c>, <c>number</c>, <c>integer</c>, <c>text</c>, <c>date</c>, <c>enum</c>, <c>list</c>, <c>object</c> or <c>unknown</c>.</param>
/// <param name="Unit">The canonical unit (UCUM); plain numbers meet it as they are.</param>
/// <param name="Units">Other units in which the fact may be sent.</param>
/// <param name="Values">Of an enumeration.</param>
/// <param name="Items">Of a list.</param>
/// <param name="Schema">Of an object.</param>
public sealed record TypeInfo(
    string Kind, string? Unit, IReadOnlyList<string> Units, IReadOnlyList<TypeValue> Values, decimal? Minimum, decimal? Maximum, TypeInfo? Items, string? Schema);

/// <summary>A word of an enumeration, and how it is read.</summary>
public sealed record TypeValue(string Value, string Label);
