using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Clients;

/// <summary>The npm package against a real server and against a busy one, by its own tests in Node.</summary>
public sealed class TypeScriptClientTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_tests_of_the_package_pass()
    {
        await ClientPackage.BuildAsync();
        var said = await ProgramRun.OutputAsync("node", ["--test", Path.Combine(ClientPackage.Folder, "test", "client.test.mjs")], null, ("BONEMETS", server.Client.BaseAddress!.AbsoluteUri));
        Assert.Contains("# pass 8", said, StringComparison.Ordinal);
    }
}
