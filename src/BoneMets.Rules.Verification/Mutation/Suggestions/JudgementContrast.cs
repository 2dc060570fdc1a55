using BoneMets.Rules.Decisions;
using BoneMets.Rules.Evaluation;

namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>What a golden case could state of one judgement that does not hold for another.</summary>
internal static class JudgementContrast
{
    /// <summary>Names of rules with another verdict, or undetermined for want of other facts.</summary>
    public static IEnumerable<string> Rules(Judgement one, Judgement other)
    {
        var rules = other.Rules.DistinctBy(r => r.Name).ToDictionary(r => r.Name, StringComparer.Ordinal);
        return one.Rules.Where(r => !rules.TryGetValue(r.Name, out var now) || now.Verdict != r.Verdict
            || (r.Verdict == Verdict.Undetermined && !r.Missing.SequenceEqual(now.Missing, StringComparer.Ordinal))).Select(r => r.Name).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Names of outputs with another value. Undecided ones are all the same to a case.</summary>
    public static IEnumerable<string> Outputs(Judgement one, Judgement other)
    {
        var outputs = other.Outputs.DistinctBy(o => o.Name).ToDictionary(o => o.Name, o => Text(o.Value), StringComparer.Ordinal);
        return one.Outputs.Where(o => o.Value is not FaultValue && Text(o.Value) != outputs.GetValueOrDefault(o.Name)).Select(o => o.Name).Distinct(StringComparer.Ordinal);
    }

    private static string Text(Value value) => value is KnownValue or FaultValue ? ValueText.Of(value) : "?";
}
