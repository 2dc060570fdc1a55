using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BoneMets.Rules.Server.Storing;

/// <summary>Prints one-time links, once the server listens at the address that they name.</summary>
internal sealed class InvitationNotes(StoreHost storage, ServerOptions options, TimeProvider clock, IServer server) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = options.PublicUrl?.AbsoluteUri ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? options.Urls[0];
        foreach (var invitation in storage.Invitations)
        {
            var whose = invitation.Name is { } name ? $"A new link for {name}." : "There is no administrator yet.";
            var choose = invitation.Name is null ? "a name and a password" : "a password";
            await options.Notes.WriteLineAsync($"{whose} Open this link, once, within {(invitation.Expires - clock.GetUtcNow()).TotalDays:0} days, and choose {choose}:");
            await options.Notes.WriteLineAsync($"  {address.TrimEnd('/')}{UsersController.PathOf(invitation.Secret)}");
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
