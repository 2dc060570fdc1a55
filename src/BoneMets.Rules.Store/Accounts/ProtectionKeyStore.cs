using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>The keys by which servers sign cookies, shared by all servers of a store. Whoever can read the database can sign: protect it.</summary>
public sealed class ProtectionKeyStore
{
    private readonly StoreDatabase database;

    internal ProtectionKeyStore(StoreDatabase database) => this.database = database;

    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<string>>(
        async context => await context.ProtectionKeys.OrderBy(k => k.Name).Select(k => k.Xml).ToListAsync(cancellation), cancellation);

    public Task AddAsync(string name, string xml, CancellationToken cancellation = default) => database.WriteAsync("server", async writer =>
    {
        if (await writer.Context.ProtectionKeys.AnyAsync(k => k.Name == name, cancellation)) return false;
        writer.Context.ProtectionKeys.Add(new ProtectionKeyRow { Name = name, Xml = xml });
        return true;
    }, cancellation);
}
