namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>
/// The wall clock as one process sees it, moved while it runs (Debian's <c>libfaketime</c>). Time that is measured, the monotonic clock, goes on as it is:
/// that is what a corrected or a wrong clock does to a server.
/// </summary>
internal sealed class ShiftedClock
{
    private readonly string file;

    public ShiftedClock(string folder)
    {
        file = Path.Combine(folder, "clock");
        Set("+0");
    }

    /// <summary>What the process has to be started with.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library,
        ["FAKETIME_TIMESTAMP_FILE"] = file,
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["FAKETIME_CACHE_DURATION"] = "1",
        // The runtime's timers wait by the monotonic clock. What the library mends there for older systems makes such waits end at once here, again and
        // again: an idle server took both processors.
        ["FAKETIME_FORCE_MONOTONIC_FIX"] = "0",
    };

    private static string Library =>
        Directory.EnumerateFiles("/usr/lib", "libfaketimeMT.so.1", SearchOption.AllDirectories).FirstOrDefault() ?? throw new InvalidOperationException("libfaketime is not installed; ./setup.sh --tests does it");

    /// <summary>As libfaketime writes an offset: <c>+3d</c>, <c>-1h</c>, <c>+0</c>. The process sees it within a second.</summary>
    public void Set(string offset)
    {
        var next = file + ".next";
        File.WriteAllText(next, offset + "\n");
        File.Move(next, file, overwrite: true);
    }
}
