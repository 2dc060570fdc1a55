using System.Diagnostics;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Fhir;

/// <summary>The JSON Schema of FHIR R4, in a Node process that reads it once.</summary>
internal sealed class FhirSchema : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly SemaphoreSlim turn = new(1);
    private readonly Process node = Process.Start(NodeTool.Of("validate-fhir.mjs"))!;

    /// <summary>What is wrong with a resource and with those inside it.</summary>
    public async Task<IReadOnlyList<string>> WrongAsync(JsonNode resource)
    {
        await turn.WaitAsync();
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await node.StandardInput.WriteLineAsync(resource.ToJsonString().AsMemory(), patience.Token);
            await node.StandardInput.FlushAsync(patience.Token);
            var line = await node.StandardOutput.ReadLineAsync(patience.Token);
            Assert.True(line is not null, $"`./setup.sh --tests` installs what this needs: {(line is null ? await node.StandardError.ReadToEndAsync(patience.Token) : "")}");
            return [.. JsonNode.Parse(line!)!.AsArray().Select(w => w!.GetValue<string>())];
        }
        finally
        {
            turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        await node.WaitForExitAsync(patience.Token);
        node.Dispose();
        turn.Dispose();
    }
}

/// <summary>A script of <c>tests/tools</c>.</summary>
internal static class NodeTool
{
    public static ProcessStartInfo Of(string script, params string[] arguments) => new("node", [script, .. arguments])
    {
        WorkingDirectory = Path.Combine(Repository.Root, "tests", "tools"),
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
