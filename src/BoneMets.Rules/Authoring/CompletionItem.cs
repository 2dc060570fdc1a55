using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Authoring;

/// <summary>What a name stands for, for those who choose one.</summary>
public enum NameKind
{
    Input, Fact, Variable, LocalParameter, Parameter, Score, Table, Rule, Workflow, Function, Method, Value, Keyword, Operator,
}

/// <summary>
/// Something that can be written at a place: <c>Label</c> as it is listed, <c>Insert</c> as it is written, <c>Detail</c> its type, unit and
/// range or a function's signature, <c>Description</c> what it is, for people, <c>Typing</c> of a name that has a value.
/// </summary>
public sealed record CompletionItem(string Label, string Insert, NameKind Kind, string? Detail = null, string? Description = null, Typing? Typing = null);

/// <summary>What can be written, and the part of the text that it takes the place of.</summary>
public sealed record CompletionList(int Start, int Length, IReadOnlyList<CompletionItem> Items);

/// <summary>Facts and types in words.</summary>
internal static class FactWords
{
    /// <summary><c>a number in mg/dL, 0 to 30</c>.</summary>
    public static string Of(FactProperty fact) => fact.Type.Describe() + Range(fact) + Units(fact);

    private static string Range(FactProperty fact) => (fact.Minimum, fact.Maximum) switch
    {
        ({ } low, { } high) => $", {ExactNumber.Show(low)} to {ExactNumber.Show(high)}",
        ({ } low, null) => $", from {ExactNumber.Show(low)}",
        (null, { } high) => $", up to {ExactNumber.Show(high)}",
        _ => "",
    };

    private static string Units(FactProperty fact) => fact.OtherUnits.Count == 0 ? "" : $" (also sent in {string.Join(", ", fact.OtherUnits.Keys.Order(StringComparer.Ordinal))})";
}
