using System.Text.Json.Nodes;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Contrasts;

/// <summary>A missing fact and what knowing it would decide.</summary>
public sealed record NextQuestion
{
    /// <summary>As <c>missing</c> names it.</summary>
    public required string Fact { get; init; }
    public string? Label { get; init; }
    public string? Unit { get; init; }

    /// <summary>Null for what cannot be asked by itself, such as <c>asOf</c> or a fact of the elements of an unknown list.</summary>
    public FactType? Type { get; init; }

    /// <summary>The rules that wait for it, in the order of the decision.</summary>
    public required IReadOnlyList<string> Waiting { get; init; }

    /// <summary>Of the most urgent recommendation that some answer decides about; null when no answer decides a rule with one.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>How many undetermined rules an answer decides, on average over <see cref="Answers"/>, to two decimal places.</summary>
    public decimal Decides { get; init; }

    /// <summary>The rules that every answer decides.</summary>
    public IReadOnlyList<string> Always { get; init; } = [];

    /// <summary>What was tried, answers with one effect together; empty where no value can be tried.</summary>
    public IReadOnlyList<PossibleAnswer> Answers { get; init; } = [];
}

/// <summary>Answers that decide the same: words and truths one by one; of a range of numbers or dates the first and the last that were tried, in the canonical unit.</summary>
public sealed record PossibleAnswer(IReadOnlyList<JsonNode> Values, bool IsRange, IReadOnlyList<DecidedRule> Decides);

public sealed record DecidedRule(string Rule, Verdict Verdict);
