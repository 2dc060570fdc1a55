using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation;

/// <summary>Walks over what authors wrote, and the texts beside operators. Chains are walked in a loop.</summary>
internal static class SyntaxWalk
{
    public static IEnumerable<Syntax> SelfAndDescendants(Syntax root)
    {
        var open = new Stack<Syntax>();
        open.Push(root);
        while (open.TryPop(out var node))
        {
            yield return node;
            foreach (var child in Children(node).Reverse()) open.Push(child);
        }
    }

    /// <summary>Where the word between the two sides of a pattern stands.</summary>
    public static TextSpan WordBetween(string text, PatternSyntax left, PatternSyntax right, string word)
    {
        // Between the sides stand blanks, parentheses and the word only.
        var at = text.IndexOf(word, left.Span.End, right.Span.Start - left.Span.End, StringComparison.Ordinal);
        return new TextSpan(at, word.Length);
    }

    public static bool IsLogic(Syntax syntax) => syntax is BinarySyntax { Operator: BinaryOperator.And or BinaryOperator.Or };

    public static bool IsComparison(Syntax syntax) => syntax is BinarySyntax { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual };

    private static IEnumerable<Syntax> Children(Syntax node) => node switch
    {
        MemberSyntax member => [member.Target],
        CallSyntax call => call.Arguments.Select(a => a.Value).Prepend(call.Target),
        LambdaSyntax lambda => [lambda.Body],
        UnarySyntax unary => [unary.Operand],
        BinarySyntax binary => [binary.Left, binary.Right],
        ConditionalSyntax conditional => [conditional.Condition, conditional.WhenTrue, conditional.WhenFalse],
        IsSyntax test => [test.Operand, test.Pattern],
        ListSyntax list => list.Items,
        ConstantPatternSyntax constant => [constant.Value],
        RelationalPatternSyntax relational => [relational.Value],
        NotPatternSyntax not => [not.Operand],
        AndPatternSyntax and => [and.Left, and.Right],
        OrPatternSyntax or => [or.Left, or.Right],
        LiteralSyntax or NameSyntax or DiscardPatternSyntax => [],
        _ => throw new InvalidOperationException($"no children known for {node.GetType().Name}"),
    };
}
