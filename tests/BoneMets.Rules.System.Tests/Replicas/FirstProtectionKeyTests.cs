using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BoneMets.Rules.System.Tests.Replicas;

public sealed class FirstProtectionKeyTests
{
    /// <summary>Whoever makes the first key does it while no other server of the store starts; the framework's own start does not wait for them.</summary>
    [Fact]
    public async Task The_first_key_for_cookies_is_there_before_the_framework_looks_for_one()
    {
        var folder = Directory.CreateTempSubdirectory("bonemets-first-key-").FullName;
        await using var app = ServerApp.Build(new ServerOptions
        {
            Store = new StoreOptions { File = Path.Combine(folder, "bonemets.db") },
            Import = Repository.Library,
            Urls = ["http://127.0.0.1:0"],
            LogLevel = LogLevel.Error,
        });

        var starts = app.Services.GetServices<IHostedService>().Select(s => s.GetType().Name).ToList();

        Directory.Delete(folder, recursive: true);
        Assert.InRange(starts.IndexOf("FirstProtectionKey"), 0, starts.IndexOf("DataProtectionHostedService") - 1);
    }
}
