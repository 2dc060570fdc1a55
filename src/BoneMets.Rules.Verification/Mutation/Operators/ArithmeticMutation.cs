using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>Another operation: plus for minus, times for divided by.</summary>
internal sealed class ArithmeticMutation : IMutationOperator
{
    public string Name => "arithmetic";

    public IEnumerable<MutationEdit> Edits(MutationSite site)
    {
        if (site is not TextSite text) yield break;
        foreach (var binary in text.Nodes.OfType<BinarySyntax>())
            if (Other(binary.Operator) is { } other) yield return new TextEdit(binary.OperatorSpan, other);
    }

    private static string? Other(BinaryOperator written) => written switch
    {
        BinaryOperator.Add => "-",
        BinaryOperator.Subtract => "+",
        BinaryOperator.Multiply => "/",
        BinaryOperator.Divide or BinaryOperator.Remainder => "*",
        _ => null,
    };
}
