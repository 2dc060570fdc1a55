namespace BoneMets.Rules.Store;

public enum ChangeState
{
    Draft,
    InReview,
    Approved,
    Published,
    Withdrawn,
}

public enum ReviewVerdict
{
    Approve,
    SendBack,
}

/// <summary>A named draft on top of a release.</summary>
/// <param name="ContentHash">Over the documents as they would be published; evidence and approval are about exactly this.</param>
/// <param name="Authors">Everyone who edited it; none of them approves it.</param>
/// <param name="Evidence">What submitting found, as JSON; null while the content is newer than the evidence.</param>
public sealed record Change(
    long Id, string Title, string Description, ChangeState State, int Base, string ContentHash, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    IReadOnlyList<string> Authors, IReadOnlyList<ChangedDocument> Documents, string? Evidence, int? EvidenceAgainst, int? Unstated, int? PublishedAs);

/// <summary>A document whose text differs from the base; <see cref="Hash"/> is null for one that the change removes, <see cref="BaseHash"/> for one that it adds.</summary>
public sealed record ChangedDocument(string Name, string? BaseHash, string? Hash, string EditedBy, DateTimeOffset EditedAt);

/// <summary>A line of a list of changes.</summary>
public sealed record ChangeLine(long Id, string Title, ChangeState State, int Base, string CreatedBy, DateTimeOffset UpdatedAt);

/// <summary>What was found about exactly one content of a change.</summary>
/// <param name="ContentHash">The content that was looked at.</param>
/// <param name="Against">How many findings speak against publishing it: documents with errors, golden cases that fail.</param>
/// <param name="Json">The findings, for reviewers.</param>
/// <param name="Unstated">How many statements that a publication needs are missing in the workflows that it touches.</param>
public sealed record ChangeEvidence(string ContentHash, int Against, string Json, int Unstated = 0);

public sealed record Review(long Id, string ContentHash, string Reviewer, ReviewVerdict Verdict, string Comment, DateTimeOffset At);

/// <summary>A remark on a place of a document, such as a rule.</summary>
/// <param name="Place">A JSON pointer or a rule's name, as whoever wrote it chose.</param>
public sealed record ChangeComment(long Id, string Document, string Place, string Text, string By, DateTimeOffset At, string? ResolvedBy, DateTimeOffset? ResolvedAt);
