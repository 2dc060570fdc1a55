using System.Text.Json;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store.Auditing;

/// <summary>
/// An entry as the texts that are stored. Whoever alters a database may leave anything there, and looking for that must not fail on what it
/// looks for; the hash is over these texts anyway.
/// </summary>
internal sealed class AuditText
{
    private const int Shown = 40;

    public required long Sequence { get; init; }
    public required string At { get; init; }
    public required string Actor { get; init; }
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public required string Details { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }

    /// <summary>From the oldest to the newest.</summary>
    public static IAsyncEnumerable<AuditText> All(StoreContext context) => context.Database.SqlQuery<AuditText>($"""
        SELECT "Sequence", COALESCE(CAST("At" AS TEXT), '') AS "At", COALESCE(CAST("Actor" AS TEXT), '') AS "Actor", COALESCE(CAST("Action" AS TEXT), '') AS "Action",
          COALESCE(CAST("Subject" AS TEXT), '') AS "Subject", COALESCE(CAST("Details" AS TEXT), '') AS "Details", COALESCE(CAST("PreviousHash" AS TEXT), '') AS "PreviousHash",
          COALESCE(CAST("Hash" AS TEXT), '') AS "Hash"
        FROM audit ORDER BY "Sequence"
        """).AsAsyncEnumerable();

    /// <summary>What does not fit the entry itself.</summary>
    public IEnumerable<string> Complaints()
    {
        if (AuditChain.HashOf(this) != Hash) yield return "it was changed after it was written";
        if (!TimeFormat.IsTime(At)) yield return $"its time `{(At.Length > Shown ? At[..Shown] + "…" : At)}` cannot be read";
        if (!IsObject(Details)) yield return "its details cannot be read";
    }

    private static bool IsObject(string details)
    {
        try
        {
            using var read = JsonDocument.Parse(details);
            return read.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

/// <summary>What a store names as its newest entry, as the texts that are stored.</summary>
internal sealed class AuditHeadText
{
    public required string Sequence { get; init; }
    public required string Hash { get; init; }

    /// <summary>One, unless somebody altered them.</summary>
    public static Task<List<AuditHeadText>> AllAsync(StoreContext context, CancellationToken cancellation) => context.Database.SqlQuery<AuditHeadText>(
        $"""SELECT COALESCE(CAST("Sequence" AS TEXT), '') AS "Sequence", COALESCE(CAST("Hash" AS TEXT), '') AS "Hash" FROM audit_head""").ToListAsync(cancellation);
}
