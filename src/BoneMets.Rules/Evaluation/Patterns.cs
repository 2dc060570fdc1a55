using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>Whether a value matches a pattern: the known, the unknown, and what is still one of several.</summary>
internal static class Patterns
{
    public static Value Test(BoundPattern pattern, Value operand)
    {
        switch (operand)
        {
            case FaultValue:
                return operand;
            case KnownValue { Content: FactFrame frame }:
                return IsAnyFactKnown(frame) ? PartByPart(pattern, operand) : WhenUnknown(pattern, MissingFacts.Of(frame.Path));
            case KnownValue { Content: ListValue }:
                return PartByPart(pattern, operand);
            case KnownValue known:
                return Value.Of(pattern.Matches.Contains(known.Content));
            case UnknownValue:
                return WhenUnknown(pattern, operand.Missing);
            default:
                return PartByPart(pattern, operand);
        }
    }

    /// <summary>An object counts as known once any of its facts is; a list that is given is a fact, an empty one too.</summary>
    public static bool IsAnyFactKnown(FactFrame frame) =>
        Array.Exists(frame.Numbers, n => !double.IsNaN(n)) || Array.Exists(frame.Codes, c => c != FactFrame.Unknown) ||
        Array.Exists(frame.Texts, t => t is not null) || Array.Exists(frame.Lists, l => l is not null) ||
        Array.Exists(frame.Objects, o => o is not null && IsAnyFactKnown(o));

    private static Value WhenUnknown(BoundPattern pattern, MissingFacts missing) => Kleene.Of(pattern.OnUnknown, missing);

    /// <summary>Chains of <c>or</c> and <c>and</c> lean to the left and may be long, so their spine is walked in a loop.</summary>
    private static Value PartByPart(BoundPattern pattern, Value operand)
    {
        var pending = new Stack<BoundBinaryPattern>();
        while (pattern is BoundBinaryPattern { TestsKnown: true } binary)
        {
            pending.Push(binary);
            pattern = binary.Left;
        }
        var result = Part(pattern, operand);
        while (pending.TryPop(out var binary))
        {
            var right = PartByPart(binary.Right, operand);
            result = binary.IsAnd ? Kleene.And(result, right) : Kleene.Or(result, right);
        }
        return result;
    }

    private static Value Part(BoundPattern pattern, Value operand) => pattern switch
    {
        BoundNullPattern => Value.Of(operand is not KnownValue),
        BoundDiscardPattern => Value.True,
        BoundNotPattern { TestsKnown: true } not => Kleene.Not(PartByPart(not.Operand, operand)),
        _ => Kleene.Of(Members(pattern.Matches, operand), operand.Missing),
    };

    /// <summary>Whether all members match, none does, or some do (null).</summary>
    private static bool? Members(ValueSet matches, Value operand)
    {
        if (operand is RangeValue range) return ((NumberSet)matches).ContainsAll(range.Low, range.High);
        if (operand is not OneOfValue set) return false;
        var count = set.Candidates.Count(matches.Contains);
        return count == set.Candidates.Count ? true : count == 0 ? false : null;
    }
}
