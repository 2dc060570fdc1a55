using System.Diagnostics;
using System.Globalization;
using System.Text;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>The server as a process of its own, which can be killed.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process;
    private readonly StringBuilder printed = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process) => this.process = process;

    public Uri Address { get; private set; } = null!;

    /// <summary>Returns when it takes requests, on a port that it chose.</summary>
    public static Task<ServerProcess> StartAsync(StoreOptions store, string library, string cache, params string[] more) => StartAtAsync(0, store, library, cache, new Dictionary<string, string>(), more);

    /// <summary>The same on a port that others know already (0: on one that it chooses), with more in its environment.</summary>
    public static async Task<ServerProcess> StartAtAsync(int port, StoreOptions store, string library, string cache, IReadOnlyDictionary<string, string> environment, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = library };
        string[] place = store.PostgreSql is { } connection ? ["--postgres", connection] : ["--store", store.File];
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "BoneMets.Rules.Server.dll"), .. place, "--import", library, "--cache", cache, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"), .. more])
            start.ArgumentList.Add(argument);
        start.Environment["DOTNET_TieredPGO"] = "0"; // it starts often and lives for seconds
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var server = new ServerProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        server.process.OutputDataReceived += (_, line) => server.Hear(line.Data);
        server.process.ErrorDataReceived += (_, line) => server.Hear(line.Data);
        server.process.Exited += (_, _) => _ = server.EndAsync();
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            server.Address = await server.address.Task.WaitAsync(Patience);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public string Printed
    {
        get
        {
            lock (printed) return printed.ToString();
        }
    }

    /// <summary>What it has used of the processor.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    public bool HasEnded => process.HasExited;

    /// <summary>The name that it has among those that work on cohort runs.</summary>
    public Task<string> NodeAsync() => SaysAsync("works on cohort runs as ", ',');

    /// <summary>The secret of the link for the first administrator, which is printed after it listens.</summary>
    public Task<string> SecretAsync() => SaysAsync("#", '\n');

    /// <summary>SIGSTOP: it stands still until it is told to go on, and neither it nor its connections notice.</summary>
    public Task FreezeAsync() => SignalAsync("-STOP");

    public Task ThawAsync() => SignalAsync("-CONT");

    /// <summary>SIGKILL: it has no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    /// <summary>What it said last is heard after it has ended.</summary>
    private async Task EndAsync()
    {
        await process.WaitForExitAsync();
        address.TrySetException(new InvalidOperationException($"the server ended: {Printed}"));
    }

    private async Task<string> SaysAsync(string before, char after)
    {
        while (true)
        {
            if (Printed is var said && said.IndexOf(before, StringComparison.Ordinal) is >= 0 and var at && said.IndexOf(after, at) is >= 0 and var end) return said[(at + before.Length)..end].Trim();
            Assert.False(HasEnded, Printed);
            await Task.Delay(20);
        }
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (printed) printed.AppendLine(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at) address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}
