using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BoneMets.Rules.Language;

/// <summary>
/// The canonical text of a tree: one space around binary operators, no parenthesis that C# does not need. Reading it again gives the
/// same tree. Chains are printed in a loop, as deep as they lean to the left.
/// </summary>
internal static partial class SyntaxPrinter
{
    public static string Print(Syntax syntax)
    {
        StringBuilder output = new();
        Write(output, syntax, Precedence.Conditional);
        return output.ToString();
    }

    public static string Symbol(BinaryOperator kind) => kind switch
    {
        BinaryOperator.Or => "||",
        BinaryOperator.And => "&&",
        BinaryOperator.Coalesce => "??",
        BinaryOperator.Equal => "==",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Remainder => "%",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Symbol(RelationalOperator kind) => kind switch
    {
        RelationalOperator.Less => "<",
        RelationalOperator.LessOrEqual => "<=",
        RelationalOperator.Greater => ">",
        RelationalOperator.GreaterOrEqual => ">=",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static char Symbol(UnaryOperator kind) => kind switch
    {
        UnaryOperator.Not => '!',
        UnaryOperator.Minus => '-',
        UnaryOperator.Plus => '+',
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private enum PatternPrecedence { Or, And, Not, Primary }

    private static Precedence PrecedenceOf(Syntax syntax) => syntax switch
    {
        ConditionalSyntax or LambdaSyntax => Precedence.Conditional,
        BinarySyntax binary => PrecedenceOf(binary.Operator),
        IsSyntax => Precedence.Relational,
        UnarySyntax or LiteralSyntax { Value: < 0m } => Precedence.Unary,
        _ => Precedence.Primary,
    };

    private static Precedence PrecedenceOf(BinaryOperator kind) => kind switch
    {
        BinaryOperator.Coalesce => Precedence.Coalesce,
        BinaryOperator.Or => Precedence.Or,
        BinaryOperator.And => Precedence.And,
        BinaryOperator.Equal or BinaryOperator.NotEqual => Precedence.Equality,
        BinaryOperator.Add or BinaryOperator.Subtract => Precedence.Additive,
        BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Remainder => Precedence.Multiplicative,
        _ => Precedence.Relational,
    };

    private static PatternPrecedence PrecedenceOf(PatternSyntax pattern) => pattern switch
    {
        OrPatternSyntax => PatternPrecedence.Or,
        AndPatternSyntax => PatternPrecedence.And,
        NotPatternSyntax => PatternPrecedence.Not,
        _ => PatternPrecedence.Primary,
    };

    /// <summary>What the left operand needs at least: comparisons and <c>??</c> do not chain to the left.</summary>
    private static Precedence LeftOf(BinarySyntax binary)
    {
        var own = PrecedenceOf(binary.Operator);
        return own is Precedence.Coalesce or Precedence.Relational ? own + 1 : own;
    }

    private static void Write(StringBuilder output, Syntax syntax, Precedence weakest)
    {
        var parentheses = PrecedenceOf(syntax) < weakest;
        if (parentheses) output.Append('(');
        switch (syntax)
        {
            case LiteralSyntax literal:
                Write(output, literal);
                break;
            case NameSyntax name:
                output.Append(name.Name);
                break;
            case MemberSyntax member:
                Write(output, member.Target, Precedence.Primary);
                output.Append('.').Append(member.Name);
                break;
            case CallSyntax call:
                Write(output, call.Target, Precedence.Primary);
                output.Append('(');
                WriteList(output, [.. call.Arguments.Select(ArgumentParts)]);
                output.Append(')');
                break;
            case LambdaSyntax lambda:
                output.Append(lambda.Parameter).Append(" => ");
                Write(output, lambda.Body, Precedence.Conditional);
                break;
            case UnarySyntax unary:
                WriteSign(output, Symbol(unary.Operator));
                Write(output, unary.Operand, Precedence.Unary);
                break;
            case BinarySyntax binary:
                WriteChain(output, binary);
                break;
            case ConditionalSyntax conditional:
                Write(output, conditional.Condition, Precedence.Coalesce);
                output.Append(" ? ");
                Write(output, conditional.WhenTrue, Precedence.Conditional);
                output.Append(" : ");
                Write(output, conditional.WhenFalse, Precedence.Conditional);
                break;
            case IsSyntax test:
                Write(output, test.Operand, Precedence.Relational + 1);
                output.Append(" is ");
                Write(output, test.Pattern, PatternPrecedence.Or);
                break;
            case ListSyntax list:
                output.Append("new[] { ");
                WriteList(output, [.. list.Items.Select(item => ("", Print(item)))]);
                output.Append(list.Items.Count == 0 ? "}" : " }");
                break;
            case PatternSyntax pattern:
                Write(output, pattern, PatternPrecedence.Or);
                break;
        }
        if (parentheses) output.Append(')');
    }

    private static void WriteChain(StringBuilder output, BinarySyntax last)
    {
        Stack<BinarySyntax> chain = new();
        chain.Push(last);
        while (chain.Peek() is { Left: BinarySyntax left } parent && PrecedenceOf(left) >= LeftOf(parent)) chain.Push(left);
        Write(output, chain.Peek().Left, LeftOf(chain.Peek()));
        foreach (var binary in chain)
        {
            var own = PrecedenceOf(binary.Operator);
            output.Append(' ').Append(Symbol(binary.Operator)).Append(' ');
            Write(output, binary.Right, own == Precedence.Coalesce ? own : own + 1);
        }
    }

    private static void Write(StringBuilder output, PatternSyntax pattern, PatternPrecedence weakest)
    {
        var parentheses = PrecedenceOf(pattern) < weakest;
        if (parentheses) output.Append('(');
        switch (pattern)
        {
            case ConstantPatternSyntax constant:
                Write(output, constant.Value, Precedence.Additive);
                break;
            case RelationalPatternSyntax relational:
                output.Append(Symbol(relational.Operator)).Append(' ');
                Write(output, relational.Value, Precedence.Additive);
                break;
            case NotPatternSyntax not:
                output.Append("not ");
                Write(output, not.Operand, PatternPrecedence.Not);
                break;
            case AndPatternSyntax or OrPatternSyntax:
                WriteChain(output, pattern);
                break;
            case DiscardPatternSyntax:
                output.Append('_');
                break;
        }
        if (parentheses) output.Append(')');
    }

    private static void WriteChain(StringBuilder output, PatternSyntax last)
    {
        Stack<(string Word, PatternSyntax Right, PatternPrecedence Own)> chain = new();
        var left = last;
        var weakest = PatternPrecedence.Or;
        while (PrecedenceOf(left) >= weakest && left is AndPatternSyntax or OrPatternSyntax)
        {
            weakest = PrecedenceOf(left);
            chain.Push(left is AndPatternSyntax and ? (" and ", and.Right, weakest) : (" or ", ((OrPatternSyntax)left).Right, weakest));
            left = left is AndPatternSyntax both ? both.Left : ((OrPatternSyntax)left).Left;
        }
        Write(output, left, weakest);
        foreach (var (word, right, own) in chain)
        {
            output.Append(word);
            Write(output, right, own + 1);
        }
    }

    private static (string Prefix, string Value) ArgumentParts(ArgumentSyntax argument)
    {
        var prefix = argument.Name is null ? "" : argument.Name + ": ";
        return argument.Value is LambdaSyntax lambda ? ($"{prefix}{lambda.Parameter} => ", Print(lambda.Body)) : (prefix, Print(argument.Value));
    }

    /// <summary>C# reads <c>a &lt; b, c &gt; (d)</c> in a list as type arguments, so the first comparison is put into parentheses there.</summary>
    private static void WriteList(StringBuilder output, IReadOnlyList<(string Prefix, string Value)> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) output.Append(", ");
            var (prefix, value) = items[i];
            var splits = EndsLikeTypeArguments().IsMatch(value) && items.Skip(i + 1).Any(later => GoesOnLikeTypeArguments().IsMatch(later.Value));
            output.Append(prefix).Append(splits ? $"({value})" : value);
        }
    }

    [GeneratedRegex(@" < [^\s()]+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndsLikeTypeArguments();

    [GeneratedRegex(@"^[^\s()]+ > \(", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoesOnLikeTypeArguments();

    private static void Write(StringBuilder output, LiteralSyntax literal)
    {
        switch (literal.Value)
        {
            case null:
                output.Append("null");
                break;
            case bool truth:
                output.Append(truth ? "true" : "false");
                break;
            case string text:
                WriteText(output, text);
                break;
            case decimal number:
                if (number < 0) WriteSign(output, '-');
                var digits = Math.Abs(number).ToString(CultureInfo.InvariantCulture);
                output.Append(digits);
                if (!literal.IsInteger && !digits.Contains('.')) output.Append(".0");
                break;
        }
    }

    private static void WriteSign(StringBuilder output, char sign)
    {
        // Two signs together are another operator.
        if (output.Length > 0 && output[^1] == sign && sign != '!') output.Append(' ');
        output.Append(sign);
    }

    private static void WriteText(StringBuilder output, string text)
    {
        output.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => output.Append("\\\""),
                '\\' => output.Append("\\\\"),
                '\n' => output.Append("\\n"),
                '\r' => output.Append("\\r"),
                '\t' => output.Append("\\t"),
                '\u0085' or '\u2028' or '\u2029' => output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ when char.IsControl(c) => output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => output.Append(c),
            };
        }
        output.Append('"');
    }
}
