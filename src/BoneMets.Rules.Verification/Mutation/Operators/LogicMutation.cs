using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>And for or, or for and.</summary>
internal sealed class LogicMutation : IMutationOperator
{
    public string Name => "logic";

    public IEnumerable<MutationEdit> Edits(MutationSite site)
    {
        if (site is not TextSite text) yield break;
        foreach (var node in text.Nodes)
        {
            switch (node)
            {
                case BinarySyntax { Operator: BinaryOperator.And } and:
                    yield return new TextEdit(and.OperatorSpan, "||");
                    break;
                case BinarySyntax { Operator: BinaryOperator.Or } or:
                    yield return new TextEdit(or.OperatorSpan, "&&");
                    break;
                case AndPatternSyntax and:
                    yield return new TextEdit(SyntaxWalk.WordBetween(text.Text, and.Left, and.Right, "and"), "or");
                    break;
                case OrPatternSyntax or:
                    yield return new TextEdit(SyntaxWalk.WordBetween(text.Text, or.Left, or.Right, "or"), "and");
                    break;
            }
        }
    }
}
