namespace BoneMets.Rules.Store;

/// <summary>What somebody made of a card. The same card may be reported several times, with another outcome or at another time.</summary>
public enum CardOutcome { Accepted, Overridden }

/// <summary>One report about a card. It names no patient; only a comment might.</summary>
/// <param name="Card">The UUID of the card.</param>
/// <param name="At">When it happened, as the client says.</param>
/// <param name="Sender">Who reports it.</param>
/// <param name="Service">The service that it was reported to.</param>
/// <param name="Subject">What the card stood for; null for a card that this service never gave.</param>
/// <param name="Reason">Why it was overridden, when that was said.</param>
/// <param name="HasComment">Something was written beside it, also when that is not kept.</param>
/// <param name="Suggestions">UUIDs of the suggestions that were taken.</param>
public sealed record CardFeedback(
    string Card, CardOutcome Outcome, DateTimeOffset At, string Sender, string Service, CardSubject? Subject, OverrideReason? Reason, bool HasComment, string? Comment, IReadOnlyList<string> Suggestions);

/// <param name="Kind">Recommendation, what is pending, and so on.</param>
/// <param name="Rule">Null for a card that stands for no single rule.</param>
/// <param name="Release">Null for a card of a folder.</param>
public sealed record CardSubject(string Kind, string? Rule, int? Release);

/// <summary>A coding.</summary>
public sealed record OverrideReason(string System, string Code, string? Display);

/// <summary>How many reports there are of one kind.</summary>
public sealed record FeedbackCount(string Service, CardSubject? Subject, CardOutcome Outcome, OverrideReason? Reason, int Count, int Comments);
