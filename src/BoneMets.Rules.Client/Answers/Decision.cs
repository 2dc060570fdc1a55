using System.Text.Json;
using System.Text.Json.Serialization;

namespace BoneMets.Rules.Client.Answers;

public enum DecisionStatus { Complete, Incomplete, Failed }

public enum Verdict { Met, NotMet, Undetermined, Failed }

public enum Urgency { Emergency, Urgent, Routine, Info }

/// <summary>
/// What, why, on whose evidence, and what is still missing. <see cref="Pending"/> and <see cref="Missing"/> are part of the answer: what is not
/// recommended may only be undecided. Members that a newer server has are kept in <see cref="More"/>.
/// </summary>
public sealed record Decision
{
    public required string Workflow { get; init; }
    public int? Release { get; init; }

    /// <summary><c>unreviewed</c> or <c>approved</c>.</summary>
    public required string ReleaseStatus { get; init; }

    /// <summary>The same hash decides the same.</summary>
    public required string Hash { get; init; }
    public string? EngineVersion { get; init; }
    public DecisionSource? Source { get; init; }

    /// <summary>Null in a batch.</summary>
    public Guid? DecisionId { get; init; }
    public DateOnly? AsOf { get; init; }
    public DateTimeOffset? EvaluatedAt { get; init; }

    /// <summary>Of a failed decision nothing may be relied on.</summary>
    public required DecisionStatus Status { get; init; }

    /// <summary>Met and not withheld, the most urgent first.</summary>
    public required IReadOnlyList<Recommendation> Recommendations { get; init; }

    /// <summary>Rules that lack facts. Show an undecided emergency before any routine recommendation.</summary>
    public required IReadOnlyList<Pending> Pending { get; init; }

    /// <summary>Met, and held back by other rules: never show it as advice.</summary>
    public required IReadOnlyList<Withheld> Withheld { get; init; }
    public required IReadOnlyList<MissingFact> Missing { get; init; }
    public required IReadOnlyDictionary<string, Verdict> Verdicts { get; init; }

    /// <summary>Intermediate values, never advice. Null where undecided; then <see cref="Ranges"/> says what is still possible.</summary>
    public required IReadOnlyDictionary<string, JsonElement?> Outputs { get; init; }
    public IReadOnlyDictionary<string, JsonElement> Ranges { get; init; } = new Dictionary<string, JsonElement>();
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Null for <see cref="Explain.None"/>.</summary>
    public IReadOnlyList<RuleResult>? Rules { get; init; }

    /// <summary>Only with <see cref="Explain.Full"/>: parameters, scores and tables by name, as the nodes of docs/api.md.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Explanations { get; init; }

    /// <summary>What was read from a Bundle, where one was sent.</summary>
    public BundleReport? Bundle { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; init; }

    /// <summary>Throws for a rule that the decision does not have, so that a name that was mistyped is not taken for "not met".</summary>
    public Verdict this[string rule] =>
        Verdicts.TryGetValue(rule, out var verdict) ? verdict : throw new KeyNotFoundException($"the decision of {Workflow} has no rule {rule}");
}

/// <summary>What the workflow states about itself. Show it with the advice.</summary>
public sealed record DecisionSource(string? Title = null, string? IntendedUse = null, string? Developer = null, DateOnly? ReviewDue = null, bool ReviewOverdue = false);

public sealed record Recommendation(string Rule, string? Title, string Text, Urgency Urgency, string? Strength = null);

public sealed record Pending(string Rule, string? Title, string Text, Urgency Urgency, IReadOnlyList<string> Missing);

public sealed record Withheld(string Rule, string? Title, string Text, Urgency Urgency, IReadOnlyList<string> By, string Reason);

public sealed record MissingFact(string Fact, IReadOnlyList<string> Rules, string? Label = null, string? Unit = null);

public sealed record Notice(string Code, string Message, string? Output = null);

public sealed record RuleResult
{
    public required string Name { get; init; }
    public string? Title { get; init; }
    public required Verdict Verdict { get; init; }
    public string? Event { get; init; }
    public string? Message { get; init; }
    public JsonElement? Output { get; init; }

    /// <summary>Of a rule that is met or undetermined. It is no advice to show: the decision may hold it back.</summary>
    public RuleAdvice? Recommendation { get; init; }

    /// <summary>Why a rule failed.</summary>
    public RuleFailure? Error { get; init; }
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Only with <see cref="Explain.Full"/>: the nodes of docs/api.md.</summary>
    public JsonElement? Explanation { get; init; }
}

public sealed record RuleAdvice(string Text, Urgency Urgency, string? Strength = null);

public sealed record RuleFailure(string Code, string Message);

/// <param name="Verified">Somebody compared the content with the source; <paramref name="Note"/> says how.</param>
public sealed record Evidence(string Source, bool Verified, string? Title = null, string? Authors = null, string? Publisher = null, int? Year = null, string? Doi = null, string? Url = null, string? Locator = null, string? Note = null)
{
    /// <summary>Statements of the source that are cited.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];
}

/// <summary>What a Bundle said: the facts, the resources that they rest on, and what was not taken and why.</summary>
public sealed record BundleReport(JsonElement Facts, IReadOnlyList<TakenFact> Taken, IReadOnlyList<RejectedFact> Rejected, IReadOnlyList<string> Notes);

public sealed record TakenFact(string Fact, string Resource, string Value, string? Path = null, string? Date = null, string? Note = null);

public sealed record RejectedFact(string Resource, string Kind, string Reason, string? Fact = null, string? Date = null, string? Value = null, int More = 0);
