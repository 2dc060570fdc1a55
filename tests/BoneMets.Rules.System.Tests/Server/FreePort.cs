using System.Net;
using System.Net.Sockets;

namespace BoneMets.Rules.System.Tests.Server;

/// <summary>A port of this machine that nobody listens on, for programs that want to be told one.</summary>
internal static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
