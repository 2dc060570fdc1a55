using BoneMets.Rules.Store.Database;

namespace BoneMets.Rules.Store;

/// <summary>
/// How often each key may ask, counted for all servers of a store together. A server takes a slice of requests at once and gives them out by
/// itself, so that a request costs no question to the database. Thread safe.
/// </summary>
public sealed class KeyRateStore
{
    private readonly StoreDatabase database;

    internal KeyRateStore(StoreDatabase database) => this.database = database;

    /// <summary>
    /// Takes up to <paramref name="wanted"/> requests of a key that gets <paramref name="perSecond"/> new ones each second and keeps at most
    /// <paramref name="most"/>. Time is the database's.
    /// </summary>
    public Task<RateSlice> TakeAsync(string key, int perSecond, int most, int wanted, CancellationToken cancellation = default) => database.TakeRateAsync(key, perSecond, most, wanted, cancellation);
}

/// <param name="Granted">Whole requests, perhaps none.</param>
/// <param name="Left">What is left for all servers, perhaps a part of a request.</param>
public readonly record struct RateSlice(int Granted, double Left);
