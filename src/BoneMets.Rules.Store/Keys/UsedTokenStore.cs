using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>Which tokens were used, until they expire: each is good for one request, at one server.</summary>
public sealed class UsedTokenStore
{
    private readonly StoreDatabase database;

    internal UsedTokenStore(StoreDatabase database) => this.database = database;

    /// <summary>False when it was used before, at whatever server.</summary>
    public async Task<bool> TryUseAsync(string issuer, string id, DateTimeOffset expires, CancellationToken cancellation = default)
    {
        var (hash, until) = (RandomSecret.HashOf($"{issuer}\n{id}"), TimeFormat.Write(expires));
        return await database.StatementAsync($"INSERT INTO used_tokens (\"Hash\", \"Expires\") VALUES ({hash}, {until}) ON CONFLICT DO NOTHING", cancellation) > 0;
    }

    /// <summary>Deletes what has expired; how many that were.</summary>
    public Task<int> DeleteExpiredAsync(CancellationToken cancellation = default) => database.WriteAsync("server", async writer =>
    {
        var now = writer.Now;
        return await writer.Context.UsedTokens.Where(t => t.Expires <= now).ExecuteDeleteAsync(cancellation);
    }, cancellation);
}
