using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BoneMets.Rules.System.Tests.Operations;

/// <summary>nginx with some configuration, in a folder of its own.</summary>
internal sealed class NginxProcess : IAsyncDisposable
{
    private readonly Process process;

    private NginxProcess(string folder, Process process) => (Folder, this.process) = (folder, process);

    public string Folder { get; }

    /// <summary>Returns when it listens on the port that the configuration names.</summary>
    public static async Task<NginxProcess> StartAsync(string configuration, int port, params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("bonemets-nginx-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "temp"));
        foreach (var (name, text) in files) await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        // Root's own folder is closed to the account that nginx would change to.
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), Environment.IsPrivilegedProcess ? "user root;\n" + configuration : configuration);
        var started = Process.Start(new ProcessStartInfo("nginx", ["-p", folder, "-c", "nginx.conf", "-g", "daemon off;"]) { UseShellExecute = false, RedirectStandardError = true })!;
        var nginx = new NginxProcess(folder, started);
        await nginx.UntilListeningAsync(port);
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task UntilListeningAsync(int port)
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
}
