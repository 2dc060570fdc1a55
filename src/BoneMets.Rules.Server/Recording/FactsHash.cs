using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Server.Recording;

/// <summary>Equal for equal facts, however they are laid out.</summary>
internal static class FactsHash
{
    public static string Of(ReadOnlySpan<byte> facts) => ContentHash.Of(JsonText.Parse("facts", facts.ToArray()).Root ?? throw new InvalidOperationException("the facts were read before"));
}
