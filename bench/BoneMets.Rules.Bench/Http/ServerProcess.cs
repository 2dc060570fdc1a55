using System.Diagnostics;

namespace BoneMets.Rules.Bench.Http;

/// <summary>This program again, as the server that is measured.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    public ServerProcess()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        // The server is measured as it runs, not as the contestants of this process do.
        start.Environment["DOTNET_gcServer"] = "1";
        start.Environment["DOTNET_gcConcurrent"] = "1";
        start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        start.ArgumentList.Add(ServedLibrary.ChildOption);
        process = Process.Start(start)!;
        Address = new Uri(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("the server did not start"));
    }

    public Uri Address { get; }

    /// <summary>Processor time that the server has used so far.</summary>
    public TimeSpan Used
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(10_000)) process.Kill();
        process.Dispose();
    }
}
