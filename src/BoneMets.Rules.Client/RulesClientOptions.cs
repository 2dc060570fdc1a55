namespace BoneMets.Rules.Client;

/// <summary>How much of its reasons a decision carries: all but the rules, the rules with evidence, or every sub-expression too.</summary>
public enum Explain { None, Rules, Full }

public sealed record RulesClientOptions
{
    /// <summary>An API key with the scope <c>execute</c> (<c>bmk_…</c>); null for a server that asks nobody.</summary>
    public string? ApiKey { get; init; }

    /// <summary>How often a request is sent at most. It is sent again when the server is busy or away (429, 502, 503, 504, no connection).</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>Before the second attempt; doubled for each further one, with some chance. A <c>Retry-After</c> of the server counts instead.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>A server that asks for a longer pause than this is not waited for: its refusal is thrown.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many patients of a batch go into one request; a request that fails is repeated by itself.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>How many requests of a batch are under way at once.</summary>
    public int BatchRequests { get; init; } = 4;

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

/// <summary>What else a request says beside the facts.</summary>
public sealed record DecisionOptions
{
    /// <summary>The date that the decision is made for; today in UTC when null.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Null for the live one.</summary>
    public int? Release { get; init; }

    public Explain Explain { get; init; } = Explain.Rules;

    /// <summary>
    /// Makes a request repeatable on a server with a store: the same key and body get the same decision, recorded once. Null takes one for each call,
    /// the same for all its attempts, so that no decision is recorded twice; give one to repeat a call yourself.
    /// </summary>
    public string? IdempotencyKey { get; init; }
}
