using System.Security.Cryptography;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using Microsoft.AspNetCore.DataProtection;

namespace BoneMets.Rules.Server.Access;

/// <summary>
/// Has the first key that signs cookies made while no other server of the store starts. Two that find none at the same time would each make one, and
/// each would know only its own until the next day: whoever signed in at one would be a stranger at the other.
/// </summary>
internal sealed class FirstProtectionKey(StoreHost storage, IDataProtectionProvider protection) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!storage.IsUsed) return;
        try
        {
            if ((await storage.Store.ProtectionKeys.ListAsync(cancellationToken)).Count > 0) return;
            await using var alone = await storage.Store.AloneAsync(cancellationToken);
            protection.CreateProtector(nameof(FirstProtectionKey)).Protect([]); // there has to be a key by then
        }
        catch (StoreUnavailableException e)
        {
            throw new ServerRefusedException(e.Message);
        }
        catch (CryptographicException e) when (e.InnerException is StoreUnavailableException unavailable)
        {
            throw new ServerRefusedException(unavailable.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
