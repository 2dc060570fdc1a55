using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Authoring;

/// <summary>
/// Takes a bound condition apart for a builder. The bound tree says what it means; where parts and the parentheses around them stand is found
/// in the text, since parentheses leave no node. Putting any part back where it stood gives the same text.
/// </summary>
public sealed class ConditionStructure
{
    /// <summary>Deeper than this nobody edits parts by themselves.</summary>
    private const int MostNested = 24;

    private readonly string text;
    private readonly List<Token> tokens;
    private int depth;

    private ConditionStructure(string text, List<Token> tokens) => (this.text, this.tokens) = (text, tokens);

    /// <summary>Of a condition and the text that it was bound from. Null for a value that is not true or false.</summary>
    public static ConditionPart? Of(string text, BoundNode condition)
    {
        if (condition.Type is not BooleanType || Tokenizer.Scan(text).Tokens is not { } tokens) return null;
        return new ConditionStructure(text, tokens).Part(condition, new TextSpan(0, text.Length));
    }

    private ConditionPart Part(BoundNode node, TextSpan within)
    {
        var part = new ConditionPart(ConditionKind.Other, node.Span, Outer(node.Span, within), PlainEnglish.Of(node));
        if (depth == MostNested) return part;
        depth++;
        var result = node switch
        {
            BoundLogic logic => part with { Kind = logic.IsAnd ? ConditionKind.All : ConditionKind.Any, Operands = [.. logic.Operands.Select(o => Part(o, node.Span))] },
            _ when TestStructure.Of(node) is { } test => part with { Kind = ConditionKind.Test, Test = test },
            BoundNot not => part with { Kind = ConditionKind.Not, Operands = [Part(not.Operand, node.Span)] },
            BoundListQuery { Operation: ListOperation.Any or ListOperation.All, Body: { } body, Variable: { } variable } query when HasLambda(body) => part with
            {
                Kind = query.Operation == ListOperation.Any ? ConditionKind.AnyOf : ConditionKind.AllOf,
                Elements = new ConditionElements(query.Source.Span, PlainEnglish.LabelOf(query.Source), variable.Name),
                Operands = [Part(body, node.Span)],
            },
            _ => part,
        };
        depth--;
        return result;
    }

    /// <summary>In a file for Microsoft's engine a predicate may name the facts of the element without one: no part of it means anything by itself.</summary>
    private bool HasLambda(BoundNode body)
    {
        var first = tokens.FindIndex(t => t.Span.Start == Outer(body.Span, new TextSpan(0, text.Length)).Start);
        return first > 0 && tokens[first - 1].Kind == TokenKind.Arrow;
    }

    /// <summary>With the parentheses that hold nothing else; those of a call are none.</summary>
    private TextSpan Outer(TextSpan span, TextSpan within)
    {
        var first = tokens.FindIndex(t => t.Span.Start == span.Start);
        var last = tokens.FindIndex(t => t.Span.End == span.End);
        while (first > 0 && last >= first && tokens[first - 1].Kind == TokenKind.OpenParenthesis && tokens[last + 1].Kind == TokenKind.CloseParenthesis
            && !(first > 1 && tokens[first - 2].Kind == TokenKind.Identifier)
            && tokens[first - 1].Span.Start >= within.Start && tokens[last + 1].Span.End <= within.End)
        {
            (first, last) = (first - 1, last + 1);
            span = tokens[first].Span.To(tokens[last].Span);
        }
        return span;
    }
}
