using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>A default is forgotten: <c>a ?? b</c> becomes <c>a</c>.</summary>
internal sealed class CoalesceMutation : IMutationOperator
{
    public string Name => "default";

    public IEnumerable<MutationEdit> Edits(MutationSite site)
    {
        if (site is not TextSite text) yield break;
        foreach (var binary in text.Nodes.OfType<BinarySyntax>().Where(b => b.Operator == BinaryOperator.Coalesce))
            yield return new TextEdit(binary.Span, text.Text[binary.Span.Start..binary.OperatorSpan.Start].TrimEnd());
    }
}
