using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>A condition is turned round. Comparisons are left out: their opposite is another comparison.</summary>
internal sealed class NegatedConditionMutation : IMutationOperator
{
    public string Name => "negated condition";

    public IEnumerable<MutationEdit> Edits(MutationSite site) =>
        site is ExpressionSite { Bound.Type: BooleanType } expression ? Negations(expression, expression.Root) : [];

    private static IEnumerable<TextEdit> Negations(ExpressionSite site, Syntax root)
    {
        var open = new Stack<Syntax>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            switch (node)
            {
                case BinarySyntax binary when SyntaxWalk.IsLogic(binary):
                    open.Push(binary.Right);
                    open.Push(binary.Left);
                    break;
                case BinarySyntax binary when SyntaxWalk.IsComparison(binary):
                    break;
                case UnarySyntax { Operator: UnaryOperator.Not } not:
                    yield return new TextEdit(not.Span, site.Text[(not.Span.Start + SignLength(site.Text, not))..not.Span.End].TrimStart());
                    if (not.Operand is not UnarySyntax) foreach (var edit in Inside(site, not.Operand)) yield return edit;
                    break;
                case ConditionalSyntax conditional:
                    open.Push(conditional.WhenFalse);
                    open.Push(conditional.WhenTrue);
                    open.Push(conditional.Condition);
                    break;
                case LiteralSyntax:
                    break;
                default:
                    var isWhole = node is NameSyntax or MemberSyntax or CallSyntax;
                    yield return new TextEdit(node.Span, isWhole ? $"!{site.Slice(node.Span)}" : $"!({site.Slice(node.Span)})");
                    break;
            }
        }
    }

    /// <summary>Under a negation only what is joined there; a single operand negated twice is the first edit again.</summary>
    private static IEnumerable<TextEdit> Inside(ExpressionSite site, Syntax operand) => SyntaxWalk.IsLogic(operand) ? Negations(site, operand) : [];

    /// <summary><c>!</c> or <c>NOT</c>.</summary>
    private static int SignLength(string text, UnarySyntax not) => text[not.Span.Start] == '!' ? 1 : "NOT".Length;
}
