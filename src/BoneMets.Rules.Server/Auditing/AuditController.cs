using System.Text.Json;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Auditing;

/// <summary>Something that somebody did. <c>Hash</c> covers the entry and all before it.</summary>
public sealed record AuditEntryAnswer(long Sequence, DateTimeOffset At, string Actor, string Action, string Subject, JsonElement Details, string Hash);

/// <param name="Head">The hash of the newest entry: noted elsewhere, it proves later that the log was not written anew.</param>
public sealed record AuditVerificationAnswer(bool Intact, long Entries, string Head, IReadOnlyList<AuditFindingAnswer> Findings);

public sealed record AuditFindingAnswer(string Place, string Message);

/// <summary>The log of everything that was done to the content and to who has access.</summary>
[Route("api/v1/audit"), Tags("Audit"), Authorize(Policies.SeeDrafts)]
public sealed class AuditController : StoreController
{
    private const int Most = 500;

    /// <param name="count">How many entries, up to 500.</param>
    /// <param name="before">Only entries older than this sequence number: the next page.</param>
    /// <param name="subject">Only entries about this: <c>change 3</c>, <c>release 2</c>, <c>rule Hypercalcemia.SevereHypercalcemia</c>.</param>
    [HttpGet]
    [EndpointName("readAudit"), EndpointSummary("Entries of the audit log, the newest first")]
    public async Task<IReadOnlyList<AuditEntryAnswer>> Read(int count = 100, long? before = null, string? subject = null)
    {
        if (count is < 1 or > Most) throw new ProblemException(ProblemKind.InvalidAction, $"`count` takes 1 to {Most}");
        if (subject is { Length: > 500 } || subject?.Any(char.IsControl) == true) throw new ProblemException(ProblemKind.InvalidAction, "`subject` is the name of a thing as entries have it, such as `change 3`");
        var entries = await Store.Audit.ReadAsync(count, before, subject, Cancellation);
        return [.. entries.Select(e => new AuditEntryAnswer(e.Sequence, e.At, e.Actor, e.Action, e.Subject, e.Details, e.Hash))];
    }

    /// <param name="head">A hash that was noted earlier; that entry must still be there.</param>
    [HttpGet("verification"), RequestTimeout(Hosting.RequestLimits.Long)]
    [EndpointName("verifyAudit"), EndpointSummary("Whether anything was edited, removed or moved behind the log's back")]
    public async Task<AuditVerificationAnswer> Verify(string? head = null)
    {
        var found = await Store.Audit.VerifyAsync(head, Cancellation);
        return new AuditVerificationAnswer(found.IsIntact, found.Entries, found.Head, [.. found.Findings.Select(f => new AuditFindingAnswer(f.Place, f.Message))]);
    }
}
