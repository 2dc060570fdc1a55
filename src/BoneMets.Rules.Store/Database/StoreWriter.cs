using BoneMets.Rules.Store.Auditing;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store.Database;

/// <summary>One action in progress: what it writes, and the audit entries that go with it.</summary>
internal sealed class StoreWriter(StoreContext context, string actor, DateTimeOffset now)
{
    private readonly List<(string Action, string Subject, IReadOnlyList<(string Name, string? Value)> Details)> entries = [];

    public StoreContext Context { get; } = context;

    public string Actor { get; } = actor;

    public DateTimeOffset Now { get; } = now;

    public bool IsNews { get; private set; }

    /// <summary>The action changes what is live: every server is told when it is done.</summary>
    public void Announce() => IsNews = true;

    /// <summary>Puts down what the action did. Values that are null are left out.</summary>
    public void Audit(string action, string subject, params (string Name, string? Value)[] details) => entries.Add((action, subject, details));

    /// <summary>Stores texts that are not there already, at the end of the action or before.</summary>
    public async Task KeepAsync(IReadOnlyList<Blob> blobs, CancellationToken cancellation)
    {
        var ids = blobs.Select(b => b.Id).Distinct().ToList();
        var known = (await Context.Documents.Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        foreach (var blob in blobs)
            if (known.Add(blob.Id) && Context.Documents.Local.FindEntry(blob.Id) is null) Context.Documents.Add(new DocumentRow { Id = blob.Id, ContentHash = blob.ContentHash, Content = blob.Content });
    }

    /// <summary>Chains the entries to the log; the last thing before the transaction ends.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        if (entries.Count == 0) return;
        var head = await Context.AuditHead.SingleOrDefaultAsync(cancellation);
        if (head is null) Context.AuditHead.Add(head = new AuditHeadRow { Id = 1, Sequence = 0, Hash = AuditChain.Start });
        foreach (var (action, subject, details) in entries)
        {
            var row = AuditChain.Next(head.Sequence, head.Hash, Now, Actor, action, subject, details);
            Context.Audit.Add(row);
            (head.Sequence, head.Hash) = (row.Sequence, row.Hash);
        }
        await Context.SaveChangesAsync(cancellation);
    }
}
