using System.Text.Json;

namespace BoneMets.Rules.Server.Recording;

/// <summary>A decision that was given out.</summary>
/// <param name="Facts">As they were sent, or as the Bundle said them; <c>null</c> when they are not kept, then <c>Decision</c> has no values of the patient either.</param>
/// <param name="Key">The key that asked.</param>
/// <param name="Expires">When the record is deleted.</param>
/// <param name="Bundle">What was read from the Bundle that was sent; <c>null</c> when facts were sent, or are not kept.</param>
public sealed record RecordedDecisionAnswer(
    string Id, int Release, string Workflow, string Hash, string EngineVersion, string AsOf, string Explain, JsonElement? Facts, string FactsHash, JsonElement Decision,
    string DecisionHash, DateTimeOffset At, string? Key, DateTimeOffset Expires, JsonElement? Bundle);

/// <summary>Needed only when the facts were not kept.</summary>
/// <param name="Facts">As they were sent, or as the Bundle said them.</param>
/// <param name="Bundle">The Bundle that was sent: it is read again by the mappings of the decision's release.</param>
/// <param name="Patient">As it was sent with the Bundle.</param>
public sealed record ReplayDecision(JsonElement? Facts = null, JsonElement? Bundle = null, string? Patient = null);

/// <summary>The same facts, release and date, decided once more.</summary>
/// <param name="Identical">To the byte, number and time of the decision included.</param>
/// <param name="Reasons">What is not as it was: another version of the engine, other facts.</param>
/// <param name="Differences">Where the two differ; empty when the recorded answer was not kept whole.</param>
/// <param name="Decision">What is decided now; <c>null</c> when that is not a replay.</param>
public sealed record ReplayedDecisionAnswer(
    bool Identical, string? DecisionHash, string RecordedHash, IReadOnlyList<string> Reasons, IReadOnlyList<ReplayDifferenceAnswer> Differences, JsonElement? Decision);

/// <summary>A member that is only on one side is <c>null</c> on the other.</summary>
public sealed record ReplayDifferenceAnswer(string Pointer, string? Recorded, string? Now);
