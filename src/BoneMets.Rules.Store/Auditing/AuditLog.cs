using System.Data.Common;
using System.Text.Json;
using BoneMets.Rules.Store.Auditing;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>What somebody did, when. <see cref="Details"/> is canonical JSON with text values.</summary>
public sealed record AuditEntry(long Sequence, DateTimeOffset At, string Actor, string Action, string Subject, JsonElement Details, string Hash);

/// <summary>Something that does not fit the log, at the entry or release that it was seen at.</summary>
public sealed record AuditFinding(string Place, string Message);

/// <summary>Whether the log and what it vouches for are as they were written. <see cref="Head"/> is the hash of the newest entry: kept elsewhere, it proves that the whole log was not rewritten.</summary>
public sealed record AuditVerification(long Entries, string Head, IReadOnlyList<AuditFinding> Findings)
{
    public bool IsIntact => Findings.Count == 0;
}

/// <summary>The append-only log of everything that was done to the content.</summary>
public sealed class AuditLog
{
    private readonly StoreDatabase database;

    internal AuditLog(StoreDatabase database) => this.database = database;

    /// <summary>The newest first, before <paramref name="before"/> when that is given.</summary>
    public Task<IReadOnlyList<AuditEntry>> ReadAsync(int count, long? before = null, string? subject = null, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<AuditEntry>>(async context =>
        {
            var rows = context.Audit.AsQueryable();
            if (before is { } limit) rows = rows.Where(r => r.Sequence < limit);
            if (subject is not null) rows = rows.Where(r => r.Subject == subject);
            return [.. (await rows.OrderByDescending(r => r.Sequence).Take(count).ToListAsync(cancellation)).Select(EntryOf)];
        }, cancellation);

    /// <summary>
    /// Walks the whole log, and compares every release that it vouches for with the documents that are there. Whatever somebody left in the
    /// database is a finding. With <paramref name="expectedHead"/>, a hash noted earlier, that entry must still be in the log.
    /// </summary>
    public async Task<AuditVerification> VerifyAsync(string? expectedHead = null, CancellationToken cancellation = default)
    {
        try
        {
            return await database.ReadAsync(context => VerifyAsync(context, expectedHead, cancellation), cancellation);
        }
        catch (DbException e) when (database.IsOfTables(e))
        {
            return new AuditVerification(0, AuditChain.Start, [new AuditFinding("log", $"it cannot be read: {e.Message}")]);
        }
    }

    private static async Task<AuditVerification> VerifyAsync(StoreContext context, string? expectedHead, CancellationToken cancellation)
    {
        var findings = new List<AuditFinding>();
        var (sequence, hash, isExpectedThere) = (0L, AuditChain.Start, expectedHead is null);
        var vouched = new Dictionary<long, string>();
        await foreach (var row in AuditText.All(context).WithCancellation(cancellation))
        {
            if (row.Sequence != sequence + 1) findings.Add(new AuditFinding($"entry {row.Sequence}", $"entry {sequence + 1} is missing before it"));
            else if (row.PreviousHash != hash) findings.Add(new AuditFinding($"entry {row.Sequence}", "it does not follow the entry before it"));
            if (string.Join("; ", row.Complaints()) is { Length: > 0 } complaint) findings.Add(new AuditFinding($"entry {row.Sequence}", complaint));
            (sequence, hash) = (row.Sequence, row.Hash);
            isExpectedThere |= row.Hash == expectedHead;
            if (ReleaseStore.VouchedFor(row) is var (number, manifest)) vouched[number] = manifest;
        }
        if (EndComplaint(await AuditHeadText.AllAsync(context, cancellation), sequence, hash) is { } end) findings.Add(end);
        if (!isExpectedThere) findings.Add(new AuditFinding("log", $"the entry {expectedHead} is not there"));
        await ReleaseStore.CompareAsync(context, vouched, findings, cancellation);
        return new AuditVerification(sequence, hash, findings);
    }

    private static AuditFinding? EndComplaint(IReadOnlyList<AuditHeadText> heads, long sequence, string hash) => heads switch
    {
        [] => sequence == 0 ? null : new AuditFinding($"entry {sequence}", "the log ends here, but the store does not say which entry is its newest"),
        [var head] when head.Sequence == AuditSubject.Text(sequence) && head.Hash == hash => null,
        [var head] => new AuditFinding($"entry {sequence}", $"the log ends here, but its newest entry was {head.Sequence}"),
        _ => new AuditFinding("log", $"the store names {heads.Count} newest entries"),
    };

    private static AuditEntry EntryOf(AuditRow row) =>
        new(row.Sequence, row.At, row.Actor, row.Action, row.Subject, JsonSerializer.Deserialize<JsonElement>(row.Details), row.Hash);
}
