namespace BoneMets.Rules.Store.Database;

/// <summary>Hears of actions that change what is live.</summary>
internal abstract class StoreNews : IAsyncDisposable
{
    /// <summary>From here on nothing is missed. Throws when the database does not answer.</summary>
    public abstract Task BeginAsync(CancellationToken cancellation);

    /// <summary>Returns at the first news since <see cref="BeginAsync"/>, and otherwise after <paramref name="atMost"/>. Never throws for the database.</summary>
    public abstract Task WaitAsync(TimeSpan atMost, CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}

/// <summary>News inside this process: for a file that other processes rarely write to.</summary>
internal sealed class LocalNews
{
    private TaskCompletionSource next = NewSource();

    public void Announce() => Interlocked.Exchange(ref next, NewSource()).SetResult();

    public StoreNews Listen() => new Listener(this);

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Listener(LocalNews news) : StoreNews
    {
        private Task heard = Task.CompletedTask;

        public override Task BeginAsync(CancellationToken cancellation)
        {
            heard = Volatile.Read(ref news.next).Task;
            return Task.CompletedTask;
        }

        public override async Task WaitAsync(TimeSpan atMost, CancellationToken cancellation)
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await Task.WhenAny(heard, Task.Delay(atMost, enough.Token));
            await enough.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
