namespace BoneMets.Rules.Store;

/// <summary>What somebody may do. Everyone signed in may read; these are what may be done besides.</summary>
public static class Roles
{
    /// <summary>Drafts changes and submits them.</summary>
    public const string Author = "author";

    /// <summary>Approves changes of others, or sends them back.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Makes approved changes live, and rolls back.</summary>
    public const string Publisher = "publisher";

    /// <summary>Gives people and applications access, and takes content out of use.</summary>
    public const string Administrator = "administrator";

    /// <summary>Asks for decisions. Held by API keys, never by people.</summary>
    public const string Application = "application";

    /// <summary>Those that a person can hold.</summary>
    public static readonly IReadOnlyList<string> OfPeople = [Author, Reviewer, Publisher, Administrator];
}
