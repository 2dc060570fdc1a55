namespace BoneMets.Rules;

/// <summary>How an engine runs. Time and identifiers are injected so that a decision can be reproduced byte by byte.</summary>
public sealed record EngineOptions
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A new decision's id; by default a version 7 UUID of the clock's time.</summary>
    public Func<Guid>? NewDecisionId { get; init; }

    /// <summary>Where compiled images are kept so that a restart compiles nothing; null keeps none.</summary>
    public string? CacheDirectory { get; init; }

    /// <summary>Compile in the background; until then, and when off, the evaluator decides everything.</summary>
    public bool Compile { get; init; } = true;

    public int? Release { get; init; }

    public string ReleaseStatus { get; init; } = "unreviewed";
}
