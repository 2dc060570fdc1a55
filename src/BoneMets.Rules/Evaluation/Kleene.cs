namespace BoneMets.Rules.Evaluation;

/// <summary>
/// Three-valued logic: an undecided side (anything but a known value or a fault) decides nothing by itself.
/// <code>
///   and    | true    false   unknown      or     | true   false    unknown     not     |
///   -------+------------------------      -------+------------------------     --------+--------
///   true   | true    false   unknown      true   | true   true     true        true    | false
///   false  | false   false   false        false  | true   false    unknown     false   | true
///   unknown| unknown false   unknown      unknown| true   unknown  unknown     unknown | unknown
/// </code>
/// What is missing of an unknown result is the union over its unknown sides; a deciding side drops it. The left fault wins, then
/// a deciding left, then the right fault.
/// </summary>
internal static class Kleene
{
    public static Value And(Value left, Value right) => Combine(left, right, deciding: false);

    public static Value Or(Value left, Value right) => Combine(left, right, deciding: true);

    public static Value Not(Value operand) => operand switch
    {
        KnownValue { Content: bool truth } => Value.Of(!truth),
        UnknownValue or FaultValue => operand,
        _ => new UnknownValue(operand.Missing),
    };

    public static bool IsTrue(Value value) => value is KnownValue { Content: true };

    public static bool IsFalse(Value value) => value is KnownValue { Content: false };

    /// <summary>Whether the value is neither known nor a fault.</summary>
    public static bool IsUndecided(Value value) => value is not KnownValue and not FaultValue;

    public static Value Of(bool? truth, MissingFacts missing) => truth is { } known ? Value.Of(known) : new UnknownValue(missing);

    /// <summary>The value <paramref name="deciding"/> on either side is the result; its opposite leaves the other side.</summary>
    private static Value Combine(Value left, Value right, bool deciding)
    {
        if (left is FaultValue || Is(left, deciding)) return left;
        if (right is FaultValue || Is(right, deciding)) return right;
        if (left is KnownValue) return right;
        return right is KnownValue ? left : new UnknownValue(left.Missing.And(right.Missing));
    }

    private static bool Is(Value value, bool truth) => value is KnownValue { Content: bool content } && content == truth;
}
