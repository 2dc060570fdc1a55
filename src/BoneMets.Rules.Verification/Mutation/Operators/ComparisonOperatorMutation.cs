using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>Another comparison: the same limit without or with the limit itself, and the opposite; also in patterns and cells.</summary>
internal sealed class ComparisonOperatorMutation : IMutationOperator
{
    public string Name => "comparison";

    public IEnumerable<MutationEdit> Edits(MutationSite site)
    {
        if (site is not TextSite text) yield break;
        foreach (var node in text.Nodes)
        {
            switch (node)
            {
                case BinarySyntax binary when SyntaxWalk.IsComparison(binary):
                    foreach (var other in Others(text.Slice(binary.OperatorSpan))) yield return new TextEdit(binary.OperatorSpan, other);
                    break;
                case RelationalPatternSyntax relational:
                    var written = relational.Operator switch { RelationalOperator.Less => "<", RelationalOperator.LessOrEqual => "<=", RelationalOperator.Greater => ">", _ => ">=" };
                    foreach (var other in Others(written)) yield return new TextEdit(new TextSpan(relational.Span.Start, written.Length), other);
                    break;
                case ConstantPatternSyntax constant:
                    yield return new TextEdit(new TextSpan(constant.Span.Start, 0), "not ");
                    break;
                case NotPatternSyntax not:
                    yield return new TextEdit(TextSpan.Between(not.Span.Start, not.Operand.Span.Start), Opening(text.Text, not));
                    break;
            }
        }
    }

    private static string[] Others(string written) => written switch
    {
        "<" => ["<=", ">="],
        "<=" => ["<", ">"],
        ">" => [">=", "<="],
        ">=" => [">", "<"],
        "==" => ["!="],
        "!=" => ["=="],
        _ => [],
    };

    /// <summary>What stands between <c>not</c> and its operand without the word: parentheses that are closed again behind it.</summary>
    private static string Opening(string text, NotPatternSyntax not) =>
        text[(not.Span.Start + "not".Length)..not.Operand.Span.Start].TrimStart();
}
