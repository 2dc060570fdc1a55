using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace BoneMets.Rules.Bench.Http;

/// <summary>
/// One client on a connection of its own: sends the same bytes, reads the answer by its length, sends again. Made by hand, since client and
/// server share the processor: what a client library costs would hide what the server does.
/// </summary>
internal sealed class Connection(Uri address, byte[] request) : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[256 * 1024];

    public static byte[] Post(Uri address, string path, ReadOnlySpan<byte> body) =>
    [
        .. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"),
        .. body,
    ];

    public Task ConnectAsync() => socket.ConnectAsync(address.Host, address.Port);

    /// <summary>Latencies in ticks of the stopwatch, until <paramref name="end"/> (a time stamp of it).</summary>
    public async Task<List<long>> AskAsync(long end)
    {
        var latencies = new List<long>();
        while (true)
        {
            var started = Stopwatch.GetTimestamp();
            if (started >= end) return latencies;
            await OnceAsync();
            latencies.Add(Stopwatch.GetTimestamp() - started);
        }
    }

    /// <summary>The length of the answer's body.</summary>
    public async Task<int> OnceAsync()
    {
        await socket.SendAsync(request);
        var have = 0;
        var wanted = -1;
        var body = 0;
        while (wanted < 0 || have < wanted)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(have));
            if (got == 0) throw new IOException("the server closed the connection");
            have += got;
            if (wanted < 0) (wanted, body) = Length(buffer.AsSpan(0, have));
        }
        return body;
    }

    public void Dispose() => socket.Dispose();

    private static (int Whole, int Body) Length(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf(HeadEnd);
        if (end < 0) return (-1, 0);
        var head = text[..end];
        if (!head.StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException($"the server answers {Encoding.UTF8.GetString(text)}");
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0 || !Utf8Parser.TryParse(head[(at + "Content-Length: ".Length)..], out int body, out _)) throw new InvalidOperationException("an answer without length");
        return (end + HeadEnd.Length + body, body);
    }
}
