using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Storing;

/// <summary>The store of this server, opened before the first request. With a folder that is served there is none.</summary>
internal sealed class StoreHost(ServerOptions options, TimeProvider clock, ILogger<StoreHost> log) : IAsyncDisposable
{
    /// <summary>Servers and their database often start together, on a machine that is busy with that.</summary>
    private const int Attempts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private RuleStore? store;

    public bool IsUsed => options.Library is null;

    public RuleStore Store => store ?? throw new InvalidOperationException("the store is not open");

    /// <summary>Links to print at start: the first administrator's while there is none, and one that was asked for.</summary>
    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    /// <summary>Opens the store, fills an empty one from a folder, and sees to it that somebody can administer it.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (!IsUsed) return;
        for (var attempt = 1; !await TryOpenAsync(isLast: attempt == Attempts, cancellation); attempt++) await Task.Delay(Pause, clock, cancellation);
    }

    /// <summary>Each of its steps is done as a whole or not at all, and is not done again once it was.</summary>
    private async Task<bool> TryOpenAsync(bool isLast, CancellationToken cancellation)
    {
        try
        {
            store = await RuleStore.OpenAsync(options.Store with { Clock = clock }, cancellation);
            await FirstRelease.ImportAsync(store, options.Import, cancellation);
            var first = await store.Accounts.BeginAsync(cancellation);
            if (first is not null && !options.IsLocal)
                throw new ServerRefusedException("refuses to serve others before there is an administrator: start it once without `--hosts`, `--proxies` and `--urls`, and open the link that it prints");
            var again = options.Invite is { } name ? await store.Accounts.InviteAgainAsync("setup", name, cancellation) : null;
            Invitations = [.. new[] { first, again }.OfType<Invitation>()];
            return true;
        }
        catch (StoreUnavailableException e)
        {
            if (isLast) throw new ServerRefusedException(e.Message);
            log.LogWarning("The store cannot be opened yet: {Reason}", e.Message);
            await DisposeAsync();
            store = null;
            return false;
        }
        catch (StoreRefusedException e)
        {
            throw new ServerRefusedException($"{e.Message}; {e.Remedy}");
        }
    }

    public ValueTask DisposeAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;
}
