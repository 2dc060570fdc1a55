using BoneMets.Rules.Decisions;
using BoneMets.Rules.Evaluation;

namespace BoneMets.Rules;

/// <summary>How much of its reasons a decision carries: all but the rules, the rules with evidence, or every sub-expression too.</summary>
public enum Explain { None, Rules, Full }

public enum DecisionStatus { Complete, Incomplete, Failed }

/// <summary>What rules and outputs come to for a patient: all that a golden case compares, made without the texts of the advice.</summary>
public record Judgement
{
    public required DecisionStatus Status { get; init; }

    /// <summary>In document order, included workflows' rules after the own ones.</summary>
    public required IReadOnlyList<RuleResult> Rules { get; init; }

    /// <summary>Parameters, scores, score items and table outputs: intermediate values, never advice.</summary>
    public required IReadOnlyList<OutputResult> Outputs { get; init; }

    public Verdict this[string rule] =>
        Rules.FirstOrDefault(r => r.Name == rule)?.Verdict ?? throw new KeyNotFoundException($"there is no rule `{rule}`");
}

/// <summary>
/// What, why, on whose evidence, and what is still missing. Immutable; the same for the same workflow hash, facts, <see cref="AsOf"/> and engine
/// version, but for <see cref="Id"/> and <see cref="EvaluatedAt"/>. Written as JSON by <see cref="DecisionWriter"/>.
/// </summary>
public sealed record Decision : Judgement
{
    public required string Workflow { get; init; }
    public int? Release { get; init; }
    public string ReleaseStatus { get; init; } = "unreviewed";
    public required string Hash { get; init; }
    public DecisionSource? Source { get; init; }
    public required Guid Id { get; init; }
    public required DateOnly? AsOf { get; init; }
    public required DateTimeOffset EvaluatedAt { get; init; }

    /// <summary>Met and not withheld: most urgent first, then this workflow's before included ones', then document order.</summary>
    public required IReadOnlyList<RecommendationResult> Recommendations { get; init; }

    /// <summary>Rules that would recommend something but lack facts. Show an undecided emergency before any routine recommendation.</summary>
    public required IReadOnlyList<PendingResult> Pending { get; init; }

    public required IReadOnlyList<WithheldResult> Withheld { get; init; }
    public required IReadOnlyList<MissingFact> Missing { get; init; }
    public required IReadOnlyList<Notice> Notices { get; init; }

    /// <summary>For <see cref="Explain.Full"/>: definitions by name, <c>Workflow.name</c> for those of others.</summary>
    public IReadOnlyDictionary<string, Explanation> Explanations { get; init; } = new Dictionary<string, Explanation>(StringComparer.Ordinal);
}

public sealed record RecommendationResult(string Rule, string? Title, string Text, Urgency Urgency, Strength? Strength);

public sealed record PendingResult(string Rule, string? Title, string Text, Urgency Urgency, IReadOnlyList<string> Missing);

public sealed record WithheldResult(string Rule, string? Title, string Text, Urgency Urgency, IReadOnlyList<string> By, string Reason);

public sealed record MissingFact(string Fact, string? Label, string? Unit, IReadOnlyList<string> Rules);

public sealed record OutputResult(string Name, Value Value);

public sealed record Notice(string Code, string? Output, string Message);

public sealed record RuleResult
{
    public required string Name { get; init; }
    public string? Title { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>The success event of a rule that is met.</summary>
    public string? Event { get; init; }

    /// <summary>The error message of a rule that is not met.</summary>
    public string? Message { get; init; }

    /// <summary>What the rule's action gave out; null when it has none.</summary>
    public Value? Output { get; init; }
    public RecommendationResult? Recommendation { get; init; }
    public IReadOnlyList<ResolvedCitation> Evidence { get; init; } = [];

    /// <summary>What an undetermined rule still lacks, in ordinal order.</summary>
    public IReadOnlyList<string> Missing => Lacks.ToSortedList();

    /// <summary>The same before anybody has put it in order, which costs more than the verdict.</summary>
    internal MissingFacts Lacks { get; init; } = MissingFacts.None;
    public Fault? Error { get; init; }
    public Explanation? Explanation { get; init; }

    /// <summary>A nested rule is part of its parent's verdict.</summary>
    public bool IsNested { get; init; }
}

public sealed record Fault(string Code, string Message);

/// <summary>A citation with its source.</summary>
public sealed record ResolvedCitation(string Source, string? Locator, IReadOnlyList<string> Statements, EvidenceSource? Details)
{
    internal static IReadOnlyList<ResolvedCitation> Of(Rule rule, IReadOnlyDictionary<string, EvidenceSource> evidence) =>
        [.. rule.Evidence.Select(c => new ResolvedCitation(c.Source, c.Locator, [.. c.Statements.Select(s => s.Text)], evidence.GetValueOrDefault(c.Source)))];
}
