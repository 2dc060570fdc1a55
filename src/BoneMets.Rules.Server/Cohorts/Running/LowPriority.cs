using System.Runtime.InteropServices;

namespace BoneMets.Rules.Server.Cohorts.Running;

/// <summary>
/// Runs work on a thread of its own that yields to all others: who asks for a decision does not wait for a cohort. Linux knows no priorities of
/// .NET's threads, but a nice value for each of its own.
/// </summary>
internal static class LowPriority
{
    private const int OfThread = 0, ThisThread = 0, Nice = 10;

    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                if (OperatingSystem.IsLinux()) BeNice();
                done.SetResult(work());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        (thread.IsBackground, thread.Name, thread.Priority) = (true, "cohort", ThreadPriority.BelowNormal);
        thread.Start();
        return done.Task;
    }

    /// <summary>Where that cannot be done, the work is done all the same.</summary>
    private static void BeNice()
    {
        try
        {
            _ = SetPriority(OfThread, ThisThread, Nice);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library than the usual one.
        }
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);
}
