namespace BoneMets.Rules.Server.Hosting;

/// <summary>Work that is done for one request at a time.</summary>
internal abstract class Turn : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);

    public async Task<T> PassAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}

/// <summary>
/// One password is checked at a time: a check is made to be slow, so many at once would take the machine, and attempts side by side would
/// each see the counter of failures as it was before.
/// </summary>
internal sealed class SignInTurn : Turn;

/// <summary>Reading the library of an older release only for the names of its rules: short beside <see cref="LongWork"/>, and not to wait for that.</summary>
internal sealed class FeedbackTurn : Turn;

/// <summary>Loading whole libraries, replaying everything on all cores.</summary>
internal sealed class LongWork : Turn;
