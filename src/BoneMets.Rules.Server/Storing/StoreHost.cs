using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Storing;

/// <summary>The store of this server, opened before the first request. With a folder that is served there is none.</summary>
internal sealed class StoreHost(ServerOptions options, TimeProvider clock) : IAsyncDisposable
{
    private RuleStore? store;

    public bool IsUsed => options.Library is null;

    public RuleStore Store => store ?? throw new InvalidOperationException("the store is not open");

    /// <summary>Links to print at start: the first administrator's while there is none, and one that was asked for.</summary>
    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];

    /// <summary>Opens the store, fills an empty one from a folder, and sees to it that somebody can administer it.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (!IsUsed) return;
        try
        {
            store = await RuleStore.OpenAsync(options.Store with { Clock = clock }, cancellation);
            await FirstRelease.ImportAsync(store, options.Import, cancellation);
            var first = await store.Accounts.BeginAsync(cancellation);
            if (first is not null && !options.IsLocal)
                throw new ServerRefusedException("refuses to serve others before there is an administrator: start it once without `--hosts`, `--proxies` and `--urls`, and open the link that it prints");
            var again = options.Invite is { } name ? await store.Accounts.InviteAgainAsync("setup", name, cancellation) : null;
            Invitations = [.. new[] { first, again }.OfType<Invitation>()];
        }
        catch (StoreUnavailableException e)
        {
            throw new ServerRefusedException(e.Message);
        }
        catch (StoreRefusedException e)
        {
            throw new ServerRefusedException($"{e.Message}; {e.Remedy}");
        }
    }

    public ValueTask DisposeAsync() => store?.DisposeAsync() ?? ValueTask.CompletedTask;
}
