using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BoneMets.Rules.Server.Access;

/// <param name="Scopes"><c>execute</c>, <c>draft</c> (puts changes, as <c>bonemets publish</c> does), <c>record</c> (its decisions are recorded).</param>
/// <param name="Workflows">Those that it may execute; empty for all.</param>
/// <param name="LastUsed">To the minute.</param>
public sealed record KeyAnswer(
    string Id, string Name, IReadOnlyList<string> Scopes, IReadOnlyList<string> Workflows, string CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset Expires, DateTimeOffset? LastUsed, string? RevokedBy);

public sealed record MakeKey(string Name, IReadOnlyList<string> Scopes, int Days, IReadOnlyList<string>? Workflows = null);

/// <summary>A key with its secret, which is shown this once.</summary>
public sealed record NewKeyAnswer(KeyAnswer Key, string Secret);

/// <summary>Keys of applications.</summary>
[Route("api/v1/keys"), Tags("Access"), Authorize(Policies.Administer)]
public sealed class KeysController : StoreController
{
    private const string Execute = "execute", Draft = "draft", Record = "record";
    private static readonly string[] Scopes = [Execute, Draft, Record];

    [HttpGet]
    [EndpointName("listKeys"), EndpointSummary("All keys, without their secrets")]
    public async Task<IReadOnlyList<KeyAnswer>> List() => [.. (await Store.Keys.ListAsync(Cancellation)).Select(Answer)];

    [HttpPost]
    [EndpointName("makeKey"), EndpointSummary("A new key; its secret is shown once")]
    public async Task<NewKeyAnswer> Make(MakeKey request)
    {
        if (Lists.Whole(request.Scopes, "scopes").Except(Scopes, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
            throw new ProblemException(ProblemKind.InvalidAction, $"there is no scope `{unknown}`; the scopes are {string.Join(", ", Scopes)}");
        if (request.Days is < 1 or > 100_000) throw new ProblemException(ProblemKind.InvalidAction, "`days` is a number of days from 1");
        var scope = new KeyScope(request.Scopes.Contains(Execute), request.Scopes.Contains(Draft), request.Scopes.Contains(Record), Lists.Whole(request.Workflows, "workflows"));
        var made = await Store.Keys.CreateAsync(Me, request.Name, scope, TimeSpan.FromDays(request.Days), Cancellation);
        Response.Headers.CacheControl = "no-store";
        return new NewKeyAnswer(Answer(made.Key), made.Secret);
    }

    [HttpDelete("{id}")]
    [EndpointName("revokeKey"), EndpointSummary("Ends a key at once")]
    public Task Revoke(string id) => Store.Keys.RevokeAsync(Me, id, Cancellation);

    private static KeyAnswer Answer(ApiKey key) => new(
        key.Id, key.Name, [.. new[] { (key.MayExecute, Execute), (key.MayDraft, Draft), (key.RecordsDecisions, Record) }.Where(s => s.Item1).Select(s => s.Item2)],
        key.Workflows, key.CreatedBy, key.CreatedAt, key.Expires, key.LastUsed, key.RevokedBy);
}
