using BoneMets.Rules.Store.Auditing;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>The discussion of changes, bound to places of documents.</summary>
public sealed class ChangeComments
{
    private readonly StoreDatabase database;

    internal ChangeComments(StoreDatabase database) => this.database = database;

    /// <summary>The oldest first.</summary>
    public Task<IReadOnlyList<ChangeComment>> ListAsync(long change, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<ChangeComment>>(
        async context => !await context.Changes.AnyAsync(c => c.Id == change, cancellation) ? throw StoreRefusedException.NotFound(AuditSubject.Change(change)) : [.. (await context.Comments.Where(c => c.ChangeId == change).OrderBy(c => c.Id).ToListAsync(cancellation)).Select(Of)], cancellation);

    public Task<ChangeComment> AddAsync(string actor, long change, string document, string place, string text, CancellationToken cancellation = default) => database.WriteAsync(actor, async writer =>
    {
        text = StoreText.Of("comment", text, StoreText.Remark, isNeeded: true, "say something");
        document = StoreText.Of("name of the document", document, StoreText.Name, isNeeded: true, "name the document that it is about");
        place = StoreText.Of("place", place, StoreText.Sentence, isNeeded: false, "name a rule, or give a JSON pointer");
        if (!await writer.Context.Changes.AnyAsync(c => c.Id == change, cancellation)) throw StoreRefusedException.NotFound($"change {change}");
        var row = new CommentRow { ChangeId = change, Document = document, Place = place, Text = text, By = actor, At = writer.Now };
        writer.Context.Comments.Add(row);
        await writer.Context.SaveChangesAsync(cancellation);
        writer.Audit("comment.added", AuditSubject.Change(change), ("comment", AuditSubject.Text(row.Id)), ("document", document), ("place", place), ("text", row.Text));
        return Of(row);
    }, cancellation);

    /// <summary>Marks a comment as dealt with; one that is already stays as it is.</summary>
    public Task<ChangeComment> ResolveAsync(string actor, long change, long comment, CancellationToken cancellation = default) => database.WriteAsync(actor, async writer =>
    {
        var row = await writer.Context.Comments.SingleOrDefaultAsync(c => c.Id == comment && c.ChangeId == change, cancellation) ?? throw StoreRefusedException.NotFound($"comment {comment} on change {change}");
        if (row.ResolvedBy is not null) return Of(row);
        (row.ResolvedBy, row.ResolvedAt) = (actor, writer.Now);
        writer.Audit("comment.resolved", AuditSubject.Change(change), ("comment", AuditSubject.Text(comment)));
        return Of(row);
    }, cancellation);

    private static ChangeComment Of(CommentRow row) => new(row.Id, row.Document, row.Place, row.Text, row.By, row.At, row.ResolvedBy, row.ResolvedAt);
}
