using System.Diagnostics;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Clients;

/// <summary>The npm package of the client, compiled once with the editor's TypeScript.</summary>
internal static class ClientPackage
{
    private static readonly Lazy<Task> Built = new(CompileAsync);

    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "bonemets-client");

    public static Task BuildAsync() => Built.Value;

    private static async Task CompileAsync()
    {
        var compiler = Path.Combine(Repository.Root, "editor", "node_modules", "typescript", "bin", "tsc");
        using var process = Process.Start(new ProcessStartInfo("node", [compiler, "-p", Folder]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
    }
}
