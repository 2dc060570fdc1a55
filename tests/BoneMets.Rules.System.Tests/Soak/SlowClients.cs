using System.Net.Sockets;
using System.Text;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>Clients that send their request a byte at a time, hardly read what they asked for, or connect and say nothing. The server may close on them; nobody else may notice.</summary>
internal sealed class SlowClients(Soaking soaking, SoakSite site)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250), Longest = TimeSpan.FromSeconds(45);
    private int closed;

    /// <summary>How often the server had enough of one.</summary>
    public int Closed => closed;

    public Task SendSlowlyAsync()
    {
        var body = "{\"facts\":{\"patient\":{\"ageYears\":12}},\"asOf\":\"" + Oracle.Date + "\"}";
        var request = Encoding.ASCII.GetBytes($"POST /api/v1/workflows/Limit/execute HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}");
        var header = request.Length - body.Length;
        return ConnectAsync(async (stream, stop) =>
        {
            await stream.WriteAsync(request.AsMemory(0, header), stop);
            foreach (var letter in request[header..])
            {
                await stream.WriteAsync(new[] { letter }, stop);
                await Task.Delay(Beat, stop);
            }
            await stream.ReadExactlyAsync(new byte[12], stop);
        });
    }

    public Task ReadSlowlyAsync()
    {
        var lines = string.Concat(Enumerable.Repeat("{\"patient\":{\"ageYears\":64}}\n", 100_000));
        var request = Encoding.ASCII.GetBytes($"POST /api/v1/workflows/Limit/execute/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\nContent-Length: {lines.Length}\r\n\r\n{lines}");
        return ConnectAsync(async (stream, stop) =>
        {
            var sending = stream.WriteAsync(request, stop).AsTask();
            var buffer = new byte[16];
            while (await stream.ReadAsync(buffer, stop) > 0) await Task.Delay(Beat, stop);
            await sending;
        });
    }

    public Task SayNothingAsync() => ConnectAsync(async (stream, stop) => await stream.ReadExactlyAsync(new byte[1], stop));

    private async Task ConnectAsync(Func<NetworkStream, CancellationToken, Task> act)
    {
        using var stop = new CancellationTokenSource(Longest);
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(site.Server.Address.Host, site.Server.Address.Port, stop.Token);
            var acting = act(socket.GetStream(), stop.Token);
            while (!acting.IsCompleted && !soaking.IsOver) await Task.WhenAny(acting, Task.Delay(Beat));
            await stop.CancelAsync();
            await acting;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            Interlocked.Increment(ref closed);
        }
        catch (OperationCanceledException)
        {
            // It had its time.
        }
    }
}
