using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace BoneMets.Rules.Server.CdsHooks.Data;

/// <summary>
/// Asks servers that are on the list, and no others: by https, at addresses that were looked at, without following redirects, without proxies
/// and cookies, within limits of size and time. What it sends is in no log. Thread safe.
/// </summary>
internal sealed class OutboundClient : IDisposable
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(3), LongestConnection = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<AllowedServer, Lazy<HttpMessageInvoker>> invokers = new(ReferenceEqualityComparer.Instance);

    /// <summary>The body of a 200 answer; else the reason why there is none, in words that hold nothing of what was sent.</summary>
    public async Task<(byte[]? Body, string? Refusal)> GetAsync(AllowedServer server, Uri address, string? token, string accept, int most, CancellationToken cancellation)
    {
        if (!IsBelow(server.Address, address)) return (null, "the address lies outside of what this server may ask");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version11 };
            request.Headers.Accept.ParseAdd(accept);
            if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await invokers.GetOrAdd(server, s => new(() => Invoker(s))).Value.SendAsync(request, cancellation);
            if ((int)response.StatusCode is >= 300 and < 400) return (null, $"the server answered {(int)response.StatusCode}: redirects are not followed");
            if (response.StatusCode != HttpStatusCode.OK) return (null, $"the server answered {(int)response.StatusCode}");
            if (response.Content.Headers.ContentType?.MediaType is not ("application/fhir+json" or "application/json")) return (null, "the server answered in another format than JSON");
            return await ReadAsync(response.Content, most, cancellation) is { } body ? (body, null) : (null, "the answer is too large");
        }
        catch (OperationCanceledException)
        {
            return (null, "the server did not answer in time");
        }
        catch (AddressRefusedException refused)
        {
            return (null, refused.Message);
        }
        catch (HttpRequestException e) when (e.InnerException is AddressRefusedException refused)
        {
            return (null, refused.Message);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return (null, "the server could not be reached by https");
        }
    }

    /// <summary>The same scheme, host and port, and the path of the base or one below it.</summary>
    public static bool IsBelow(Uri server, Uri address)
    {
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0 || address.Fragment.Length > 0) return false;
        if (!string.Equals(address.IdnHost, server.IdnHost, StringComparison.OrdinalIgnoreCase) || address.Port != server.Port) return false;
        var (path, own) = (address.AbsolutePath, server.AbsolutePath.TrimEnd('/'));
        // An escaped point or slash may mean another path to the server than it does here.
        if (path.Contains("%2e", StringComparison.OrdinalIgnoreCase) || path.Contains("%2f", StringComparison.OrdinalIgnoreCase) || path.Contains("%5c", StringComparison.OrdinalIgnoreCase)) return false;
        return path == own || path.StartsWith(own + "/", StringComparison.Ordinal);
    }

    public void Dispose()
    {
        foreach (var invoker in invokers.Values)
            if (invoker.IsValueCreated) invoker.Value.Dispose();
    }

    private static HttpMessageInvoker Invoker(AllowedServer server) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = ConnectTime,
        PooledConnectionLifetime = LongestConnection,
        MaxResponseHeadersLength = 32,
        ActivityHeadersPropagator = null,
        ConnectCallback = (context, cancellation) => ConnectAsync(server, context.DnsEndPoint, cancellation),
        SslOptions = server.Roots is { } roots ? new SslClientAuthenticationOptions { CertificateChainPolicy = Trusting(roots) } : new SslClientAuthenticationOptions(),
    });

    private static X509ChainPolicy Trusting(X509Certificate2Collection roots)
    {
        // An authority of one's own seldom publishes which of its certificates it took back.
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }

    /// <summary>Connects to the very addresses that were looked at: looking the name up again could lead elsewhere.</summary>
    private static async ValueTask<Stream> ConnectAsync(AllowedServer server, DnsEndPoint end, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(end.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(end.Host, cancellation);
        if (addresses.Length == 0 || !addresses.All(a => AddressCheck.IsAllowed(a, server))) throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Null when there is more than <paramref name="most"/>.</summary>
    private static async Task<byte[]?> ReadAsync(HttpContent content, int most, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > most) return null;
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellation) is > 0 and var count)
        {
            if (read.Length + count > most) return null;
            read.Write(buffer, 0, count);
        }
        return read.ToArray();
    }

    private sealed class AddressRefusedException() : Exception("the name of the server leads to an address that this server may not ask");
}
