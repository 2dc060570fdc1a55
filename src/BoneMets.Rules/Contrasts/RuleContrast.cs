using System.Text.Json.Nodes;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Contrasts;

/// <summary>Why a rule has its verdict, and what would change it.</summary>
public sealed record RuleContrast
{
    /// <summary>On the facts as they are, with all explanations.</summary>
    public required Decision Decision { get; init; }

    public required RuleResult Rule { get; init; }

    /// <summary>
    /// To be met for a rule that is not, not met for one that is, both for one that is undecided: for each verdict those with the fewest changes
    /// that were found, executed by the engine. None of a verdict when nothing near these facts reaches it, which proves nothing about other patients.
    /// </summary>
    public required IReadOnlyList<Alternative> Alternatives { get; init; }

    /// <summary>Rules that hold the rule's recommendation back although it is met.</summary>
    public IReadOnlyList<string> WithheldBy => Decision.Withheld.FirstOrDefault(w => w.Rule == Rule.Name)?.By ?? [];
}

/// <summary>Facts with which the rule would have another verdict, and what else the decision would say then.</summary>
public sealed record Alternative
{
    public required Verdict Verdict { get; init; }

    public required IReadOnlyList<FactChange> Changes { get; init; }

    /// <summary>Rules that would hold back the recommendation of the rule, which would be met.</summary>
    public required IReadOnlyList<string> WithheldBy { get; init; }

    /// <summary>Recommendations of other rules that are not given on the facts as they are.</summary>
    public required IReadOnlyList<RecommendationResult> Given { get; init; }

    /// <summary>Those of other rules that are given on the facts as they are, and would not be.</summary>
    public required IReadOnlyList<RecommendationResult> NoLongerGiven { get; init; }
}

/// <summary>One fact, as <c>missing</c> names it, that would be another one. Null is unknown; numbers are in the canonical unit.</summary>
public sealed record FactChange(string Fact, string? Label, string? Unit, FactType Type, JsonNode? From, JsonNode? To)
{
    /// <summary>Other words that would do as well. Only where this is the only change.</summary>
    public IReadOnlyList<JsonNode> Others { get; init; } = [];

    /// <summary>
    /// The farthest number or date up to which, from <see cref="To"/> on, all that were tried (at every limit of the rules and evenly between) would do
    /// as well; null when there is no other. Only where this is the only change.
    /// </summary>
    public JsonNode? Through { get; init; }
}
