using System.Globalization;

namespace BoneMets.Rules.Language;

/// <summary>A text that is equal for expressions of the same meaning by structure: the identity of "the same variable" in proofs.</summary>
public static class BoundKey
{
    public static string Of(BoundNode node) => node switch
    {
        BoundConstant n => Constant(n.Value),
        BoundInput n => n.Name,
        BoundVariable n => $"#{n.Variable.Depth}",
        BoundAsOf => "asOf",
        BoundFact n => $"{Of(n.Owner)}.{n.Property.Name}",
        BoundAbsent n => $"{(n.Owner is null ? "" : Of(n.Owner))}.{n.Name}?",
        BoundReference n => $"@{n.Target.Name}" + (n.Target is ParameterDefinition { Rule: { } rule } ? $"/{rule}" : ""),
        BoundUseReference n => $"@{n.Use.Workflow.Name}({string.Join(",", n.Use.Arguments.Select(a => a is null ? "-" : Of(a)))}).{n.Target.Name}",
        BoundComparison n => $"({Of(n.Left)} {n.Operator} {Of(n.Right)})",
        BoundPatternTest n => $"({Of(n.Operand)} is {Pattern(n.Pattern)})",
        BoundArithmetic n => $"({Of(n.Left)} {n.Operator} {Of(n.Right)})",
        BoundLogic n => $"({(n.IsAnd ? "and" : "or")} {string.Join(" ", n.Operands.Select(Of))})",
        BoundFunction n => $"{n.Function}({string.Join(",", n.Arguments.Select(Of))})",
        BoundValueIn n => $"In({Of(n.Operand)},{n.Conversion})",
        BoundListQuery n => $"{n.Operation}({string.Join(",", BoundTree.Children(n).Select(Of))})",
        _ => $"{node.GetType().Name}({string.Join(",", BoundTree.Children(node).Select(Of))})",
    };

    private static string Constant(object value) => value switch
    {
        decimal number => (number / 1.000000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        string text => $"\"{text}\"",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Pattern(BoundPattern pattern) => pattern switch
    {
        BoundNullPattern => "null",
        BoundDiscardPattern => "_",
        BoundNotPattern not => $"not {Pattern(not.Operand)}",
        BoundBinaryPattern binary => $"({Pattern(binary.Left)} {(binary.IsAnd ? "and" : "or")} {Pattern(binary.Right)})",
        _ => Set(pattern.Matches),
    };

    private static string Set(ValueSet set) => set switch
    {
        NumberSet numbers => string.Join("|", numbers.Intervals.Select(i => $"{(i.Low.Inclusive ? "[" : "(")}{i.Low.Value},{i.High.Value}{(i.High.Inclusive ? "]" : ")")}")),
        WordSet words => (words.IsInverted ? "!" : "") + string.Join("|", words.Values.Select(v => v.ToString()).Order(StringComparer.Ordinal)),
        _ => throw new InvalidOperationException("no such set"),
    };
}
