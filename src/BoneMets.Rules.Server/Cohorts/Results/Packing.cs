using System.IO.Compression;
using System.Text.Json;

namespace BoneMets.Rules.Server.Cohorts.Results;

/// <summary>
/// How inputs and results lie in the store: compressed with Brotli, whose window reaches over many answers, which repeat the texts of their workflow.
/// Its third quality is as fast as the quickest gzip here and leaves a fraction of the bytes.
/// </summary>
internal static class Packing
{
    private static readonly BrotliCompressionOptions Quick = new() { Quality = 3 };

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = Packer(packed)) stream.Write(bytes);
        return packed.ToArray();
    }

    public static Stream Packer(Stream packed) => new BrotliStream(packed, Quick, leaveOpen: true);

    public static Stream Opener(byte[] packed) => new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);

    /// <param name="length">Of what comes out; anything else is damage.</param>
    public static byte[] Unpack(byte[] packed, int length)
    {
        using var stream = Opener(packed);
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return stream.ReadByte() < 0 ? bytes : throw new InvalidDataException("there is more than was put in");
    }

    public static byte[] PackJson<T>(T value) => Pack(JsonSerializer.SerializeToUtf8Bytes(value));

    public static T UnpackJson<T>(byte[] packed)
    {
        using var stream = Opener(packed);
        return JsonSerializer.Deserialize<T>(stream)!;
    }
}
