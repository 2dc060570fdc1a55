using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Clients;

/// <summary>The npm package of the client, compiled once with the editor's TypeScript.</summary>
internal static class ClientPackage
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "bonemets-client");

    private static readonly Lazy<Task> Built = new(() => ProgramRun.OutputAsync("node", [Path.Combine(Repository.Root, "editor", "node_modules", "typescript", "bin", "tsc"), "-p", Folder]));

    public static Task BuildAsync() => Built.Value;
}
