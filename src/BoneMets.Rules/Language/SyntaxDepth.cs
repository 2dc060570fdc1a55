using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Language;

/// <summary>
/// The depth of a finished tree. The parser bounds its own recursion, but <c>a(x).b.c.d</c> nests <c>x</c> before it sees how many members
/// follow; whoever walks the tree by recursion relies on this check.
/// </summary>
internal static class SyntaxDepth
{
    public static Diagnostic? Check(Syntax root, int nodeCount)
    {
        if (nodeCount <= LanguageLimits.NestingDepth) return null;
        Stack<(Syntax Node, int Depth)> pending = new();
        pending.Push((root, 0));
        while (pending.TryPop(out var entry))
        {
            if (entry.Depth > LanguageLimits.NestingDepth) return Tokenizer.TooDeep(entry.Node.Span);
            foreach (var (child, nests) in Children(entry.Node)) pending.Push((child, nests ? entry.Depth + 1 : entry.Depth));
        }
        return null;
    }

    /// <summary>The parts of a node, in the order of the text, and whether each stands one level deeper. Operands of binary operators do not.</summary>
    private static IEnumerable<(Syntax Child, bool Nests)> Children(Syntax node) => node switch
    {
        MemberSyntax n => [(n.Target, true)],
        CallSyntax n => [(n.Target, true), .. n.Arguments.Select(a => (a.Value, true))],
        LambdaSyntax n => [(n.Body, true)],
        UnarySyntax n => [(n.Operand, true)],
        BinarySyntax n => [(n.Left, false), (n.Right, n.Operator == BinaryOperator.Coalesce)],
        ConditionalSyntax n => [(n.Condition, false), (n.WhenTrue, true), (n.WhenFalse, true)],
        IsSyntax n => [(n.Operand, false), (n.Pattern, false)],
        ListSyntax n => n.Items.Select(item => (item, true)),
        ConstantPatternSyntax n => [(n.Value, false)],
        RelationalPatternSyntax n => [(n.Value, false)],
        NotPatternSyntax n => [(n.Operand, true)],
        AndPatternSyntax n => [(n.Left, false), (n.Right, false)],
        OrPatternSyntax n => [(n.Left, false), (n.Right, false)],
        _ => [],
    };
}
