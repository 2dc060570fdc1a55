using System.IO.Compression;

namespace BoneMets.Rules.Server.Cohorts.Input;

/// <summary>
/// A body that comes compressed. By itself .NET takes one that was cut off for one that is whole, and the patients of the rest would be missing
/// without a word; a switch of the runtime makes it look. Whether it does is tried before any body is trusted.
/// </summary>
internal static class GzipInput
{
    private const string Switch = "System.IO.Compression.UseStrictValidation";
    private static readonly Lazy<bool> Notices = new(NoticesWhatIsCutOff);

    /// <summary>As early as possible: the runtime looks at the switch once. The program has it in its configuration, too.</summary>
    public static void Prepare() => AppContext.SetSwitch(Switch, true);

    /// <summary><see cref="InvalidDataException"/> while it is read, when it is damaged or cut off.</summary>
    public static Stream Open(Stream body) => Notices.Value
        ? new GZipStream(body, CompressionMode.Decompress, leaveOpen: true)
        : throw new InputRefusedException($"this server would not notice that a compressed body is cut off (`{Switch}` is off); send it as it is");

    private static bool NoticesWhatIsCutOff()
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) packer.Write(new byte[1_000]);
        try
        {
            using var opener = new GZipStream(new MemoryStream(packed.ToArray()[..^9]), CompressionMode.Decompress);
            opener.CopyTo(Stream.Null);
            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
