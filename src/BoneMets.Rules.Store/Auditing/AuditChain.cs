using System.Globalization;
using System.Text;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Store.Database;

namespace BoneMets.Rules.Store.Auditing;

/// <summary>Each entry carries a hash over itself and the hash of the one before, so that none can be edited, removed, added or moved unseen.</summary>
internal static class AuditChain
{
    public const string Start = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    public static AuditRow Next(
        long lastSequence, string lastHash, DateTimeOffset at, string actor, string action, string subject, IReadOnlyList<(string Name, string? Value)> details)
    {
        var text = "{" + string.Join(',', details.Where(d => d.Value is not null).OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => $"{CanonicalJson.Quote(d.Name)}:{CanonicalJson.Quote(d.Value!)}")) + "}";
        var sequence = lastSequence + 1;
        return new AuditRow
        {
            Sequence = sequence,
            At = at,
            Actor = actor,
            Action = action,
            Subject = subject,
            Details = text,
            PreviousHash = lastHash,
            Hash = HashOf(sequence, TimeFormat.Write(at), actor, action, subject, text, lastHash),
        };
    }

    public static string HashOf(AuditText row) => HashOf(row.Sequence, row.At, row.Actor, row.Action, row.Subject, row.Details, row.PreviousHash);

    /// <summary>Over a JSON array of the parts, so that no part can lend characters to its neighbour.</summary>
    private static string HashOf(long sequence, string at, string actor, string action, string subject, string details, string previous)
    {
        string[] parts = [sequence.ToString(CultureInfo.InvariantCulture), at, actor, action, subject, details, previous];
        return ContentHash.Of(Encoding.UTF8.GetBytes($"[{string.Join(',', parts.Select(CanonicalJson.Quote))}]"));
    }
}
