using BoneMets.Rules.Store.Auditing;
using BoneMets.Rules.Store.Changes;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;
using static BoneMets.Rules.Store.Changes.ChangeRules;

namespace BoneMets.Rules.Store;

/// <summary>
/// Changes and what becomes of them: <c>draft → in review → approved → published</c>, or withdrawn. Every edit sends a change back to draft.
/// Whoever calls has looked at the roles of the actor; this looks at everything else.
/// </summary>
public sealed class ChangeStore
{
    private readonly StoreDatabase database;

    internal ChangeStore(StoreDatabase database) => this.database = database;

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<ChangeLine>> ListAsync(ChangeState? state = null, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<ChangeLine>>(
        async context => await context.Changes.Where(c => state == null || c.State == state).OrderByDescending(c => c.Id)
            .Select(c => new ChangeLine(c.Id, c.Title, c.State, c.Base, c.CreatedBy, c.UpdatedAt)).ToListAsync(cancellation), cancellation);

    public Task<Change> GetAsync(long id, CancellationToken cancellation = default) => database.ReadAsync(
        async context => await ChangeView.OfAsync(context, await FindAsync(context, id, cancellation), cancellation), cancellation);

    /// <summary>The documents as they would be published, by name in ordinal order.</summary>
    public Task<IReadOnlyList<StoredDocument>> DocumentsAsync(long id, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<StoredDocument>>(async context =>
    {
        var content = await ChangeContent.OfAsync(context, await FindAsync(context, id, cancellation), cancellation);
        return await DocumentTexts.TextsAsync(context, content.Effective, cancellation);
    }, cancellation);

    /// <summary>The same without their texts.</summary>
    public Task<IReadOnlyList<DocumentLine>> ContentsAsync(long id, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<DocumentLine>>(async context =>
    {
        // Authors ask for it with every key: the texts, and what they mean, are not looked at.
        var row = await FindAsync(context, id, cancellation);
        var documents = await context.ReleaseDocuments.Where(d => d.Release == row.Base).ToDictionaryAsync(d => d.Name, d => d.DocumentId, StringComparer.Ordinal, cancellation);
        foreach (var edit in await context.ChangeDocuments.Where(d => d.ChangeId == id).ToListAsync(cancellation))
        {
            if (edit.DocumentId is { } document) documents[edit.Name] = document;
            else documents.Remove(edit.Name);
        }
        return [.. documents.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => new DocumentLine(d.Key, d.Value))];
    }, cancellation);

    /// <summary>The change together with exactly the documents that its content hash is about, read at one moment.</summary>
    public Task<(Change Change, IReadOnlyList<StoredDocument> Documents)> WithDocumentsAsync(long id, CancellationToken cancellation = default) => database.ReadAsync(async context =>
    {
        var row = await FindAsync(context, id, cancellation);
        var content = await ChangeContent.OfAsync(context, row, cancellation);
        return (await ChangeView.OfAsync(context, row, content, cancellation), await DocumentTexts.TextsAsync(context, content.Effective, cancellation));
    }, cancellation);

    /// <summary>A document as the change has it, its own or its base's; null when there is none of that name.</summary>
    public Task<StoredDocument?> DocumentAsync(long id, string name, CancellationToken cancellation = default) => database.ReadAsync(async context =>
    {
        var content = await ChangeContent.OfAsync(context, await FindAsync(context, id, cancellation), cancellation);
        return await DocumentTexts.TextAsync(context, name, content.Effective, cancellation);
    }, cancellation);

    public Task<IReadOnlyList<Review>> ReviewsAsync(long id, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<Review>>(async context =>
    {
        await FindAsync(context, id, cancellation);
        return await context.Reviews.Where(r => r.ChangeId == id).OrderBy(r => r.Id).Select(r => new Review(r.Id, r.ContentHash, r.Reviewer, r.Verdict, r.Comment, r.At)).ToListAsync(cancellation);
    }, cancellation);

    public Task<Change> CreateAsync(string actor, string title, string description, CancellationToken cancellation = default) => database.WriteAsync(actor, async writer =>
    {
        var row = await AddAsync(writer, title, description, null, cancellation);
        return await ChangeView.OfAsync(writer.Context, row, cancellation);
    }, cancellation);

    /// <summary>
    /// A change that makes the library exactly these documents, by one action. <paramref name="base"/> is the release that they were taken from,
    /// null for the newest: what newer releases did since then is not undone but found when the change is put on top of them.
    /// </summary>
    public Task<Change> CreateFromAsync(string actor, string title, string description, int? @base, IReadOnlyList<(string Name, byte[] Content)> documents, CancellationToken cancellation = default)
    {
        // Parsed before others have to wait for it.
        var blobs = documents.ToDictionary(d => d.Name, d => Blob.Of(d.Name, d.Content), StringComparer.Ordinal);
        return database.WriteAsync(actor, writer => CreateFromAsync(writer, title, description, @base, blobs, cancellation), cancellation);
    }

    private static async Task<Change> CreateFromAsync(StoreWriter writer, string title, string description, int? @base, IReadOnlyDictionary<string, Blob> blobs, CancellationToken cancellation)
    {
        var row = await AddAsync(writer, title, description, @base, cancellation);
        var before = await ReleaseStore.ManifestOfAsync(writer.Context, row.Base, cancellation);
        // Version control may give texts other line ends: that is nobody's edit.
        var edited = blobs.Where(b => ChangeContent.TextOf(before, b.Key) is var text && text != b.Value.Id && text != Blob.IdOf(TextLines.WithLineFeeds(b.Value.Content))).ToList();
        await writer.KeepAsync([.. edited.Select(e => e.Value)], cancellation);
        var actor = writer.Actor;
        foreach (var (name, blob) in edited)
        {
            writer.Context.ChangeDocuments.Add(new ChangeDocumentRow { ChangeId = row.Id, Name = name, DocumentId = blob.Id, EditedBy = actor, EditedAt = writer.Now });
            writer.Audit("document.edited", AuditSubject.Change(row.Id), ("document", name), ("content", blob.ContentHash), ("text", blob.Id), ("before", ChangeContent.TextOf(before, name)));
        }
        foreach (var name in before.Keys.Where(n => !blobs.ContainsKey(n)).Order(StringComparer.Ordinal))
        {
            writer.Context.ChangeDocuments.Add(new ChangeDocumentRow { ChangeId = row.Id, Name = name, EditedBy = actor, EditedAt = writer.Now });
            writer.Audit("document.removed", AuditSubject.Change(row.Id), ("document", name), ("before", ChangeContent.TextOf(before, name)));
        }
        await RememberAuthorAsync(writer, row.Id, cancellation);
        await writer.Context.SaveChangesAsync(cancellation);
        var change = await ChangeView.OfAsync(writer.Context, row, cancellation);
        return change.Documents.Count > 0 ? change : throw new StoreRefusedException(RefusalKind.NothingChanged, $"these are the documents of release {row.Base}", "nothing is left to do");
    }

    /// <summary>
    /// Puts a document into the change. <paramref name="expected"/> is the hash of the text that the author started from, null for a new
    /// document; when it is not that any more nothing is written and the refusal carries the document as it is now.
    /// </summary>
    public Task<StoredDocument> PutAsync(string actor, long id, string name, byte[] content, string? expected, CancellationToken cancellation = default)
    {
        var blob = Blob.Of(name, content);
        return EditAsync(actor, id, name, expected, new StoredDocument(name, blob.Id, content), async (writer, edit) =>
        {
            await writer.KeepAsync([blob], cancellation);
            edit.DocumentId = blob.Id;
            writer.Audit("document.edited", AuditSubject.Change(id), ("document", name), ("content", blob.ContentHash), ("text", blob.Id), ("before", expected));
            return new StoredDocument(name, blob.Id, content);
        }, cancellation);
    }

    /// <summary>Takes a document out of the change; see <see cref="PutAsync"/> for <paramref name="expected"/>.</summary>
    public Task RemoveAsync(string actor, long id, string name, string expected, CancellationToken cancellation = default) =>
        EditAsync(actor, id, name, expected, null, (writer, edit) =>
        {
            edit.DocumentId = null;
            writer.Audit("document.removed", AuditSubject.Change(id), ("document", name), ("before", expected));
            return Task.FromResult(true);
        }, cancellation);

    /// <summary>Refuses what submitting would refuse whatever the evidence, so that nobody gathers it in vain.</summary>
    public Task RequireSubmittableAsync(long id, CancellationToken cancellation = default) => database.ReadAsync(async context =>
    {
        var row = await FindAsync(context, id, cancellation);
        return await RequireDraftToSubmitAsync(context, row, await ChangeContent.OfAsync(context, row, cancellation), cancellation);
    }, cancellation);

    /// <summary>Hands a draft to the reviewers with what was found about exactly its present content.</summary>
    public Task<Change> SubmitAsync(string actor, long id, ChangeEvidence evidence, CancellationToken cancellation = default) => ActAsync(actor, id, async (writer, row, content) =>
    {
        await RequireDraftToSubmitAsync(writer.Context, row, content, cancellation);
        if (content.Hash != evidence.ContentHash) throw Moved(id, "it was edited while the evidence was gathered", "submit it again");
        (row.State, row.SubmittedBy) = (ChangeState.InReview, actor);
        (row.EvidenceHash, row.Evidence, row.EvidenceAgainst, row.EvidenceUnstated) = (evidence.ContentHash, evidence.Json, evidence.Against, evidence.Unstated);
        writer.Audit("change.submitted", AuditSubject.Change(id), ("content", evidence.ContentHash), ("against", AuditSubject.Text(evidence.Against)));
    }, cancellation);

    /// <summary>Approves exactly the content that was looked at, or sends the change back to its authors.</summary>
    public Task<Change> ReviewAsync(string actor, long id, string contentHash, ReviewVerdict verdict, string comment, CancellationToken cancellation = default) => ActAsync(actor, id, async (writer, row, content) =>
    {
        Require(row, "reviewed", ChangeState.InReview);
        if (content.Hash != contentHash) throw Moved(id, "its content is not the one that was looked at", "look at it again");
        comment = StoreText.Of("comment", comment, StoreText.Remark, isNeeded: verdict == ReviewVerdict.SendBack, "tell the authors what to change");
        if (verdict == ReviewVerdict.Approve)
        {
            if (await TookPartAsync(writer.Context, row, actor, cancellation)) throw new StoreRefusedException(RefusalKind.OwnChange, $"{actor} took part in change {id}", "someone else has to approve it");
            if (row.EvidenceAgainst > 0) throw Against(row);
        }
        writer.Context.Reviews.Add(new ReviewRow { ChangeId = id, ContentHash = contentHash, Reviewer = actor, Verdict = verdict, Comment = comment, At = writer.Now });
        row.State = verdict == ReviewVerdict.Approve ? ChangeState.Approved : ChangeState.Draft;
        row.ApprovedHash = verdict == ReviewVerdict.Approve ? contentHash : null;
        writer.Audit(verdict == ReviewVerdict.Approve ? "change.approved" : "change.sent-back", AuditSubject.Change(id), ("content", contentHash), ("comment", comment));
    }, cancellation);

    /// <summary>Makes the approved content the next release. With <paramref name="contentHash"/> only that content, the one that the caller has looked at.</summary>
    public Task<Change> PublishAsync(string actor, long id, string? contentHash = null, CancellationToken cancellation = default) => ActAsync(actor, id, async (writer, row, content) =>
    {
        Require(row, "published", ChangeState.Approved);
        if (contentHash is not null && contentHash != content.Hash) throw Moved(id, "its content is not the one that was looked at", "look at it again");
        if (row.ApprovedHash != content.Hash || row.EvidenceHash != content.Hash) throw Moved(id, "its content is not the one that was approved", "submit it for review again");
        if (row.EvidenceAgainst > 0) throw Against(row);
        if (row.EvidenceUnstated > 0) throw new StoreRefusedException(RefusalKind.MetadataMissing, $"change {id} touches workflows that lack {row.EvidenceUnstated} of the statements that a publication needs", "its evidence lists them; make them in this change and submit it again");
        var latest = await RequireNewestBaseAsync(writer.Context, row, cancellation);
        var approval = await writer.Context.Reviews.Where(r => r.ChangeId == id && r.Verdict == ReviewVerdict.Approve && r.ContentHash == content.Hash).OrderBy(r => r.Id).LastAsync(cancellation);
        var release = ReleaseStore.Publish(writer, latest + 1, content.Effective, row, approval);
        (row.State, row.PublishedAs) = (ChangeState.Published, release.Number);
        writer.Audit("change.published", AuditSubject.Change(id), ("release", AuditSubject.Text(release.Number)));
    }, cancellation);

    public Task<Change> WithdrawAsync(string actor, long id, string reason, CancellationToken cancellation = default) => ActAsync(actor, id, (writer, row, _) =>
    {
        Require(row, "withdrawn", ChangeState.Draft, ChangeState.InReview, ChangeState.Approved);
        row.State = ChangeState.Withdrawn;
        writer.Audit("change.withdrawn", AuditSubject.Change(id), ("reason", StoreText.Of("reason for giving it up", reason, StoreText.Sentence, isNeeded: true, "say why, in a sentence")));
        return Task.CompletedTask;
    }, cancellation);

    /// <summary>
    /// Puts the change on top of the newest release. Documents that both changed differently are refused as conflicts, unless
    /// <paramref name="resolutions"/> holds the text that shall stand (null: that it shall be removed).
    /// </summary>
    public Task<Change> RebaseAsync(string actor, long id, IReadOnlyDictionary<string, byte[]?> resolutions, CancellationToken cancellation = default) => ActAsync(actor, id, async (writer, row, content) =>
    {
        Require(row, "put on a newer release", ChangeState.Draft, ChangeState.InReview, ChangeState.Approved);
        var latest = (await ReleaseStore.LatestAsync(writer.Context, cancellation))!;
        if (latest.Number == row.Base) throw new StoreRefusedException(RefusalKind.NothingChanged, $"change {id} stands on the newest release already", "nothing is left to do");
        var newBase = await ReleaseStore.ManifestOfAsync(writer.Context, latest.Number, cancellation);
        var conflicts = Rebase.Conflicts(content, newBase);
        if (resolutions.Keys.Except(conflicts, StringComparer.Ordinal).FirstOrDefault() is { } needless)
            throw new StoreRefusedException(RefusalKind.Invalid, $"`{needless}` is no conflict", "resolve only what conflicts");
        var open = conflicts.Where(n => !resolutions.ContainsKey(n)).ToList();
        if (open.Count > 0)
        {
            throw new StoreRefusedException(RefusalKind.Conflicts, $"change {id} and release {latest.Number} changed the same documents: {string.Join(", ", open.Select(n => $"`{n}`"))}", "say for each what shall stand")
            {
                Conflicts = await Rebase.DescribeAsync(writer.Context, open, content, newBase, cancellation),
            };
        }
        foreach (var (name, text) in resolutions)
        {
            var edit = content.Edits[name];
            if (text is null) edit.DocumentId = null;
            else
            {
                var blob = Blob.Of(name, text);
                await writer.KeepAsync([blob], cancellation);
                edit.DocumentId = blob.Id;
            }
            (edit.EditedBy, edit.EditedAt) = (actor, writer.Now);
        }
        // An edit that was undone would undo what the newer release did to the same document.
        foreach (var undone in content.Edits.Values.Where(e => !content.Differing.Contains(e.Name))) writer.Context.ChangeDocuments.Remove(undone);
        if (resolutions.Count > 0) await RememberAuthorAsync(writer, id, cancellation);
        writer.Audit("change.rebased", AuditSubject.Change(id), ("from", AuditSubject.Text(row.Base)), ("to", AuditSubject.Text(latest.Number)), ("resolved", resolutions.Count == 0 ? null : string.Join(", ", resolutions.Keys.Order(StringComparer.Ordinal))));
        row.Base = latest.Number;
        BackToDraft(row);
    }, cancellation);

    private static async Task<ChangeRow> AddAsync(StoreWriter writer, string title, string description, int? @base, CancellationToken cancellation)
    {
        var latest = await ReleaseStore.LatestAsync(writer.Context, cancellation) ?? throw new StoreRefusedException(RefusalKind.WrongState, "there is no release to change", "import a library first");
        if (@base is { } number && !await writer.Context.Releases.AnyAsync(r => r.Number == number, cancellation)) throw StoreRefusedException.NotFound(AuditSubject.Release(number));
        var row = new ChangeRow
        {
            Title = StoreText.Of("title of the change", title, StoreText.Name, isNeeded: true, "say in a few words what it is for"),
            Description = StoreText.Of("description of the change", description, StoreText.Remark, isNeeded: false, "shorten it"),
            State = ChangeState.Draft,
            Base = @base ?? latest.Number,
            CreatedBy = writer.Actor,
            CreatedAt = writer.Now,
            UpdatedAt = writer.Now,
        };
        writer.Context.Changes.Add(row);
        await writer.Context.SaveChangesAsync(cancellation);
        writer.Audit("change.created", AuditSubject.Change(row.Id), ("title", row.Title), ("base", AuditSubject.Text(row.Base)));
        return row;
    }

    private Task<T> EditAsync<T>(string actor, long id, string name, string? expected, StoredDocument? sent, Func<StoreWriter, ChangeDocumentRow, Task<T>> edit, CancellationToken cancellation) =>
        database.WriteAsync(actor, async writer =>
        {
            var row = await FindAsync(writer.Context, id, cancellation);
            Require(row, "edited", ChangeState.Draft, ChangeState.InReview, ChangeState.Approved);
            var content = await ChangeContent.OfAsync(writer.Context, row, cancellation);
            if (ChangeContent.TextOf(content.Effective, name) is var current && current != expected)
            {
                throw new StoreRefusedException(RefusalKind.DocumentChanged, current is null ? $"`{name}` is not in change {id}" : $"`{name}` in change {id} is not what this edit started from", "compare with the document as it is now, then save again")
                {
                    Current = await DocumentTexts.TextAsync(writer.Context, name, content.Effective, cancellation),
                    Sent = sent,
                };
            }
            if (!content.Edits.TryGetValue(name, out var document))
                writer.Context.ChangeDocuments.Add(document = new ChangeDocumentRow { ChangeId = id, Name = name, EditedBy = actor, EditedAt = writer.Now });
            var result = await edit(writer, document);
            (document.EditedBy, document.EditedAt, row.UpdatedAt) = (actor, writer.Now, writer.Now);
            await RememberAuthorAsync(writer, id, cancellation);
            BackToDraft(row);
            return result;
        }, cancellation);

    private Task<Change> ActAsync(string actor, long id, Func<StoreWriter, ChangeRow, ChangeContent, Task> act, CancellationToken cancellation) => database.WriteAsync(actor, async writer =>
    {
        var row = await FindAsync(writer.Context, id, cancellation);
        await act(writer, row, await ChangeContent.OfAsync(writer.Context, row, cancellation));
        row.UpdatedAt = writer.Now;
        await writer.Context.SaveChangesAsync(cancellation);
        return await ChangeView.OfAsync(writer.Context, row, cancellation);
    }, cancellation);

    private static void BackToDraft(ChangeRow row)
    {
        (row.State, row.SubmittedBy, row.ApprovedHash) = (ChangeState.Draft, null, null);
        (row.Evidence, row.EvidenceHash, row.EvidenceAgainst, row.EvidenceUnstated) = (null, null, null, null);
    }

    private static async Task RememberAuthorAsync(StoreWriter writer, long id, CancellationToken cancellation)
    {
        if (!await writer.Context.ChangeAuthors.AnyAsync(a => a.ChangeId == id && a.User == writer.Actor, cancellation))
            writer.Context.ChangeAuthors.Add(new ChangeAuthorRow { ChangeId = id, User = writer.Actor });
    }
}
