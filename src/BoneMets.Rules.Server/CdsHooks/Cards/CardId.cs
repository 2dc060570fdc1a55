using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>What a card is about.</summary>
internal enum CardKind { Recommendation, Pending, Data, Deceased, Suggestion, Relevance }

/// <summary>
/// The UUID of a card (version 8 of RFC 9562, whose content is free). It says of itself which rule of which release it stood for, so that feedback
/// is counted although nothing is kept of a card: bits 0 to 31 are a hash of service, rule and kind, 32 to 47 and 56 to 63 the release, 52 to 55
/// the kind, and the rest a hash of the decision's id, so that the same decision gives the same cards. Nothing of it is about a patient.
/// </summary>
internal readonly record struct CardId(uint Subject, int Release, CardKind Kind)
{
    private const int Length = 16, MostReleases = (1 << 24) - 1;

    /// <param name="rule">Null for a card that stands for no single rule.</param>
    /// <param name="release">Null for a served folder.</param>
    /// <param name="nonce">What makes it another one than other cards of the same subject.</param>
    public static string New(string service, string? rule, CardKind kind, int? release, Guid decision, string nonce = "")
    {
        Span<byte> bytes = stackalloc byte[Length];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{decision:N}\n{service}\n{rule}\n{kind}\n{nonce}")).AsSpan(0, Length).CopyTo(bytes);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, SubjectOf(service, rule, kind));
        var number = release is > 0 and <= MostReleases ? release.Value : 0;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)(number >> 8));
        bytes[6] = (byte)(0x80 | (int)kind);
        bytes[7] = (byte)(number & 0xFF);
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>Null for a UUID that no card of ours can have.</summary>
    public static CardId? Read(Guid id)
    {
        Span<byte> bytes = stackalloc byte[Length];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        if (bytes[6] >> 4 != 8 || bytes[8] >> 6 != 2 || !Enum.IsDefined((CardKind)(bytes[6] & 0x0F))) return null;
        return new CardId(BinaryPrimitives.ReadUInt32BigEndian(bytes), (BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]) << 8) | bytes[7], (CardKind)(bytes[6] & 0x0F));
    }

    public static uint SubjectOf(string service, string? rule, CardKind kind) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{service}\n{rule}\n{kind}")));
}
