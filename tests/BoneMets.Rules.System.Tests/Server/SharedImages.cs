namespace BoneMets.Rules.System.Tests.Server;

/// <summary>
/// One cache of compiled rules for all servers of a test run. Nearly all serve the shipped library: compiling it for each would take most of
/// the processor time of the run.
/// </summary>
internal static class SharedImages
{
    public static string Directory { get; } = Create();

    private static string Create()
    {
        var directory = global::System.IO.Directory.CreateTempSubdirectory("bonemets-images-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            if (global::System.IO.Directory.Exists(directory)) global::System.IO.Directory.Delete(directory, recursive: true);
        };
        return directory;
    }
}
