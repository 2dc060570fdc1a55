namespace BoneMets.Rules.Store;

/// <summary>What an application shows to be let in.</summary>
/// <param name="Workflows">Those that it may execute; empty for all.</param>
/// <param name="MayExecute">It may ask for decisions, of those workflows.</param>
/// <param name="MayDraft">It may draft and submit changes, as <c>bonemets publish</c> does; a person approves them.</param>
/// <param name="RecordsDecisions">Whether its decisions are recorded.</param>
/// <param name="LastUsed">To the minute.</param>
public sealed record ApiKey(
    string Id, string Name, IReadOnlyList<string> Workflows, bool MayExecute, bool MayDraft, bool RecordsDecisions, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset Expires,
    DateTimeOffset? LastUsed, string? RevokedBy)
{
    private const string ActorPrefix = "key:";

    /// <summary>How the audit log and changes name what it does.</summary>
    public string Actor => ActorPrefix + Id;

    /// <summary>The id of the key that an actor is; null for people.</summary>
    internal static string? IdOf(string actor) => actor.StartsWith(ActorPrefix, StringComparison.Ordinal) ? actor[ActorPrefix.Length..] : null;
}

/// <summary>What a new key is for; see <see cref="ApiKey"/>.</summary>
public sealed record KeyScope(bool MayExecute, bool MayDraft, bool RecordsDecisions, IReadOnlyList<string> Workflows);

/// <summary>A key together with its secret, which is shown once and cannot be had again.</summary>
public sealed record NewApiKey(ApiKey Key, string Secret);
