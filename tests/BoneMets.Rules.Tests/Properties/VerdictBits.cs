using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>The bits of compiled code beside the verdict of the evaluator.</summary>
internal static class VerdictBits
{
    /// <summary>A rule without a bit is undetermined, failed or not compiled: the engine then asks the evaluator.</summary>
    public static bool? Expected(Evaluator evaluator, RuleDefinition rule) => (evaluator.ValueOf(rule) as KnownValue)?.Content as bool?;

    /// <summary>Null when both say the same.</summary>
    public static string? Difference(int rule, bool? expected, ReadOnlySpan<ulong> met, ReadOnlySpan<ulong> notMet)
    {
        var actual = (Bit(met, rule), Bit(notMet, rule)) switch { (true, true) => "both", (true, false) => "met", (false, true) => "not met", _ => "no verdict" };
        var wanted = expected switch { true => "met", false => "not met", _ => "no verdict" };
        return actual == wanted ? null : $"is {wanted}, compiled {actual}";
    }

    private static bool Bit(ReadOnlySpan<ulong> words, int index) => (words[index / 64] >> (index % 64) & 1) != 0;
}
