namespace BoneMets.Rules.Store;

/// <summary>What an application shows to be let in.</summary>
/// <param name="Workflows">Those that it may execute; empty for all.</param>
/// <param name="RecordsDecisions">Whether its decisions are recorded.</param>
/// <param name="LastUsed">To the minute.</param>
public sealed record ApiKey(
    string Id, string Name, IReadOnlyList<string> Workflows, bool RecordsDecisions, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset Expires,
    DateTimeOffset? LastUsed, string? RevokedBy)
{
    public bool Allows(string workflow) => Workflows.Count == 0 || Workflows.Contains(workflow, StringComparer.Ordinal);
}

/// <summary>A key together with its secret, which is shown once and cannot be had again.</summary>
public sealed record NewApiKey(ApiKey Key, string Secret);
