using BoneMets.Rules.Store.Auditing;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store.Changes;

/// <summary>The rules of the house for changes: in which state what is allowed, and to whom.</summary>
internal static class ChangeRules
{
    /// <summary>Created, edited or submitted it; also by a key, which counts for whoever made it.</summary>
    public static async Task<bool> TookPartAsync(StoreContext context, ChangeRow row, string user, CancellationToken cancellation)
    {
        var people = await context.ChangeAuthors.Where(a => a.ChangeId == row.Id).Select(a => a.User).ToListAsync(cancellation);
        people.AddRange(new[] { row.CreatedBy, row.SubmittedBy }.OfType<string>());
        if (people.Contains(user)) return true;
        var keys = people.Select(ApiKey.IdOf).OfType<string>().Distinct().ToList();
        return await context.ApiKeys.AnyAsync(k => keys.Contains(k.Id) && k.CreatedBy == user, cancellation);
    }

    public static async Task<int> RequireDraftToSubmitAsync(StoreContext context, ChangeRow row, ChangeContent content, CancellationToken cancellation)
    {
        Require(row, "submitted", ChangeState.Draft);
        if (!content.Differing.Any()) throw new StoreRefusedException(RefusalKind.NothingChanged, $"change {row.Id} holds nothing that differs from release {row.Base}", "edit a document first");
        return await RequireNewestBaseAsync(context, row, cancellation);
    }

    public static async Task<int> RequireNewestBaseAsync(StoreContext context, ChangeRow row, CancellationToken cancellation)
    {
        var latest = (await ReleaseStore.LatestAsync(context, cancellation))!.Number;
        return latest == row.Base ? latest : throw new StoreRefusedException(RefusalKind.BaseMoved, $"change {row.Id} stands on release {row.Base}, but {latest} is the newest", "put it on the newest release first");
    }

    public static void Require(ChangeRow row, string what, params ChangeState[] states)
    {
        if (states.Contains(row.State)) return;
        var now = row.State switch
        {
            ChangeState.Draft => "a draft",
            ChangeState.InReview => "in review",
            ChangeState.Approved => "approved",
            ChangeState.Published => $"published as release {row.PublishedAs}",
            _ => "withdrawn",
        };
        var kind = (what, row.State) switch
        {
            ("submitted", ChangeState.InReview or ChangeState.Approved) => RefusalKind.AlreadySubmitted,
            ("published", ChangeState.Published) => RefusalKind.AlreadyPublished,
            _ => RefusalKind.WrongState,
        };
        throw new StoreRefusedException(kind, $"change {row.Id} is {now} and cannot be {what}", row.State is ChangeState.Published or ChangeState.Withdrawn ? "begin a new change" : "look at its state first");
    }

    public static StoreRefusedException Moved(long id, string why, string remedy) => new(RefusalKind.ContentChanged, $"change {id}: {why}", remedy);

    public static StoreRefusedException Against(ChangeRow row) =>
        new(RefusalKind.EvidenceAgainst, $"{row.EvidenceAgainst} {(row.EvidenceAgainst == 1 ? "finding speaks" : "findings speak")} against change {row.Id}: documents with errors, or golden cases that fail", "mend them in this change and submit it again");

    public static async Task<ChangeRow> FindAsync(StoreContext context, long id, CancellationToken cancellation) =>
        await context.Changes.SingleOrDefaultAsync(c => c.Id == id, cancellation) ?? throw StoreRefusedException.NotFound(AuditSubject.Change(id));
}
