using BoneMets.Rules.Verification.Impacts;

namespace BoneMets.Rules.Cli.Output;

/// <summary>How a decision differs, in words.</summary>
internal static class ImpactWords
{
    public static string Of(DifferenceKind kind) => Of(kind.ToString());

    /// <summary><c>noLongerRecommended</c> as words.</summary>
    public static string Of(string kind) => string.Concat(kind.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
