using System.Net;
using BoneMets.Rules.Server.Hosting;

namespace BoneMets.Rules.Server.Access;

/// <summary>
/// Requests of this machine to a server for this machine only. One that bears a mark of a proxy, or comes by the old HTTP/1.0 that some
/// proxies speak when nobody tells them otherwise, is somebody else's. A proxy that leaves no mark at all cannot be told from a browser here:
/// a server behind one has to be started with <c>--hosts</c>.
/// </summary>
internal sealed class LocalAccess(ServerOptions options)
{
    private static readonly string[] MarksOfProxies = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via"];

    private readonly bool isForThisMachine = options.IsLocal;

    public bool IsLocal(HttpContext context) =>
        isForThisMachine
        && context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && context.Request.Protocol != HttpProtocol.Http10
        && !MarksOfProxies.Any(context.Request.Headers.ContainsKey);
}
