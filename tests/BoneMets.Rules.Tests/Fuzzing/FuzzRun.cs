using System.Diagnostics;
using Xunit.Abstractions;

namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>
/// Feeds a target by two threads with small stacks. An input fails by what the target says, by an exception, by more than a second of the
/// processor, by more than 1 GB asked for in all, and by not coming to an end; a run fails by memory that it leaves behind. The first failure is made small and printed with its seed;
/// <c>BONEMETS_SEED</c> set to that seed tries it first.
/// </summary>
internal sealed class FuzzRun<T>
    where T : class
{
    private const int Threads = 2, StackSize = 1024 * 1024;
    private const long MostAllocated = 1024L * 1024 * 1024, MostLeftBehind = 256L * 1024 * 1024;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1), Hang = TimeSpan.FromMinutes(1), Patience = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly string name;
    private readonly int inputs;
    private readonly Func<IFuzzTarget<T>> target;
    private int next;
    private volatile string? failure;

    public FuzzRun(string name, int inputs, Func<IFuzzTarget<T>> target) => (this.name, this.inputs, this.target) = (name, inputs, target);

    public void Try(ITestOutputHelper output)
    {
        var (started, before) = (Stopwatch.StartNew(), GC.GetTotalMemory(forceFullCollection: true));
        var workers = Enumerable.Range(0, Threads).Select(_ => new Worker(this)).ToList();
        foreach (var worker in workers) worker.Thread.Start();
        foreach (var worker in workers)
            while (failure is null && !worker.Thread.Join(TimeSpan.FromMilliseconds(200)))
                foreach (var other in workers) other.Watch();
        output.WriteLine($"{name}: {Math.Min(next, inputs)} inputs with seeds from {FuzzSeed.First} in {started.Elapsed.TotalSeconds:F1} s");
        if (failure is null)
        {
            var leftBehind = GC.GetTotalMemory(forceFullCollection: true) - before;
            Assert.True(leftBehind < MostLeftBehind, $"{name} left {leftBehind / (1024 * 1024)} MB behind");
            return;
        }
        // One that is making its example small is waited for; one that hangs never comes.
        foreach (var worker in workers) worker.Thread.Join(Patience);
        Assert.Fail(failure);
    }

    private void Report(int seed, IFuzzTarget<T> from, T input, string message)
    {
        lock (gate)
        {
            if (failure is not null) return;
            failure = Text(message, input);
        }
        var watch = Stopwatch.StartNew();
        for (var isSmaller = true; isSmaller && watch.Elapsed < Patience;)
        {
            isSmaller = false;
            foreach (var smaller in from.Smaller(input))
            {
                if (watch.Elapsed > Patience) break;
                if (Wrong(from, smaller) is not { } still) continue;
                (input, message, isSmaller) = (smaller, still, true);
                break;
            }
        }
        failure = Text(message, input);

        string Text(string said, T of) => $"{name}: BONEMETS_SEED={seed} tries it again\n{said}\n{from.Show(of)}";
    }

    /// <summary>What is wrong with this input; null when all is well.</summary>
    private static string? Wrong(IFuzzTarget<T> target, T input)
    {
        var (started, allocated) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            if (target.Fails(input) is { } wrong) return wrong;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            if (allocated > MostAllocated) return $"asks for {allocated / (1024 * 1024)} MB";
            if (Stopwatch.GetElapsedTime(started) <= Slow) return null;
            // Whoever waits for a busy machine, or for code to be compiled the first time, is not slow.
            var best = Enumerable.Range(0, 3).Min(_ => ProcessorTime.Of(() => target.Fails(input)));
            return best > Slow ? $"takes {best.TotalSeconds:F1} s of the processor" : null;
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    private sealed class Worker
    {
        private readonly FuzzRun<T> run;
        private volatile Attempt? current;

        public Worker(FuzzRun<T> run)
        {
            this.run = run;
            Thread = new Thread(Work, StackSize) { IsBackground = true, Name = run.name };
        }

        public Thread Thread { get; }

        public void Watch()
        {
            if (current is { } attempt && Stopwatch.GetElapsedTime(attempt.Started) > Hang)
                run.failure = $"{run.name}: BONEMETS_SEED={attempt.Seed} tries it again\nhas not come to an end in {Hang}\n{attempt.Show()}";
        }

        private void Work()
        {
            try
            {
                Feed(run.target());
            }
            catch (Exception e)
            {
                run.failure ??= $"{run.name}: {e}";
            }
        }

        private void Feed(IFuzzTarget<T> from)
        {
            using var last = new LastSeed(run.name);
            while (run.failure is null && Interlocked.Increment(ref run.next) is var number && number <= run.inputs)
            {
                var seed = unchecked(FuzzSeed.First + number - 1);
                last.Note(seed);
                var input = from.Make(FuzzSeed.Random(seed));
                current = new Attempt(seed, Stopwatch.GetTimestamp(), () => from.Show(input));
                var wrong = Wrong(from, input);
                current = null;
                if (wrong is not null) run.Report(seed, from, input, wrong);
            }
        }
    }

    private sealed record Attempt(int Seed, long Started, Func<string> Show);
}
