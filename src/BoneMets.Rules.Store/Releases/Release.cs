namespace BoneMets.Rules.Store;

public enum ReleaseKind
{
    /// <summary>Taken from a folder when the store was empty.</summary>
    Imported,

    /// <summary>A change that was approved.</summary>
    Published,

    /// <summary>The documents of an older release again.</summary>
    RolledBack,
}

public enum ReleaseStatus
{
    /// <summary>Nobody has approved this content; every decision made with it says so.</summary>
    Unreviewed,
    Approved,
}

/// <summary>An immutable, numbered set of documents. Only its status ever changes, once, from unreviewed to approved.</summary>
/// <param name="ManifestHash">Over the names and content of all documents.</param>
/// <param name="Change">The change that it came from.</param>
/// <param name="Restores">For a rollback: the release whose documents it has.</param>
public sealed record Release(
    int Number, string ManifestHash, ReleaseKind Kind, ReleaseStatus Status, DateTimeOffset PublishedAt, string PublishedBy, string Note,
    long? Change, int? Restores, string? ApprovedBy, DateTimeOffset? ApprovedAt);
