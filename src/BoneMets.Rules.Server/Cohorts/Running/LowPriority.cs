using System.Runtime.InteropServices;

namespace BoneMets.Rules.Server.Cohorts.Running;

/// <summary>
/// Runs work on a thread of its own that yields to all others: who asks for a decision does not wait for a cohort. Linux knows no priorities of
/// .NET's threads, but a nice value for each of its own.
/// </summary>
internal static partial class LowPriority
{
    private const int OfThread = 0, ThisThread = 0, Nice = 10;

    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                if (OperatingSystem.IsLinux()) _ = SetPriority(OfThread, ThisThread, Nice); // where that is not allowed, the work is done all the same
                done.SetResult(work());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        }) { IsBackground = true, Name = "cohort", Priority = ThreadPriority.BelowNormal };
        thread.Start();
        return done.Task;
    }

    [DllImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetPriority(int which, int who, int priority);
}
