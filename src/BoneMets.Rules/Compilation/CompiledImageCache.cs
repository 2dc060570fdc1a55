using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace BoneMets.Rules.Compilation;

/// <summary>
/// Compiled images on disk, so that a restart compiles nothing. A file's name is the hash of workflow, source, engine and runtime; its first
/// 32 bytes are the hash of the rest, checked before anything is loaded. Only the owner may enter the directory, since what stands in it is run.
/// Whatever is wrong with the cache, nothing fails: the workflow is compiled again.
/// </summary>
public sealed class CompiledImageCache
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly string Engine =
        $"{typeof(CompiledImageCache).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion} " +
        $"{typeof(CompiledImageCache).Assembly.ManifestModule.ModuleVersionId}";

    private readonly bool isUsable;

    public CompiledImageCache(string directory)
    {
        Directory = directory;
        isUsable = Prepare(directory);
    }

    public string Directory { get; }

    /// <summary>False when the directory cannot be made or others may write or read there: then it is neither read nor written.</summary>
    public bool IsUsable => isUsable && HasOwnerOnly(Directory);

    public string PathOf(EmittedProgram program)
    {
        var source = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(program.Source)));
        var key = $"{program.WorkflowHash}\n{source}\n{Engine}\n{RuntimeInformation.FrameworkDescription} {RuntimeInformation.ProcessArchitecture}";
        return Path.Combine(Directory, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))) + ".image");
    }

    /// <summary>The image, or null when there is none that is intact.</summary>
    public byte[]? Find(EmittedProgram program)
    {
        if (!IsUsable) return null;
        var path = PathOf(program);
        try
        {
            var content = File.ReadAllBytes(path);
            if (content.Length > SHA256.HashSizeInBytes &&
                SHA256.HashData(content.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(content.AsSpan(0, SHA256.HashSizeInBytes)))
            {
                return content[SHA256.HashSizeInBytes..];
            }
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Absent or unreadable: compiled again.
        }
        return null;
    }

    /// <summary>Written beside its place and then renamed, so that no reader meets half a file.</summary>
    public void Store(EmittedProgram program, byte[] image)
    {
        if (!IsUsable) return;
        var path = PathOf(program);
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(SHA256.HashData(image));
                file.Write(image);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Left behind; harmless.
        }
    }

    private static bool Prepare(string directory)
    {
        try
        {
            if (OperatingSystem.IsWindows()) System.IO.Directory.CreateDirectory(directory);
            else System.IO.Directory.CreateDirectory(directory, OwnerOnly);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool HasOwnerOnly(string directory) =>
        OperatingSystem.IsWindows() ? System.IO.Directory.Exists(directory)
        : System.IO.Directory.Exists(directory) && (File.GetUnixFileMode(directory) & ~OwnerOnly) == UnixFileMode.None;
}
