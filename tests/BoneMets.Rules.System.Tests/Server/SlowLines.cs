using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace BoneMets.Rules.System.Tests.Server;

/// <summary>A body that is sent line by line, and ends when it is disposed of.</summary>
internal sealed class SlowLines : HttpContent, IAsyncDisposable
{
    private readonly TaskCompletionSource<Stream> open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SlowLines() => Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");

    public async Task SendAsync(string line)
    {
        var stream = await open.Task;
        await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
        await stream.FlushAsync();
    }

    public ValueTask DisposeAsync()
    {
        end.TrySetResult();
        return ValueTask.CompletedTask;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        open.TrySetResult(stream);
        return end.Task;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
