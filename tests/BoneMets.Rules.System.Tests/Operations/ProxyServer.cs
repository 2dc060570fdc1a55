using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Operations;

/// <summary>nginx with the configuration of the documentation, on free ports, in front of some servers.</summary>
internal sealed class ProxyServer : IAsyncDisposable
{
    public const string Name = "rules.example.org";
    private readonly NginxProcess nginx;
    private readonly int port;
    private readonly byte[] certificate;

    private ProxyServer(NginxProcess nginx, int port, int plainPort, byte[] certificate) =>
        (this.nginx, this.port, PlainPort, this.certificate) = (nginx, port, plainPort, certificate);

    public int PlainPort { get; }

    public static async Task<ProxyServer> StartAsync(Uri one, Uri two)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var (port, plain) = (FreePort.Find(), FreePort.Find());
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "operations", "nginx.conf"));
        foreach (var (old, now) in new[] { ("listen 443 ssl", Listen(port) + " ssl"), ("listen 80;", Listen(plain) + ";"), ("127.0.0.1:5081", one.Authority), ("127.0.0.1:5082", two.Authority) })
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, now, StringComparison.Ordinal);
        }
        var started = await NginxProcess.StartAsync(text, port, ("certificate.pem", made.ExportCertificatePem()), ("key.pem", key.ExportPkcs8PrivateKeyPem()));
        return new ProxyServer(started, port, plain, made.RawData);

        static string Listen(int port) => string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{port}");
    }

    /// <summary>Somebody who knows the name of the proxy and trusts its certificate.</summary>
    public HttpClient NewClient(Action<SocketsHttpHandler>? configure = null)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, ConnectCallback = ConnectAsync };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetRawCertData().AsSpan().SequenceEqual(certificate);
        configure?.Invoke(handler);
        return new HttpClient(handler) { BaseAddress = new Uri($"https://{Name}"), Timeout = TimeSpan.FromSeconds(100) };
    }

    public ValueTask DisposeAsync() => nginx.DisposeAsync();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port == 443 ? port : PlainPort, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
