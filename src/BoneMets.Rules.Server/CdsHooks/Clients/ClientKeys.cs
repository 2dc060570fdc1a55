using System.Collections.Concurrent;
using System.Text;
using BoneMets.Rules.Server.CdsHooks.Data;
using Microsoft.IdentityModel.Tokens;

namespace BoneMets.Rules.Server.CdsHooks.Clients;

/// <summary>
/// The public keys of clients: as given, or fetched from the address that was given for the client and no other. Fetched ones are kept for ten
/// minutes; one that is not known makes them be fetched anew, but not more often than every half a minute. Thread safe.
/// </summary>
internal sealed class ClientKeys(OutboundClient outbound, TimeProvider clock, ILogger<ClientKeys> log) : IDisposable
{
    private const int MostBytes = 256 * 1024;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10), Pause = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Fetched> fetched = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1);

    public async Task<IReadOnlyList<SecurityKey>> FindAsync(CdsClient client, string keyId, CancellationToken cancellation)
    {
        if (client.Keys is { } given) return Of(given, keyId);
        var known = fetched.GetValueOrDefault(client.Issuer);
        if (known is not null && IsFresh(known) && Of(known.Keys, keyId) is { Count: > 0 } keys) return keys;
        await turn.WaitAsync(cancellation);
        try
        {
            known = fetched.GetValueOrDefault(client.Issuer);
            if (known is null || clock.GetElapsedTime(known.Tried) >= Pause) known = fetched[client.Issuer] = await FetchAsync(client, known);
        }
        finally
        {
            turn.Release();
        }
        // Keys that are too old and cannot be fetched again may have been taken back.
        return IsFresh(known) ? Of(known.Keys, keyId) : [];
    }

    public void Dispose() => turn.Dispose();

    /// <summary>By the time that is measured: a wall clock that is set back would keep them for as long as it was ahead.</summary>
    private bool IsFresh(Fetched known) => known.At is { } at && clock.GetElapsedTime(at) < Fresh;

    /// <summary>For everybody who waits, so that a caller who goes away ends nothing: else anybody could keep keys from being renewed.</summary>
    private async Task<Fetched> FetchAsync(CdsClient client, Fetched? before)
    {
        using var enough = new CancellationTokenSource(Patience, clock);
        var (body, refusal) = await outbound.GetAsync(client.KeyAddress!, client.KeyAddress!.Address, null, "application/json", MostBytes, enough.Token);
        var now = clock.GetTimestamp();
        if (body is not null && Read(body) is { } keys) return new Fetched(keys, now, now);
        log.LogWarning("The keys of the CDS client {Issuer} cannot be fetched: {Reason}", client.Issuer, refusal ?? "what is there is no JSON Web Key Set");
        return before is null ? new Fetched(new JsonWebKeySet(), null, now) : before with { Tried = now };
    }

    private static JsonWebKeySet? Read(byte[] body)
    {
        try
        {
            return JsonWebKeySet.Create(Encoding.UTF8.GetString(body));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Public keys of the two kinds only: a secret published as a key would make anybody a client.</summary>
    private static IReadOnlyList<SecurityKey> Of(JsonWebKeySet keys, string keyId) =>
        [.. keys.Keys.Where(k => k.Kty is "RSA" or "EC" && string.Equals(k.KeyId, keyId, StringComparison.Ordinal) && k.Use is null or "" or "sig")];

    /// <param name="Keys">The last that were read.</param>
    /// <param name="At">When, as a timestamp of the clock; null: none ever were.</param>
    /// <param name="Tried">When that was last tried.</param>
    private sealed record Fetched(JsonWebKeySet Keys, long? At, long Tried);
}
