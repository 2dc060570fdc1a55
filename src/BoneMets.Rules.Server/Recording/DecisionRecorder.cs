using System.Globalization;
using System.Threading.Channels;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Facts;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Recording;

/// <summary>
/// Keeps decisions for the keys that ask for it. The answer waits until its record is safe, so that there is no recorded application with an
/// unrecorded decision; many that wait at the same time are written in one go. What has expired is deleted from time to time.
/// </summary>
internal sealed class DecisionRecorder(StoreHost storage, ServerOptions options, TimeProvider clock, ILogger<DecisionRecorder> log) : BackgroundService
{
    private const int MostAtOnce = 256;
    private static readonly TimeSpan Cleaning = TimeSpan.FromHours(1);
    private readonly Channel<Waiting> waiting = Channel.CreateBounded<Waiting>(4 * MostAtOnce);

    /// <summary>Completes when the record is in the store; throws when that does not take it.</summary>
    public Task RecordAsync(ExecutionAnswer answer, RequestBody body, string key, CancellationToken cancellation) =>
        RecordAsync(answer.Decision!, answer.Explain, answer.Facts(body), answer.Reading, key, cancellation);

    /// <summary>The same for a decision that was asked for in another way.</summary>
    public async Task RecordAsync(Decision decision, Explain explain, ReadOnlyMemory<byte> facts, FhirReading? reading, string key, CancellationToken cancellation)
    {
        var entry = new Waiting(RecordOf(decision, explain, facts.Span, reading, key), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await waiting.Writer.WriteAsync(entry, cancellation);
        await entry.Done.Task.WaitAsync(cancellation);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!storage.IsUsed) return;
        using var tick = new PeriodicTimer(Cleaning, clock);
        var cleaning = CleanAsync(tick, stoppingToken);
        while (await waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            var batch = new List<Waiting>();
            while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var entry)) batch.Add(entry);
            await KeepAsync(batch);
        }
        await cleaning;
    }

    private async Task KeepAsync(List<Waiting> batch)
    {
        try
        {
            await storage.Store.Decisions.AddAsync([.. batch.Select(b => b.Record)]);
            foreach (var entry in batch) entry.Done.TrySetResult();
        }
        catch (Exception e)
        {
            foreach (var entry in batch) entry.Done.TrySetException(e);
        }
    }

    private async Task CleanAsync(PeriodicTimer tick, CancellationToken stopping)
    {
        do
        {
            try
            {
                await storage.Store.Repeatable.DeleteExpiredAsync(stopping);
                await storage.Store.UsedTokens.DeleteExpiredAsync(stopping);
                var count = await storage.Store.Decisions.DeleteExpiredAsync(stopping);
                if (count > 0 && log.IsEnabled(LogLevel.Information)) log.LogInformation("Deleted {Count} recorded decisions that had expired", count);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // They are not shown any more; the next round deletes them.
                log.LogWarning("Expired decisions are not deleted yet: {Type}: {Reason}", e.GetType().Name, e.Message);
            }
        }
        while (await tick.WaitForNextTickAsync(stopping));
    }

    private DecisionRecord RecordOf(Decision decision, Explain explain, ReadOnlySpan<byte> facts, FhirReading? reading, string key)
    {
        var answer = DecisionWriter.ToUtf8(decision, explain);
        var now = clock.GetUtcNow();
        return new DecisionRecord(
            decision.Id.ToString(), decision.Release!.Value, decision.Workflow, decision.Hash, EngineVersion.Current,
            decision.AsOf!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), EnumWord.Of(explain),
            options.KeepFacts ? System.Text.Encoding.UTF8.GetString(facts) : null, FactsHash.Of(facts) ?? throw new InvalidOperationException("the facts were read before"),
            options.KeepFacts ? answer : MaskedDecision.Of(answer), ContentHash.Of(answer), now, key, now + options.DecisionLifetime,
            options.KeepFacts && reading is not null ? LibraryJson.Text(BundleReport.Of(reading)) : null);
    }

    private sealed record Waiting(DecisionRecord Record, TaskCompletionSource Done);
}
