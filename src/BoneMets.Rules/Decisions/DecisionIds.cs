using System.Buffers.Binary;
using System.Security.Cryptography;

namespace BoneMets.Rules.Decisions;

/// <summary>
/// Names decisions: UUIDs of version 7 (RFC 9562, section 5.7), which sort by time. Their random bits are those of the system, fetched for many
/// at once: <see cref="Guid.CreateVersion7()"/> fetches them one by one, and a call into the system costs more than most decisions.
/// May be called by any thread at any time.
/// </summary>
internal static class DecisionIds
{
    private const int Length = 16;
    private const int AtOnce = 64;

    [ThreadStatic]
    private static byte[]? fetched;

    [ThreadStatic]
    private static int left;

    /// <param name="now">Not before 1970, from when on these ids count.</param>
    public static Guid New(DateTimeOffset now)
    {
        var milliseconds = now.ToUnixTimeMilliseconds();
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds, nameof(now));
        Span<byte> bytes = stackalloc byte[Length];
        Fetch(bytes);
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)(milliseconds >> 32));
        BinaryPrimitives.WriteUInt32BigEndian(bytes[2..], (uint)(milliseconds & uint.MaxValue));
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    private static void Fetch(Span<byte> bytes)
    {
        var store = fetched ??= new byte[Length * AtOnce];
        if (left == 0)
        {
            RandomNumberGenerator.Fill(store);
            left = AtOnce;
        }
        left--;
        store.AsSpan(left * Length, Length).CopyTo(bytes);
    }
}
