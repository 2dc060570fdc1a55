using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Store.Auditing;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>What runs: numbered releases, the newest of which is live.</summary>
public sealed class ReleaseStore
{
    private const string ImportAction = "release.imported", PublishAction = "release.published", RollBackAction = "release.rolled-back", ApproveAction = "release.approved";
    private readonly StoreDatabase database;

    internal ReleaseStore(StoreDatabase database) => this.database = database;

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<Release>> ListAsync(CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<Release>>(
        async context => [.. (await context.Releases.OrderByDescending(r => r.Number).ToListAsync(cancellation)).Select(Of)], cancellation);

    /// <summary>Null for an empty store.</summary>
    public Task<Release?> LatestAsync(CancellationToken cancellation = default) => database.ReadAsync(
        async context => await LatestAsync(context, cancellation) is { } row ? Of(row) : null, cancellation);

    public Task<Release> GetAsync(int number, CancellationToken cancellation = default) => database.ReadAsync(
        async context => Of(await FindAsync(context, number, cancellation)), cancellation);

    /// <summary>With their texts, by name in ordinal order.</summary>
    public Task<IReadOnlyList<StoredDocument>> DocumentsAsync(int number, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<StoredDocument>>(async context =>
    {
        await FindAsync(context, number, cancellation);
        return await DocumentTexts.TextsAsync(context, await ManifestOfAsync(context, number, cancellation), cancellation);
    }, cancellation);

    /// <summary>Without their texts, by name in ordinal order.</summary>
    public Task<IReadOnlyList<DocumentLine>> ContentsAsync(int number, CancellationToken cancellation = default) => database.ReadAsync(async context =>
    {
        await FindAsync(context, number, cancellation);
        return DocumentTexts.Lines(await ManifestOfAsync(context, number, cancellation));
    }, cancellation);

    /// <summary>Null when the release has no document of that name.</summary>
    public Task<StoredDocument?> DocumentAsync(int number, string name, CancellationToken cancellation = default) => database.ReadAsync(async context =>
    {
        await FindAsync(context, number, cancellation);
        return await DocumentTexts.TextAsync(context, name, await ManifestOfAsync(context, number, cancellation), cancellation);
    }, cancellation);

    /// <summary>Makes release 1 of a folder's documents. Null, with nothing done, when the store has releases already.</summary>
    public Task<Release?> ImportAsync(string actor, IReadOnlyList<(string Name, byte[] Content)> documents, string note, CancellationToken cancellation = default) =>
        database.WriteAsync<Release?>(actor, async writer =>
        {
            if (await writer.Context.Releases.AnyAsync(cancellation)) return null;
            if (documents.Count == 0) throw new StoreRefusedException(RefusalKind.Invalid, "there are no documents to import", "name the folder that holds the workflows");
            var blobs = documents.ToDictionary(d => d.Name, d => Blob.Of(d.Name, d.Content), StringComparer.Ordinal);
            await writer.KeepAsync([.. blobs.Values], cancellation);
            var row = Add(writer, 1, blobs.ToDictionary(b => b.Key, b => new ManifestItem(b.Value.Id, b.Value.ContentHash), StringComparer.Ordinal), ReleaseKind.Imported, ReleaseStatus.Unreviewed, note);
            writer.Audit(ImportAction, AuditSubject.Release(row.Number), ("manifest", row.ManifestHash), ("documents", AuditSubject.Text(documents.Count)), ("note", note));
            return Of(row);
        }, cancellation);

    /// <summary>The first review of imported content: it was read and found good as it is.</summary>
    public Task<Release> ApproveAsync(string actor, int number, string manifestHash, string comment, CancellationToken cancellation = default) =>
        database.WriteAsync(actor, async writer =>
        {
            comment = StoreText.Of("comment", comment, StoreText.Remark, isNeeded: false, "say less");
            var row = await FindAsync(writer.Context, number, cancellation);
            if (row.Status == ReleaseStatus.Approved) throw new StoreRefusedException(RefusalKind.WrongState, $"release {number} is approved already, by {row.ApprovedBy}", "nothing is left to do");
            if (row.ManifestHash != manifestHash) throw new StoreRefusedException(RefusalKind.ContentChanged, $"release {number} has the content {row.ManifestHash}, not {manifestHash}", "read it again, then approve what you have read");
            if (row.PublishedBy == actor) throw new StoreRefusedException(RefusalKind.OwnChange, $"{actor} imported release {number}", "someone else has to approve it");
            (row.Status, row.ApprovedBy, row.ApprovedAt) = (ReleaseStatus.Approved, actor, writer.Now);
            writer.Announce();
            writer.Audit(ApproveAction, AuditSubject.Release(number), ("manifest", manifestHash), ("comment", comment));
            return Of(row);
        }, cancellation);

    /// <summary>Publishes the documents of an older release again, as a new one with the older one's status.</summary>
    public Task<Release> RollBackAsync(string actor, int to, string reason, CancellationToken cancellation = default) =>
        database.WriteAsync(actor, async writer =>
        {
            reason = StoreText.Of("reason for the rollback", reason, StoreText.Sentence, isNeeded: true, "say why, in a sentence");
            var target = await FindAsync(writer.Context, to, cancellation);
            var latest = (await LatestAsync(writer.Context, cancellation))!;
            if (latest.ManifestHash == target.ManifestHash) throw new StoreRefusedException(RefusalKind.NothingChanged, $"release {latest.Number} has the documents of release {to} already", "nothing is left to do");
            var documents = await ManifestOfAsync(writer.Context, to, cancellation);
            var row = Add(writer, latest.Number + 1, documents, ReleaseKind.RolledBack, target.Status, reason, restores: to, approval: target);
            writer.Audit(RollBackAction, AuditSubject.Release(row.Number), ("manifest", row.ManifestHash), ("restores", AuditSubject.Text(to)), ("reason", reason));
            return Of(row);
        }, cancellation);

    /// <summary>The content of a change becomes the next release, within the action of publishing it.</summary>
    internal static ReleaseRow Publish(StoreWriter writer, int number, IReadOnlyDictionary<string, ManifestItem> documents, ChangeRow change, ReviewRow approval)
    {
        var row = Add(writer, number, documents, ReleaseKind.Published, ReleaseStatus.Approved, change.Title, change.Id);
        (row.ApprovedBy, row.ApprovedAt) = (approval.Reviewer, approval.At);
        writer.Audit(PublishAction, AuditSubject.Release(number), ("manifest", row.ManifestHash), ("change", AuditSubject.Text(change.Id)), ("approvedBy", approval.Reviewer));
        return row;
    }

    internal static async Task<ReleaseRow?> LatestAsync(StoreContext context, CancellationToken cancellation) =>
        await context.Releases.OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellation);

    internal static async Task<Dictionary<string, ManifestItem>> ManifestOfAsync(StoreContext context, int number, CancellationToken cancellation) =>
        await context.ReleaseDocuments.Where(r => r.Release == number)
            .Join(context.Documents, r => r.DocumentId, d => d.Id, (r, d) => new { r.Name, d.Id, d.ContentHash })
            .ToDictionaryAsync(r => r.Name, r => new ManifestItem(r.Id, r.ContentHash), StringComparer.Ordinal, cancellation);

    /// <summary>The release and manifest that an audit entry vouches for; null for entries about other things, and for one that was altered, which its hash shows.</summary>
    internal static (int Number, string Manifest)? VouchedFor(AuditText entry)
    {
        const string Subject = "release ";
        if (entry.Action is not (ImportAction or PublishAction or RollBackAction) || !entry.Subject.StartsWith(Subject, StringComparison.Ordinal)) return null;
        if (!int.TryParse(entry.Subject.AsSpan(Subject.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        try
        {
            return JsonNode.Parse(entry.Details) is JsonObject details && details["manifest"] is JsonValue value && value.TryGetValue(out string? manifest) ? (number, manifest) : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether every release is vouched for and has the documents that it was published with, unaltered.</summary>
    internal static async Task CompareAsync(StoreContext context, Dictionary<long, string> vouched, List<AuditFinding> findings, CancellationToken cancellation)
    {
        var broken = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var document in context.Documents.AsAsyncEnumerable().WithCancellation(cancellation))
            if (!document.IsUnaltered()) broken.Add(document.Id);
        var numbers = await context.Releases.Select(r => (long)r.Number).ToListAsync(cancellation);
        foreach (var number in numbers.Union(vouched.Keys).Order())
        {
            var place = AuditSubject.Release(number);
            if (!numbers.Contains(number)) findings.Add(new AuditFinding(place, "it was removed after it was published"));
            if (!vouched.TryGetValue(number, out var manifest))
            {
                findings.Add(new AuditFinding(place, "the log does not know it"));
                continue;
            }
            var documents = await ManifestOfAsync(context, (int)number, cancellation);
            if (numbers.Contains(number) && Manifest.HashOf(documents) != manifest)
                findings.Add(new AuditFinding(place, "its documents are not those that it was published with"));
            findings.AddRange(documents.Where(d => broken.Contains(d.Value.Id)).Select(d => new AuditFinding(place, $"the text of `{d.Key}` was changed after it was stored")));
        }
    }

    private static async Task<ReleaseRow> FindAsync(StoreContext context, int number, CancellationToken cancellation) =>
        await context.Releases.SingleOrDefaultAsync(r => r.Number == number, cancellation) ?? throw StoreRefusedException.NotFound($"release {number}");

    private static ReleaseRow Add(
        StoreWriter writer, int number, IReadOnlyDictionary<string, ManifestItem> documents, ReleaseKind kind, ReleaseStatus status, string note,
        long? change = null, int? restores = null, ReleaseRow? approval = null)
    {
        var row = new ReleaseRow
        {
            Number = number,
            ManifestHash = Manifest.HashOf(documents),
            Kind = kind,
            Status = status,
            PublishedAt = writer.Now,
            PublishedBy = writer.Actor,
            Note = note,
            ChangeId = change,
            Restores = restores,
            ApprovedBy = approval?.ApprovedBy,
            ApprovedAt = approval?.ApprovedAt,
        };
        writer.Context.Releases.Add(row);
        writer.Announce();
        foreach (var (name, item) in documents) writer.Context.ReleaseDocuments.Add(new ReleaseDocumentRow { Release = number, Name = name, DocumentId = item.Id });
        return row;
    }

    internal static Release Of(ReleaseRow row) =>
        new(row.Number, row.ManifestHash, row.Kind, row.Status, row.PublishedAt, row.PublishedBy, row.Note, row.ChangeId, row.Restores, row.ApprovedBy, row.ApprovedAt);
}
