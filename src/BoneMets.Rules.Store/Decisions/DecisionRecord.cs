namespace BoneMets.Rules.Store;

/// <summary>A decision that was given out, kept so that it can be shown, replayed, and compared with later content.</summary>
/// <param name="Facts">The facts as they were sent or read from a Bundle, as JSON; null when they are not kept.</param>
/// <param name="FactsHash">Of the facts as they were decided, also when they are not kept.</param>
/// <param name="Decision">The answer, byte by byte; where facts are not kept, what is left of it when the patient's values are taken out.</param>
/// <param name="DecisionHash">Of the whole answer, also when that is not kept.</param>
/// <param name="Key">The application that asked.</param>
/// <param name="Expires">When it is deleted.</param>
/// <param name="Bundle">What was read from a FHIR Bundle and what was not, as JSON; null when facts were sent, or are not kept.</param>
public sealed record DecisionRecord(
    string Id, int Release, string Workflow, string Hash, string EngineVersion, string AsOf, string Explain, string? Facts, string FactsHash, byte[] Decision, string DecisionHash,
    DateTimeOffset At, string? Key, DateTimeOffset Expires, string? Bundle = null);
