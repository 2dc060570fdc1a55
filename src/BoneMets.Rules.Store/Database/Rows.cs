namespace BoneMets.Rules.Store.Database;

internal sealed class DocumentRow
{
    /// <summary>Hash of the bytes.</summary>
    public required string Id { get; init; }
    public required string ContentHash { get; init; }
    public required byte[] Content { get; init; }

    public bool IsUnaltered() => Blob.IdOf(Content) == Id;
}

internal sealed class ReleaseRow
{
    public required int Number { get; init; }
    public required string ManifestHash { get; init; }
    public required ReleaseKind Kind { get; init; }
    public required ReleaseStatus Status { get; set; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required string PublishedBy { get; init; }
    public required string Note { get; init; }
    public long? ChangeId { get; init; }
    public int? Restores { get; init; }
    public string? ApprovedBy { get; set; }
    public DateTimeOffset? ApprovedAt { get; set; }
}

internal sealed class ReleaseDocumentRow
{
    public required int Release { get; init; }
    public required string Name { get; init; }
    public required string DocumentId { get; init; }
}

internal sealed class ChangeRow
{
    public long Id { get; init; }
    public required string Title { get; set; }
    public required string Description { get; set; }
    public required ChangeState State { get; set; }
    public required int Base { get; set; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }
    public string? SubmittedBy { get; set; }

    /// <summary>The content that evidence and approval are about.</summary>
    public string? EvidenceHash { get; set; }
    public string? Evidence { get; set; }
    public int? EvidenceAgainst { get; set; }
    public int? EvidenceUnstated { get; set; }
    public string? ApprovedHash { get; set; }
    public int? PublishedAs { get; set; }
}

internal sealed class ChangeDocumentRow
{
    public required long ChangeId { get; init; }
    public required string Name { get; init; }

    /// <summary>Null: the change removes the document.</summary>
    public string? DocumentId { get; set; }
    public required string EditedBy { get; set; }
    public required DateTimeOffset EditedAt { get; set; }
}

/// <summary>Everyone who ever edited a change, also when the edit was undone later.</summary>
internal sealed class ChangeAuthorRow
{
    public required long ChangeId { get; init; }
    public required string User { get; init; }
}

internal sealed class ReviewRow
{
    public long Id { get; init; }
    public required long ChangeId { get; init; }
    public required string ContentHash { get; init; }
    public required string Reviewer { get; init; }
    public required ReviewVerdict Verdict { get; init; }
    public required string Comment { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class CommentRow
{
    public long Id { get; init; }
    public required long ChangeId { get; init; }
    public required string Document { get; init; }
    public required string Place { get; init; }
    public required string Text { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? ResolvedBy { get; set; }
    public DateTimeOffset? ResolvedAt { get; set; }
}

internal sealed class AuditRow
{
    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Actor { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required string Details { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
}

/// <summary>One row: the newest entry, so that entries cut off at the end are missed too.</summary>
internal sealed class AuditHeadRow
{
    public required int Id { get; init; }
    public required long Sequence { get; set; }
    public required string Hash { get; set; }
}

internal sealed class RetirementRow
{
    public long Id { get; init; }
    public required string Workflow { get; init; }
    public string? Rule { get; init; }
    public required string Reason { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? LiftedBy { get; set; }
    public DateTimeOffset? LiftedAt { get; set; }
}

internal sealed class DecisionRow
{
    public required string Id { get; init; }
    public required int Release { get; init; }
    public required string Workflow { get; init; }
    public required string Hash { get; init; }
    public required string EngineVersion { get; init; }
    public required string AsOf { get; init; }
    public required string Explain { get; init; }
    public string? Facts { get; init; }
    public required string FactsHash { get; init; }
    public required byte[] Decision { get; init; }
    public required string DecisionHash { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Key { get; init; }
    public required DateTimeOffset Expires { get; init; }
    public string? Bundle { get; init; }
}

/// <summary>A request that its sender may repeat: what it was, and which decision it got.</summary>
internal sealed class RepeatableRow
{
    public required string Actor { get; init; }
    public required string Key { get; init; }
    public required string RequestHash { get; init; }
    public required string DecisionId { get; init; }
    public required int Release { get; init; }
    public required string ReleaseStatus { get; init; }
    public required string AsOf { get; init; }
    public required string EvaluatedAt { get; init; }
    public required string DecisionHash { get; init; }
    public required DateTimeOffset Expires { get; init; }
}

internal sealed class FeedbackRow
{
    public required string Card { get; init; }
    public required CardOutcome Outcome { get; init; }
    public required DateTimeOffset At { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
    public required string Sender { get; init; }
    public required string Service { get; init; }

    /// <summary>The service gave a card of this UUID; else nothing is known of what it stood for.</summary>
    public required bool IsKnown { get; init; }
    public string? Kind { get; init; }
    public string? Rule { get; init; }
    public int? Release { get; init; }
    public string? ReasonSystem { get; init; }
    public string? ReasonCode { get; init; }
    public string? ReasonDisplay { get; init; }
    public required bool HasComment { get; init; }
    public string? Comment { get; init; }

    /// <summary>UUIDs with blanks between them.</summary>
    public required string Suggestions { get; init; }
}

internal sealed class UserRow
{
    /// <summary>The name in lower case.</summary>
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required string DisplayName { get; set; }
    public string? PasswordHash { get; set; }
    public required string SecurityStamp { get; set; }

    /// <summary>Names with blanks between them.</summary>
    public required string Roles { get; set; }
    public int FailedSignIns { get; set; }
    public DateTimeOffset? LockedUntil { get; set; }
    public bool IsDisabled { get; set; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? LastSignIn { get; set; }
}

internal sealed class InvitationRow
{
    /// <summary>Hash of the link's secret.</summary>
    public required string Id { get; init; }

    /// <summary>Null: for the first administrator.</summary>
    public string? User { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset Expires { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}

internal sealed class ProtectionKeyRow
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}

internal sealed class ApiKeyRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Of the secret.</summary>
    public required string Hash { get; init; }

    /// <summary>Names with blanks between them; empty for all.</summary>
    public required string Workflows { get; init; }
    public required bool MayExecute { get; init; }
    public required bool MayDraft { get; init; }
    public required bool RecordsDecisions { get; init; }
    public required string CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset Expires { get; init; }
    public DateTimeOffset? LastUsed { get; set; }
    public string? RevokedBy { get; set; }
}

internal sealed class UsedTokenRow
{
    /// <summary>Of its issuer and id.</summary>
    public required string Hash { get; init; }
    public required DateTimeOffset Expires { get; init; }
}

/// <summary>How often a key may still ask. Written by statements of PostgreSQL only: a server that has its store to itself counts in memory.</summary>
internal sealed class KeyRateRow
{
    public required string Key { get; init; }
    public required double Left { get; init; }

    /// <summary>The last slice that a server took.</summary>
    public required double Granted { get; init; }

    /// <summary>Seconds of the database's clock.</summary>
    public required double At { get; init; }
}
