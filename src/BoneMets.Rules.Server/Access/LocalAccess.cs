using System.Net;
using BoneMets.Rules.Server.Hosting;

namespace BoneMets.Rules.Server.Access;

/// <summary>
/// Requests of this machine to a server for this machine only. One that a proxy passed on is somebody else's, even when the proxy runs here
/// and its administrator told the server nothing about it.
/// </summary>
internal sealed class LocalAccess(ServerOptions options)
{
    private static readonly string[] MarksOfProxies = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    public bool IsLocal(HttpContext context) =>
        options.IsLocal
        && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && !MarksOfProxies.Any(context.Request.Headers.ContainsKey);
}
