using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Decisions;

/// <summary>UTF-8 straight into a buffer writer, without allocating. What it is given as bytes is written as it stands.</summary>
internal ref struct JsonBytes(IBufferWriter<byte> output)
{
    private const int LeastRoom = 4096;
    private const int LongestNumber = 64;

    /// <summary>Characters that are one byte and need no escape.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c is not '"' and not '\\')));

    private Span<byte> room = [];
    private int used;

    /// <summary>A text as it stands between quotes.</summary>
    public static byte[] Escaped(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.ToArray();

    /// <summary>A text with its quotes.</summary>
    public static byte[] Quoted(string text) => [(byte)'"', .. Escaped(text), (byte)'"'];

    public void Put(ReadOnlySpan<byte> bytes)
    {
        if (room.Length - used < bytes.Length) Renew(bytes.Length);
        bytes.CopyTo(room[used..]);
        used += bytes.Length;
    }

    public void Put(byte single)
    {
        if (room.Length == used) Renew(1);
        room[used++] = single;
    }

    /// <summary>Room to write into directly. What is written counts when it is taken.</summary>
    public Span<byte> Room(int bytes)
    {
        if (room.Length - used < bytes) Renew(bytes);
        return room[used..];
    }

    public void Take(int bytes) => used += bytes;

    /// <summary>A text of the facts: escaped, without quotes.</summary>
    public void PutText(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(Plain))
        {
            Put(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes);
            return;
        }
        if (room.Length - used < text.Length) Renew(text.Length);
        for (var i = 0; i < text.Length; i++) room[used + i] = unchecked((byte)text[i]);
        used += text.Length;
    }

    /// <summary>As <see cref="ValueText.Number"/>: without trailing zeros and without exponent.</summary>
    public void PutNumber(decimal number)
    {
        if (room.Length - used < LongestNumber) Renew(LongestNumber);
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var mantissa = unchecked((ulong)(uint)bits[1] << 32 | (uint)bits[0]);
        if (bits[2] != 0 || mantissa == 0)
        {
            number.TryFormat(room[used..], out var length, ExactNumber.Format, CultureInfo.InvariantCulture);
            used += length;
            return;
        }
        var scale = (int)number.Scale;
        if (mantissa < 10 && scale == 0 && bits[3] >= 0)
        {
            room[used++] = unchecked((byte)('0' + mantissa));
            return;
        }
        while (scale > 0 && mantissa % 10 == 0) (mantissa, scale) = (mantissa / 10, scale - 1);
        if (bits[3] < 0) room[used++] = (byte)'-';
        PutDigits(mantissa, scale);
    }

    public void PutDay(int day)
    {
        if (room.Length - used < LongestNumber) Renew(LongestNumber);
        DateOnly.FromDayNumber(day).TryFormat(room[used..], out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        used += length;
    }

    public void PutId(Guid id)
    {
        if (room.Length - used < LongestNumber) Renew(LongestNumber);
        id.TryFormat(room[used..], out var length);
        used += length;
    }

    /// <summary>As JSON writes a time: fractions of a second without trailing zeros.</summary>
    public void PutTime(DateTime utc)
    {
        if (room.Length - used < LongestNumber) Renew(LongestNumber);
        Utf8Formatter.TryFormat(utc, room[used..], out var length, new StandardFormat('O'));
        var digits = room.Slice(used, length - 1).TrimEnd((byte)'0').TrimEnd((byte)'.').Length;
        if (room.Slice(used, digits).IndexOf((byte)'.') < 0) digits = "yyyy-MM-ddTHH:mm:ss".Length;
        used += digits;
        room[used++] = (byte)'Z';
    }

    public void Flush()
    {
        if (used > 0) output.Advance(used);
        room = [];
        used = 0;
    }

    private void PutDigits(ulong mantissa, int scale)
    {
        Span<byte> digits = stackalloc byte[20];
        var count = 0;
        for (; mantissa != 0 || count <= scale; mantissa /= 10) digits[count++] = unchecked((byte)('0' + mantissa % 10));
        for (var i = count - 1; i >= 0; i--)
        {
            room[used++] = digits[i];
            if (i == scale && i > 0) room[used++] = (byte)'.';
        }
    }

    private void Renew(int bytes)
    {
        Flush();
        room = output.GetSpan(Math.Max(bytes, LeastRoom));
    }
}
