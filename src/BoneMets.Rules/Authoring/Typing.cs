using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Authoring;

/// <summary>What values something can take, for whoever offers a field for them: its type and, for a fact, what its schema says besides.</summary>
public sealed record Typing(FactType Type, FactProperty? Fact = null)
{
    /// <summary>The words of an enumeration, and how they are read.</summary>
    public IReadOnlyList<(string Value, string Label)> Words => Type is EnumType words ? [.. words.Values.Select(v => (v, ReadableWord.Of(v)))] : [];

    /// <summary>Units in which the fact may be sent besides its own.</summary>
    public IReadOnlyList<string> OtherUnits => Fact is null ? [] : [.. Fact.OtherUnits.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Of the elements of a list; null for anything else.</summary>
    public Typing? Items => Type is not ListType list ? null : new Typing(list.Element, Fact?.ElementSchema is { IsScalarElement: true, Properties: [var element] } ? element : null);

    public static Typing Of(BoundNode node) => new(node.Type, (node as BoundFact)?.Property);

    public static Typing Of(FactProperty fact) => new(fact.Type, fact);
}
