using BoneMets.Rules.Evaluation;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>Whether all that is possible after was possible before.</summary>
internal static class Narrowing
{
    public static bool IsWithin(Value after, Value before) => (after, before) switch
    {
        (_, UnknownValue) => true,
        (KnownValue a, KnownValue b) => a.Content.Equals(b.Content),
        (KnownValue a, OneOfValue b) => b.Candidates.Contains(a.Content),
        (OneOfValue a, OneOfValue b) => a.Candidates.All(b.Candidates.Contains),
        (_, RangeValue b) => Candidates.TryBounds(after, out var low, out var high) && b.Low <= low && high <= b.High,
        (RangeValue a, OneOfValue b) => Candidates.TryBounds(b, out var low, out var high) && low <= a.Low && a.High <= high,
        _ => false,
    };
}
