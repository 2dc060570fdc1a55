using System.Diagnostics;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Clients;

/// <summary>The npm package against a real server and against a busy one, by its own tests in Node.</summary>
public sealed class TypeScriptClientTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Fact]
    public async Task The_tests_of_the_package_pass()
    {
        await ClientPackage.BuildAsync();
        var start = new ProcessStartInfo("node", ["--test", Path.Combine(ClientPackage.Folder, "test", "client.test.mjs")]) { UseShellExecute = false, RedirectStandardOutput = true };
        start.Environment["BONEMETS"] = server.Client.BaseAddress!.AbsoluteUri;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0 && said.Contains("# pass 7", StringComparison.Ordinal), said);
    }
}
