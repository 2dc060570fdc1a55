using System.IO.Compression;
using System.Text.Json;

namespace BoneMets.Rules.Server.Cohorts.Results;

/// <summary>How inputs and results lie in the store: compressed quickly, since the answers of one workflow repeat their texts.</summary>
internal static class Packing
{
    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = Packer(packed)) stream.Write(bytes);
        return packed.ToArray();
    }

    public static Stream Packer(Stream packed) => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);

    public static Stream Opener(byte[] packed) => new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);

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
