using System.Threading.Channels;

namespace BoneMets.Rules.Streaming;

/// <summary>
/// NDJSON in, NDJSON out: one line of facts, <c>{"id": …, "patient": {…}}</c>, becomes one line <c>{"line": 1, "id": …, "decision": {…}}</c> or
/// <c>{"line": 2, "error": {…}}</c>, in the order of the input, decided on several cores in constant memory. Lines without content are skipped but
/// counted; a <c>line</c> given in the input replaces the count, so that parts of a split file keep its numbers. The decisions carry neither id
/// nor time, so the same input gives the same bytes. A slow reader of the output slows the reading of the input.
/// </summary>
public sealed class DecisionStream(RuleEngine engine, string workflow, StreamOptions options)
{
    private const int BatchesPerWorker = 3;

    /// <summary>Until the input ends. What goes wrong with the streams themselves is thrown; what is wrong with a line is an error line.</summary>
    public async Task<StreamTotals> RunAsync(Stream input, Stream output, CancellationToken cancellation = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var free = Channel.CreateUnbounded<LineBatch>();
        var toDecide = Channel.CreateUnbounded<LineBatch>();
        var toWrite = Channel.CreateUnbounded<LineBatch>();
        for (var i = 0; i < options.Workers * BatchesPerWorker + 1; i++) free.Writer.TryWrite(new LineBatch());
        // Every failure reaches the writer: the reader's through its channel, a worker's through the batch.
        var reading = Task.Run(() => ReadAsync(input, free.Reader, toDecide.Writer, toWrite.Writer, stop.Token), CancellationToken.None);
        var deciding = Enumerable.Range(0, options.Workers).Select(_ => Task.Run(() => DecideAsync(toDecide.Reader, stop.Token), CancellationToken.None)).ToArray();
        try
        {
            return await WriteAsync(output, toWrite.Reader, free.Writer, stop.Token);
        }
        finally
        {
            // The engine may be gone when this returns, so nobody decides any more. A reading that hangs in the input is not waited for.
            await stop.CancelAsync();
            await Task.WhenAll(options.WaitsForInput ? [.. deciding, reading] : deciding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadAsync(
        Stream input, ChannelReader<LineBatch> free, ChannelWriter<LineBatch> toDecide, ChannelWriter<LineBatch> toWrite, CancellationToken cancellation)
    {
        Exception? failure = null;
        try
        {
            var source = new LineSource(input, options.MostPerLine, options.FirstLine);
            while (true)
            {
                var batch = await free.ReadAsync(cancellation);
                if (!await source.FillAsync(batch, cancellation)) break;
                toWrite.TryWrite(batch);
                toDecide.TryWrite(batch);
            }
        }
        catch (Exception e)
        {
            failure = e;
        }
        toDecide.TryComplete();
        toWrite.TryComplete(failure);
    }

    private async Task DecideAsync(ChannelReader<LineBatch> batches, CancellationToken cancellation)
    {
        using var decider = new LineDecider(engine, workflow, options);
        while (await batches.WaitToReadAsync(cancellation))
        {
            while (batches.TryRead(out var batch))
            {
                try
                {
                    decider.Decide(batch, cancellation);
                    batch.Decided.SetResult();
                }
                catch (Exception e)
                {
                    batch.Decided.SetException(e);
                }
            }
        }
    }

    private async Task<StreamTotals> WriteAsync(Stream output, ChannelReader<LineBatch> batches, ChannelWriter<LineBatch> free, CancellationToken cancellation)
    {
        var totals = default(StreamTotals);
        await foreach (var batch in batches.ReadAllAsync(cancellation))
        {
            await batch.Decided.Task.WaitAsync(cancellation);
            options.BeforeWrite?.Invoke();
            await output.WriteAsync(batch.Output.WrittenMemory, cancellation);
            await output.FlushAsync(cancellation); // who sends line by line waits for the answer before the next one
            totals += batch.Totals;
            batch.Reset();
            free.TryWrite(batch);
            options.Progress?.Invoke(totals);
        }
        return totals;
    }
}
