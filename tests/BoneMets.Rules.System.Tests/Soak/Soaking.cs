using System.Diagnostics;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>What all who work in a soak share: when it ends, what was counted, and the first thing that was wrong, which ends it.</summary>
internal sealed class Soaking(Oracle oracle) : IDisposable
{
    /// <summary>No answer, not even a refusal, may take longer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(Nightly.Times(90, 40)); // by day other tests run beside it

    private readonly CancellationTokenSource over = new();
    private volatile string? failure;

    public Oracle Oracle { get; } = oracle;

    public bool IsOver => over.IsCancellationRequested;

    public string? Failure => failure;

    public void End() => over.Cancel();

    public void Fail(string what)
    {
        failure ??= what;
        over.Cancel();
    }

    /// <summary>Ends early, and without complaint, when the soak does.</summary>
    public async Task PauseAsync(TimeSpan time)
    {
        try
        {
            await Task.Delay(time, over.Token);
        }
        catch (OperationCanceledException)
        {
            // It is over.
        }
    }

    /// <summary>Does this again and again until the end; what it throws ends everything.</summary>
    public Task RepeatAsync(string who, Func<Task> act) => Task.Run(async () =>
    {
        while (!IsOver)
        {
            var begun = Stopwatch.GetTimestamp();
            try
            {
                await act();
            }
            catch (Exception e)
            {
                Fail($"{who}, after {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s: {e}");
            }
        }
    });

    public void Dispose() => over.Dispose();
}
