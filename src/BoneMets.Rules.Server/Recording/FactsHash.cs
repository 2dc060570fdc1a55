using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Server.Recording;

/// <summary>Equal for equal facts, however they are laid out.</summary>
internal static class FactsHash
{
    /// <summary>Null for what is no JSON that facts can be.</summary>
    public static string? Of(ReadOnlySpan<byte> facts) => JsonText.Parse("facts", facts.ToArray()) is { HasErrors: false, Root: { } root } ? ContentHash.Of(root) : null;
}
