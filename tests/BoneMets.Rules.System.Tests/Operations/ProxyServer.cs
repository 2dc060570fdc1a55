using System.Diagnostics;
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
    private readonly string folder;
    private readonly Process process;
    private readonly int port;
    private readonly byte[] certificate;

    private ProxyServer(string folder, Process process, int port, int plainPort, byte[] certificate) =>
        (this.folder, this.process, this.port, PlainPort, this.certificate) = (folder, process, port, plainPort, certificate);

    public int PlainPort { get; }

    public static async Task<ProxyServer> StartAsync(Uri one, Uri two)
    {
        var place = Directory.CreateTempSubdirectory("bonemets-nginx-").FullName;
        Directory.CreateDirectory(Path.Combine(place, "temp"));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest($"CN={Name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(place, "certificate.pem"), made.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(place, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        var (port, plain) = (FreePort(), FreePort());
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "operations", "nginx.conf"));
        foreach (var (old, now) in new[] { ("listen 443 ssl", Listen(port) + " ssl"), ("listen 80;", Listen(plain) + ";"), ("127.0.0.1:5081", one.Authority), ("127.0.0.1:5082", two.Authority) })
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, now, StringComparison.Ordinal);
        }
        // Root's own folder is closed to the account that nginx would change to.
        if (Environment.IsPrivilegedProcess) text = "user root;\n" + text;
        await File.WriteAllTextAsync(Path.Combine(place, "nginx.conf"), text);
        var started = Process.Start(new ProcessStartInfo("nginx", ["-p", place, "-c", "nginx.conf", "-g", "daemon off;"]) { UseShellExecute = false, RedirectStandardError = true })!;
        var server = new ProxyServer(place, started, port, plain, made.RawData);
        await server.UntilListeningAsync();
        return server;

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

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

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

    private async Task UntilListeningAsync()
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (true)
        {
            if (process.HasExited) throw new InvalidOperationException($"nginx ended: {await process.StandardError.ReadToEndAsync()}");
            try
            {
                using var tried = new TcpClient();
                await tried.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (DateTime.UtcNow < deadline)
            {
                await Task.Delay(20);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
