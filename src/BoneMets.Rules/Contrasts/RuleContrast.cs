using System.Text.Json.Nodes;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Contrasts;

/// <summary>Why a rule has its verdict, and what would change it.</summary>
public sealed record RuleContrast
{
    /// <summary>On the facts as they are, with all explanations.</summary>
    public required Decision Decision { get; init; }

    public required RuleResult Rule { get; init; }

    /// <summary>The verdict that the alternatives reach: met for a rule that is not, not met for one that is.</summary>
    public required Verdict Wanted { get; init; }

    /// <summary>
    /// Those with the fewest changes that were found, each executed by the engine. Empty when nothing near these facts reaches it, which proves
    /// nothing about other patients.
    /// </summary>
    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    /// <summary>Rules that hold the rule's recommendation back although it is met.</summary>
    public IReadOnlyList<string> WithheldBy => Decision.Withheld.FirstOrDefault(w => w.Rule == Rule.Name)?.By ?? [];
}

/// <summary>Facts with which the rule would have the wanted verdict, and what else the decision would say then.</summary>
public sealed record Alternative
{
    public required IReadOnlyList<FactChange> Changes { get; init; }

    /// <summary>Rules that would hold back the recommendation of the rule, which would be met.</summary>
    public required IReadOnlyList<string> WithheldBy { get; init; }

    /// <summary>Recommendations of other rules that are not given on the facts as they are.</summary>
    public required IReadOnlyList<RecommendationResult> Given { get; init; }

    /// <summary>Those of other rules that are given on the facts as they are, and would not be.</summary>
    public required IReadOnlyList<RecommendationResult> NoLongerGiven { get; init; }
}

/// <summary>One fact, as <c>missing</c> names it, that would be another one. Null is unknown; numbers are in the canonical unit.</summary>
public sealed record FactChange(string Fact, string? Label, string? Unit, FactType Type, JsonNode? From, JsonNode? To);
