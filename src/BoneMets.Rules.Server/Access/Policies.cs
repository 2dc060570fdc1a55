using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Access;

/// <summary>Who may do what. Every route names one of these, or says that anyone may.</summary>
internal static class Policies
{
    /// <summary>Look at what is served. On a server for this machine only, anyone.</summary>
    public const string Read = "read";

    /// <summary>Ask for decisions. On a server for this machine only, anyone; else people, and keys that may.</summary>
    public const string Execute = "execute";

    /// <summary>Ask by CDS Hooks: whoever may ask for decisions. On a server for this machine only, anyone, unless it knows clients that sign.</summary>
    public const string AnswerHooks = "answer hooks";

    /// <summary>See drafts, reviews and the audit log: people, and keys that draft.</summary>
    public const string SeeDrafts = "see drafts";

    /// <summary>Take part in the discussion of a change.</summary>
    public const string Comment = "comment";

    public const string Draft = "draft", Review = "review", Publish = "publish", Administer = "administer";

    /// <summary>Look at recorded decisions: reviewers and administrators; keys, their own.</summary>
    public const string SeeDecisions = "see decisions";

    /// <summary>Run workflows over cohorts: people with any role, and keys that may execute. Whose runs they see is another question.</summary>
    public const string RunCohorts = "run cohorts";

    /// <summary>Change one's own password.</summary>
    public const string Person = "person";

    /// <summary>Whom each policy lets in.</summary>
    public static readonly IReadOnlyDictionary<string, LetIn> All = new Dictionary<string, LetIn>(StringComparer.Ordinal)
    {
        [Read] = new(null, [Roles.Application, Roles.Author]),
        [Execute] = new(Roles.OfPeople, [Roles.Application]),
        [AnswerHooks] = new(Roles.OfPeople, [Roles.Application]),
        [SeeDrafts] = new(Roles.OfPeople, [Roles.Author]),
        [Comment] = new([Roles.Author, Roles.Reviewer, Roles.Publisher], [Roles.Author]),
        [Draft] = new([Roles.Author], [Roles.Author]),
        [Review] = new([Roles.Reviewer], []),
        [Publish] = new([Roles.Publisher], []),
        [Administer] = new([Roles.Administrator], []),
        [SeeDecisions] = new([Roles.Reviewer, Roles.Administrator], [Roles.Application]),
        [RunCohorts] = new(Roles.OfPeople, [Roles.Application]),
        [Person] = new(Roles.OfPeople, []),
    };

    /// <summary>Those that a server for this machine only does not ask anybody's name for.</summary>
    public static readonly IReadOnlyList<string> OpenLocally = [Read, Execute, AnswerHooks];
}

/// <summary>Whom a policy lets in: people who have one of these roles (null: everybody with an account), and API keys that have one of those.</summary>
internal sealed record LetIn(IReadOnlyList<string>? People, IReadOnlyList<string> Keys);
