using System.Security.Cryptography;
using System.Text;
using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>
/// Keys of applications. A secret is 256 random bits, so that a plain SHA-256 of it is kept: there is no dictionary to try, and looking a
/// key up costs an application nothing.
/// </summary>
public sealed class ApiKeyStore
{
    /// <summary>What every secret begins with, so that people and scanners know one when they see it.</summary>
    public const string Prefix = "bmk";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    private readonly StoreDatabase database;

    internal ApiKeyStore(StoreDatabase database) => this.database = database;

    public Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<ApiKey>>(
        async context => [.. (await context.ApiKeys.OrderBy(k => k.CreatedAt).ThenBy(k => k.Id).ToListAsync(cancellation)).Select(Of)], cancellation);

    public Task<NewApiKey> CreateAsync(string actor, string name, KeyScope scope, TimeSpan lifetime, CancellationToken cancellation = default) => database.WriteAsync(actor, writer =>
    {
        name = StoreText.Of("name of the key", name, StoreText.Name, isNeeded: true, "name the application that will use it");
        if (!scope.MayExecute && !scope.MayDraft) throw new StoreRefusedException(RefusalKind.Invalid, "a key that may do nothing is none", "let it execute, draft, or both");
        if (!scope.MayExecute && (scope.RecordsDecisions || scope.Workflows.Count > 0)) throw new StoreRefusedException(RefusalKind.Invalid, "a key that may not execute has no workflows and records nothing", "let it execute, or leave these out");
        if (scope.Workflows.FirstOrDefault(w => w.Length is 0 or > StoreText.Name || w.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) is { } odd) throw new StoreRefusedException(RefusalKind.Invalid, $"`{odd}` is no name of a workflow", "name workflows as the library does");
        if (lifetime <= TimeSpan.Zero || lifetime > Longest) throw new StoreRefusedException(RefusalKind.Invalid, $"a key lives for up to {Longest.Days} days", "choose a shorter time; a new key can be made in time");
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var secret = $"{Prefix}_{id}_{RandomSecret.New()}";
        var row = new ApiKeyRow
        {
            Id = id,
            Name = name,
            Hash = RandomSecret.HashOf(secret),
            Workflows = string.Join(' ', scope.Workflows.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
            MayExecute = scope.MayExecute,
            MayDraft = scope.MayDraft,
            RecordsDecisions = scope.RecordsDecisions,
            CreatedBy = actor,
            CreatedAt = writer.Now,
            Expires = writer.Now + lifetime,
        };
        writer.Context.ApiKeys.Add(row);
        writer.Audit("key.created", $"key {id}", ("name", row.Name), ("scope", ScopeOf(row)), ("workflows", row.Workflows), ("expires", TimeFormat.Write(row.Expires)));
        return Task.FromResult(new NewApiKey(Of(row), secret));
    }, cancellation);

    /// <summary>The key behind a secret; null for one that is wrong, revoked or expired, which nobody outside can tell apart.</summary>
    public async Task<ApiKey?> FindAsync(string secret, CancellationToken cancellation = default)
    {
        if (secret.Split('_') is not [Prefix, var id, _]) return null;
        var row = await database.ReadAsync(context => context.ApiKeys.SingleOrDefaultAsync(k => k.Id == id, cancellation), cancellation);
        if (row is null || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(row.Hash), Encoding.ASCII.GetBytes(RandomSecret.HashOf(secret)))) return null;
        return row.RevokedBy is null && row.Expires > database.Now ? Of(row) : null;
    }

    /// <summary>Notes that a key was used, to the minute. Nobody's decision should wait for it.</summary>
    public async Task UsedAsync(ApiKey key, CancellationToken cancellation = default)
    {
        if (key.LastUsed is { } noted && database.Now - noted < TimeSpan.FromMinutes(1)) return;
        await database.WriteAsync("server", async writer =>
        {
            var row = await writer.Context.ApiKeys.SingleAsync(k => k.Id == key.Id, cancellation);
            row.LastUsed = writer.Now;
            return true;
        }, cancellation);
    }

    /// <summary>Ends a key at once; one that has ended stays as it is.</summary>
    public Task RevokeAsync(string actor, string id, CancellationToken cancellation = default) => database.WriteAsync(actor, async writer =>
    {
        var row = await writer.Context.ApiKeys.SingleOrDefaultAsync(k => k.Id == id, cancellation) ?? throw StoreRefusedException.NotFound($"key {id}");
        if (row.RevokedBy is not null) return false;
        row.RevokedBy = actor;
        writer.Audit("key.revoked", $"key {id}", ("name", row.Name));
        return true;
    }, cancellation);

    private static string ScopeOf(ApiKeyRow row) => string.Join(' ', new[] { row.MayExecute ? "execute" : "", row.MayDraft ? "draft" : "", row.RecordsDecisions ? "record" : "" }.Where(s => s.Length > 0));

    private static ApiKey Of(ApiKeyRow row) =>
        new(row.Id, row.Name, row.Workflows.Split(' ', StringSplitOptions.RemoveEmptyEntries), row.MayExecute, row.MayDraft, row.RecordsDecisions, row.CreatedBy, row.CreatedAt, row.Expires, row.LastUsed, row.RevokedBy);
}
