using System.Globalization;
using BoneMets.Rules.System.Tests.Operations;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Replicas;

/// <summary>
/// A plain proxy: each request, not each connection, goes to the next server, and nobody is sent to the same one again on purpose. One process of
/// nginx, because each has a turn of its own. It notes where it sent what.
/// </summary>
internal sealed class RoundRobinProxy : IAsyncDisposable
{
    private const string Log = "served.log";
    private readonly NginxProcess nginx;

    private RoundRobinProxy(NginxProcess nginx, int port, int streamPort) => (this.nginx, Address, StreamAddress) = (nginx, At(port), At(streamPort));

    public Uri Address { get; }

    /// <summary>For HTTP/2 alone, by which a client reads an answer while it still sends.</summary>
    public Uri StreamAddress { get; }

    public static async Task<RoundRobinProxy> StartAsync(IEnumerable<Uri> servers)
    {
        var (port, streamPort) = (FreePort.Find(), FreePort.Find());
        var configuration = $$"""
            worker_processes 1;
            pid nginx.pid;
            error_log error.log warn;
            events { worker_connections 2048; }
            http {
              log_format served '$upstream_addr $status $request_method $uri';
              access_log {{Log}} served;
              client_body_temp_path temp/body;
              proxy_temp_path temp/proxy;
              fastcgi_temp_path temp/fastcgi;
              uwsgi_temp_path temp/uwsgi;
              scgi_temp_path temp/scgi;
              upstream replicas {
                {{string.Join("\n    ", servers.Select(s => $"server {s.Authority} max_fails=1 fail_timeout=1s;"))}}
              }
              server {
                listen {{At(port).Authority}};
                listen {{At(streamPort).Authority}} http2;
                client_max_body_size 100m;
                proxy_request_buffering off;
                proxy_buffering off;
                location / {
                  proxy_pass http://replicas;
                  proxy_http_version 1.1;
                  proxy_set_header Host $http_host;
                  proxy_set_header X-Forwarded-For $remote_addr;
                  proxy_set_header X-Forwarded-Proto $scheme;
                  proxy_next_upstream error timeout;
                  proxy_connect_timeout 2s;
                }
              }
            }
            """;
        return new RoundRobinProxy(await NginxProcess.StartAsync(configuration, port), port, streamPort);
    }

    /// <summary>How many requests each server has answered whose line in the notes, <c>STATUS METHOD PATH</c>, contains a text.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ServedAsync(string part)
    {
        await using var notes = new FileStream(Path.Combine(nginx.Folder, Log), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(notes);
        // Of one that was tried at several servers the last one answered.
        return (await reader.ReadToEndAsync()).Split('\n').Where(l => l.Contains(part, StringComparison.Ordinal)).CountBy(l => l.Split(", ")[^1].Split(' ')[0]).ToDictionary();
    }

    /// <summary>All three have answered such requests; the notes come a moment after the answers.</summary>
    public Task AllServedAsync(string part, int servers = 3) => FaultStory.UntilAsync(async () => (await ServedAsync(part)).Count == servers, $"all {servers} servers have answered `{part}`", TimeSpan.FromSeconds(5));

    public ValueTask DisposeAsync() => nginx.DisposeAsync();

    private static Uri At(int port) => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
}
