using System.Net;
using System.Net.Sockets;

namespace BoneMets.Rules.Server.CdsHooks.Data;

/// <summary>To which addresses of the network a name may lead. A name that somebody else controls must not open what only this machine reaches.</summary>
internal static class AddressCheck
{
    private static readonly IPNetwork[] NotPublic = [.. new[]
    {
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // Inside the public part of IPv6: what carries an IPv4 address, documentation, and what is assigned for other ends.
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork PublicOfV6 = IPNetwork.Parse("2000::/3");

    public static bool IsAllowed(IPAddress address, AllowedServer server)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IsPublic(plain) || server.Networks.Any(n => n.Contains(plain));
    }

    public static bool IsPublic(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || PublicOfV6.Contains(address)) && !NotPublic.Any(n => n.Contains(address));
}
