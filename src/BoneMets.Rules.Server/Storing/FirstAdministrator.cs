using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BoneMets.Rules.Server.Storing;

/// <summary>Prints the link by which the first administrator comes in, once the server listens at the address that the link names.</summary>
internal sealed class FirstAdministrator(StoreHost storage, ServerOptions options, TimeProvider clock, IServer server) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (storage.FirstInvitation is not { } invitation) return;
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? options.Urls[0];
        await options.Notes.WriteLineAsync($"There is no administrator yet. Open this link, once, within {(invitation.Expires - clock.GetUtcNow()).TotalDays:0} days, and choose a name and a password:");
        await options.Notes.WriteLineAsync($"  {address.TrimEnd('/')}{UsersController.PathOf(invitation.Secret)}");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
