using System.Net;

namespace BoneMets.Rules.Server.Hosting;

/// <summary>Addresses to listen on: plain http at an IP address or <c>localhost</c>. For https a proxy stands in front.</summary>
internal static class ListenAddress
{
    /// <summary>Null for what is none.</summary>
    public static IPEndPoint? Of(string url)
    {
        if (!Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp || address.PathAndQuery != "/") return null;
        if (string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)) return new IPEndPoint(IPAddress.Loopback, address.Port);
        return IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) ? new IPEndPoint(ip, address.Port) : null;
    }
}
