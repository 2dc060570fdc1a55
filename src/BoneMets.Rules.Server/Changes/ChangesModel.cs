using System.Text.Json;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Changes;

/// <summary>A line of the list. <c>State</c> is <c>draft</c>, <c>inReview</c>, <c>approved</c>, <c>published</c> or <c>withdrawn</c>.</summary>
public sealed record ChangeSummary(long Id, string Title, string State, int Base, string CreatedBy, DateTimeOffset UpdatedAt);

/// <summary>A change in full.</summary>
/// <param name="ContentHash">Over its documents as they would be published: what evidence and approval are about.</param>
/// <param name="Authors">Everybody who edited it; none of them approves it.</param>
/// <param name="Documents">Those that differ from the base.</param>
/// <param name="Evidence">What submitting found (see <see cref="ExaminationAnswer"/>); <c>null</c> when the content is newer than it.</param>
/// <param name="Against">How many findings forbid publishing it.</param>
public sealed record ChangeAnswer(
    long Id, string Title, string Description, string State, int Base, string ContentHash, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt,
    IReadOnlyList<string> Authors, IReadOnlyList<ChangedDocumentAnswer> Documents, IReadOnlyList<ReviewAnswer> Reviews, JsonElement? Evidence, int? Against, int? PublishedAs);

/// <summary><c>Kind</c> is <c>added</c>, <c>edited</c> or <c>removed</c>.</summary>
public sealed record ChangedDocumentAnswer(string Name, string Kind, string? BaseHash, string? Hash, string EditedBy, DateTimeOffset EditedAt);

/// <summary><c>Verdict</c> is <c>approve</c> or <c>sendBack</c>.</summary>
public sealed record ReviewAnswer(long Id, string ContentHash, string Reviewer, string Verdict, string Comment, DateTimeOffset At);

/// <summary>A document of a change or release; its ETag is its hash.</summary>
public sealed record DocumentAnswer(string Name, string Hash);

/// <summary>A remark on a place of a document: a rule's name or a JSON pointer.</summary>
public sealed record CommentAnswer(long Id, string Document, string Place, string Text, string By, DateTimeOffset At, string? ResolvedBy, DateTimeOffset? ResolvedAt);

/// <summary>What was found about one content of a change.</summary>
/// <param name="Against">How many findings forbid publishing it: errors and failed cases.</param>
/// <param name="Cases">Of the replay of all golden cases; <c>null</c> when documents have errors.</param>
/// <param name="Impact">For whom it decides otherwise than its base; <c>null</c> when either has errors.</param>
/// <param name="MissingMetadata">What the workflows that it touches do not say yet and must say to be published.</param>
public sealed record ExaminationAnswer(
    string ContentHash, int Base, int Against, IReadOnlyList<DiagnosticAnswer> Diagnostics, ReplayAnswer? Cases, IReadOnlyList<CaseChangeAnswer> CaseChanges,
    ImpactAnswer? Impact, IReadOnlyList<DiagnosticAnswer> MissingMetadata);

public sealed record ReplayAnswer(int Passed, IReadOnlyList<FailedCaseAnswer> Failed);

public sealed record FailedCaseAnswer(string Workflow, string Id, string? Title, IReadOnlyList<DifferenceAnswer> Differences);

public sealed record DifferenceAnswer(string Subject, string Expected, string Actual);

/// <summary><c>Kind</c> is <c>removed</c>, <c>changed</c> or <c>added</c>.</summary>
public sealed record CaseChangeAnswer(string Kind, string Workflow, string Id);

/// <param name="Tried">Golden cases and recorded decisions that both contents decided. It proves nothing about other patients.</param>
/// <param name="Affected">How many of them differ.</param>
/// <param name="Groups">What differs, the gravest first.</param>
public sealed record ImpactAnswer(int Tried, int Affected, IReadOnlyList<ImpactGroupAnswer> Groups);

/// <param name="Kind"><c>newlyRecommended</c>, <c>noLongerRecommended</c>, <c>otherUrgency</c>, <c>otherText</c>, <c>newlyWithheld</c>, <c>noLongerWithheld</c>, <c>otherVerdict</c>, <c>otherValue</c>, <c>noDecision</c>.</param>
/// <param name="Count">How many patients; the first of them are listed.</param>
public sealed record ImpactGroupAnswer(string Workflow, string Kind, string Subject, int Count, IReadOnlyList<ImpactPatientAnswer> Patients);

/// <summary>What it says of a patient of a recorded decision is not told here: whoever may see that decision looks it up.</summary>
/// <param name="Origin">A golden case or a recorded decision: <c>case mirels-limit-9</c>, <c>decision 0198…</c>.</param>
public sealed record ImpactPatientAnswer(string Origin, string? Before, string? After);

public sealed record CreateChange(string Title, string? Description = null);

/// <summary><c>ContentHash</c> is the one that was looked at; <c>Verdict</c> is <c>approve</c> or <c>sendBack</c>.</summary>
public sealed record ReviewChange(string ContentHash, string Verdict, string? Comment = null);

public sealed record Reason(string Text);

/// <summary>What shall stand where both sides changed a document: a text, or <c>null</c> to remove it.</summary>
public sealed record RebaseChange(IReadOnlyDictionary<string, string?>? Resolutions = null);

public sealed record AddComment(string Document, string Place, string Text);
