using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Execution;

/// <summary>
/// Requests with an <c>Idempotency-Key</c>: sent again within <see cref="ServerOptions.RepeatLifetime"/>, at any server on the store, they get the
/// same decision with the same id. What is kept has nothing of the patient: the decision is made once more, on its release and for its date,
/// stamped as it was, and compared by its hash.
/// </summary>
internal sealed class RepeatedRequests(StoreHost storage, ServerOptions options, TimeProvider clock)
{
    public const string Header = "Idempotency-Key", RepeatedHeader = "Idempotency-Replayed", KeptHeader = "Idempotency-Kept";

    /// <summary>
    /// How keys begin that a client adds to every request of its own accord, so that a decision that is recorded is recorded once. Where none is
    /// recorded there is nothing to keep them for: they would cost a write for each decision, and decisions would end with the database.
    /// </summary>
    private const string Automatic = "auto-";
    private const int Longest = 255;
    private const string Stamp = "O";

    /// <summary>Null when the request has none, and when it is not kept: then the answer says so.</summary>
    public RepeatKey? KeyOf(HttpRequest request, ClaimsPrincipal user, string workflow, ReadOnlySpan<byte> body)
    {
        if (!request.Headers.TryGetValue(Header, out var values)) return null;
        if (values is not [{ Length: > 0 and <= Longest } key] || key.Any(c => c is < '!' or > '~'))
            throw new ProblemException(ProblemKind.InvalidAction, $"`{Header}` takes one key of 1 to {Longest} visible ASCII characters without spaces, such as a UUID");
        if (!storage.IsUsed || (key.StartsWith(Automatic, StringComparison.Ordinal) && !Actor.RecordsDecisions(user)))
        {
            request.HttpContext.Response.Headers[KeptHeader] = "false";
            return null;
        }
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(workflow + "\n"));
        hash.AppendData(body);
        return new RepeatKey(user.Identity is { IsAuthenticated: true } ? Actor.Of(user) : "anyone", key, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>What the key was answered with before; null when it is new.</summary>
    public async Task<RepeatableRequest?> FindAsync(RepeatKey key, CancellationToken cancellation) => Same(key, await storage.Store.Repeatable.FindAsync(key.Actor, key.Key, cancellation));

    /// <summary>Keeps what the key is answered with; the answer of whoever was faster with the same request, else null.</summary>
    public async Task<RepeatableRequest?> KeepAsync(RepeatKey key, Decision decision, Explain explain, CancellationToken cancellation)
    {
        var mine = new RepeatableRequest(
            key.Actor, key.Key, key.RequestHash, decision.Id.ToString(), decision.Release!.Value, decision.ReleaseStatus, decision.AsOf!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            decision.EvaluatedAt.ToString(Stamp, CultureInfo.InvariantCulture), ContentHash.Of(DecisionWriter.ToUtf8(decision, explain)), clock.GetUtcNow() + options.RepeatLifetime);
        var kept = Same(key, await storage.Store.Repeatable.KeepAsync(mine, cancellation))!;
        return kept.DecisionId == mine.DecisionId ? null : kept;
    }

    public static DateOnly AsOf(RepeatableRequest earlier) => DateOnly.ParseExact(earlier.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The decision that was made again, as it was given out.</summary>
    public static Decision Stamped(RepeatableRequest earlier, Decision again, Explain explain)
    {
        var stamped = again with
        {
            Id = Guid.Parse(earlier.DecisionId),
            EvaluatedAt = DateTimeOffset.ParseExact(earlier.EvaluatedAt, Stamp, CultureInfo.InvariantCulture),
            ReleaseStatus = earlier.ReleaseStatus,
        };
        return ContentHash.Of(DecisionWriter.ToUtf8(stamped, explain)) == earlier.DecisionHash
            ? stamped
            : throw new ProblemException(ProblemKind.RepeatDiffers, $"the request was answered before with decision {earlier.DecisionId}, which does not come out the same any more");
    }

    private static RepeatableRequest? Same(RepeatKey key, RepeatableRequest? kept) => kept is null || kept.RequestHash == key.RequestHash
        ? kept
        : throw new ProblemException(ProblemKind.KeyReused, $"this `{Header}` was used for another request; take another one, or send the same body");
}

/// <param name="Actor">Whose key it is.</param>
/// <param name="RequestHash">Of the workflow's name and the body.</param>
internal sealed record RepeatKey(string Actor, string Key, string RequestHash);
