namespace BoneMets.Rules.Store;

/// <summary>Why the store refuses an action. Each is a problem type of its own in the API.</summary>
public enum RefusalKind
{
    /// <summary>There is no such release, change or comment.</summary>
    NotFound,

    /// <summary>The text of an action or document is not usable.</summary>
    Invalid,

    /// <summary>A document was edited since it was read.</summary>
    DocumentChanged,

    /// <summary>The change is in a state that does not allow the action.</summary>
    WrongState,

    /// <summary>The change is with its reviewers already.</summary>
    AlreadySubmitted,

    /// <summary>The change is a release already.</summary>
    AlreadyPublished,

    /// <summary>The content moved on since it was looked at: evidence or approval would be for something else.</summary>
    ContentChanged,

    /// <summary>Who took part in a change does not approve it.</summary>
    OwnChange,

    /// <summary>The change holds nothing that differs from its base.</summary>
    NothingChanged,

    /// <summary>Golden cases fail, or documents have errors.</summary>
    EvidenceAgainst,

    /// <summary>Workflows do not say of themselves what they must say to be published.</summary>
    MetadataMissing,

    /// <summary>Another release was published since the change was based on one.</summary>
    BaseMoved,

    /// <summary>Both the change and a newer release changed the same documents.</summary>
    Conflicts,

    /// <summary>A cohort run is not as it was when it was read.</summary>
    RunChanged,
}

/// <summary>An action that the rules of the house forbid. Nothing was written.</summary>
public sealed class StoreRefusedException(RefusalKind kind, string message, string remedy) : Exception(message)
{
    public RefusalKind Kind { get; } = kind;

    /// <summary>What whoever asked can do now.</summary>
    public string Remedy { get; } = remedy;

    /// <summary>For <see cref="RefusalKind.DocumentChanged"/>: the document as it stands now; null when it is not there any more.</summary>
    public StoredDocument? Current { get; init; }

    /// <summary>For <see cref="RefusalKind.DocumentChanged"/>: what was to be saved; null for a removal.</summary>
    public StoredDocument? Sent { get; init; }

    /// <summary>For <see cref="RefusalKind.Conflicts"/>.</summary>
    public IReadOnlyList<DocumentConflict> Conflicts { get; init; } = [];

    internal static StoreRefusedException NotFound(string what, string remedy = "look at the list of those that are there") => new(RefusalKind.NotFound, $"there is no {what}", remedy);
}
