using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Releases;

/// <summary>A numbered, immutable set of documents.</summary>
/// <param name="ManifestHash">Over the names and content of all documents.</param>
/// <param name="Kind"><c>imported</c>, <c>published</c> or <c>rolledBack</c>.</param>
/// <param name="Status"><c>unreviewed</c> or <c>approved</c>; every decision carries it.</param>
/// <param name="Change">The change that it came from.</param>
/// <param name="Restores">For a rollback: the release whose documents it has.</param>
public sealed record ReleaseAnswer(
    int Number, bool Live, string ManifestHash, string Kind, string Status, DateTimeOffset PublishedAt, string PublishedBy, string Note, long? Change, int? Restores,
    string? ApprovedBy, DateTimeOffset? ApprovedAt);

/// <summary><c>ManifestHash</c> is that of the content that was read.</summary>
public sealed record ApproveRelease(string ManifestHash, string? Comment = null);

/// <summary>A workflow, or one of its rules, that was taken out of use.</summary>
public sealed record RetirementAnswer(long Id, string Workflow, string? Rule, string Reason, string By, DateTimeOffset At)
{
    internal static RetirementAnswer Of(Retirement retired) => new(retired.Id, retired.Workflow, retired.Rule, retired.Reason, retired.By, retired.At);
}

/// <summary>Without <c>Rule</c> the whole workflow. A name that the live release does not have is taken with <c>EvenIfUnknown</c>: an older release may have it, and may be asked by its number.</summary>
public sealed record Retire(string Workflow, string Reason, string? Rule = null, bool EvenIfUnknown = false);
