using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>One condition of a chain is forgotten.</summary>
internal sealed class DroppedConditionMutation : IMutationOperator
{
    public string Name => "dropped condition";

    public IEnumerable<MutationEdit> Edits(MutationSite site)
    {
        if (site is not TextSite text) yield break;
        foreach (var node in text.Nodes)
        {
            var edits = node switch
            {
                BinarySyntax { Operator: BinaryOperator.And or BinaryOperator.Or } binary =>
                    Drops(text, binary.Span, binary.OperatorSpan, binary.Left is BinarySyntax left && left.Operator == binary.Operator),
                AndPatternSyntax and => Drops(text, and.Span, SyntaxWalk.WordBetween(text.Text, and.Left, and.Right, "and"), and.Left is AndPatternSyntax),
                OrPatternSyntax or => Drops(text, or.Span, SyntaxWalk.WordBetween(text.Text, or.Left, or.Right, "or"), or.Left is OrPatternSyntax),
                _ => [],
            };
            foreach (var edit in edits) yield return edit;
        }
    }

    /// <summary>The right operand, and the left one unless it is the rest of a longer chain, each of whose operands is dropped by itself.</summary>
    private static IEnumerable<TextEdit> Drops(TextSite text, TextSpan whole, TextSpan sign, bool leftIsChain)
    {
        yield return new TextEdit(whole, text.Text[whole.Start..sign.Start].TrimEnd());
        if (!leftIsChain) yield return new TextEdit(whole, text.Text[sign.End..whole.End].TrimStart());
    }
}
