using System.Net.Sockets;
using System.Text;

namespace BoneMets.Rules.System.Tests.Fuzzing;

/// <summary>Bytes over a connection of their own, as no client would send them.</summary>
internal static class RawSocket
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), Quiet = TimeSpan.FromMilliseconds(300), Silence = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Everything that came back until the server closed, or said nothing more. Whoever closes first would be taken for gone, so that is done only
    /// after a silence: the server waits for the rest of a request then.
    /// </summary>
    public static async Task<string> AskAsync(Uri server, byte[] bytes)
    {
        using var stop = new CancellationTokenSource(Patience);
        using var socket = new TcpClient();
        await socket.ConnectAsync(server.Host, server.Port, stop.Token);
        var stream = socket.GetStream();
        var answer = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            await stream.WriteAsync(bytes, stop.Token);
            await using var silence = new Timer(_ => Close(socket), null, Silence, Timeout.InfiniteTimeSpan);
            while (await stream.ReadAsync(buffer, stop.Token) is > 0 and var count)
            {
                answer.Append(Encoding.Latin1.GetString(buffer, 0, count));
                stop.CancelAfter(Quiet);
            }
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && answer.Length > 0))
        {
            // Closed with bytes of ours unread, or nothing more to say.
        }
        return answer.ToString();
    }

    private static void Close(TcpClient socket)
    {
        try
        {
            socket.Client?.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The server was faster.
        }
    }
}
