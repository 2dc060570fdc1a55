using System.Diagnostics;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>A disk of a few megabytes in memory, which can be filled to the last block. Needs the right to mount one.</summary>
internal sealed class SmallDisk
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <summary>Null, and the reason, where this machine does not let one be mounted.</summary>
    public static async Task<(SmallDisk? Disk, string Complaint)> MountAsync(string folder, int megabytes)
    {
        var place = Directory.CreateDirectory(folder).FullName;
        var complaint = await RunAsync("mount", "-t", "tmpfs", "-o", string.Create(global::System.Globalization.CultureInfo.InvariantCulture, $"size={megabytes}m"), "none", place);
        return complaint.Length > 0 ? (null, complaint) : (new SmallDisk(place), "");
    }

    /// <summary>Until nothing more goes onto it.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 1024 * 1024, 4096 })
        {
            var block = new byte[size];
            try
            {
                while (true) file.Write(block);
            }
            catch (IOException)
            {
                // There is no room left for as much.
            }
        }
    }

    public void Free() => File.Delete(Ballast);

    public async Task UnmountAsync() => Assert.Equal("", await RunAsync("umount", Folder));

    /// <summary>What it says when it does not work.</summary>
    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? "" : error.Trim();
        }
        catch (global::System.ComponentModel.Win32Exception e)
        {
            return e.Message;
        }
    }
}
