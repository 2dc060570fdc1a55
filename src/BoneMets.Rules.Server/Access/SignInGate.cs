namespace BoneMets.Rules.Server.Access;

/// <summary>
/// One password is checked at a time: a check is made to be slow, so many at once would take the machine, and attempts side by side would
/// each see the counter of failures as it was before.
/// </summary>
internal sealed class SignInGate : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);

    public async Task<T> PassAsync<T>(Func<Task<T>> check, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            return await check();
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
