using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Access;

/// <summary>Who may do what. Every route names one of these, or says that anyone may.</summary>
internal static class Policies
{
    /// <summary>Look at what is served. On a server for this machine only, anyone.</summary>
    public const string Read = "read";

    /// <summary>Ask for decisions. On a server for this machine only, anyone; else people, and keys that may.</summary>
    public const string Execute = "execute";

    /// <summary>See drafts, reviews and the audit log: people, and keys that draft.</summary>
    public const string SeeDrafts = "see drafts";

    /// <summary>Take part in the discussion of a change.</summary>
    public const string Comment = "comment";

    public const string Draft = "draft", Review = "review", Publish = "publish", Administer = "administer";

    /// <summary>Look at recorded decisions: reviewers and administrators; keys, their own.</summary>
    public const string SeeDecisions = "see decisions";

    /// <summary>Change one's own password.</summary>
    public const string Person = "person";

    /// <summary>The roles that a policy takes; one of them is enough. Null: anyone who is known.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>?> RolesOf = new Dictionary<string, IReadOnlyList<string>?>(StringComparer.Ordinal)
    {
        [Read] = null,
        [Execute] = [.. Roles.OfPeople, Roles.Application],
        [SeeDrafts] = Roles.OfPeople,
        [Comment] = [Roles.Author, Roles.Reviewer, Roles.Publisher],
        [Draft] = [Roles.Author],
        [Review] = [Roles.Reviewer],
        [Publish] = [Roles.Publisher],
        [Administer] = [Roles.Administrator],
        [SeeDecisions] = [Roles.Reviewer, Roles.Administrator, Roles.Application],
        [Person] = Roles.OfPeople,
    };

    /// <summary>Those that a server for this machine only does not ask anybody's name for.</summary>
    public static readonly IReadOnlyList<string> OpenLocally = [Read, Execute];
}
