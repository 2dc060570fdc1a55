using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Binary operators. Left-associative chains are walked in a loop: an author may write a thousand of them.</summary>
internal sealed partial class ExpressionBinder
{
    private BoundNode? BindBinary(BinarySyntax binary) => binary.Operator switch
    {
        BinaryOperator.And or BinaryOperator.Or => BindLogic(binary),
        BinaryOperator.Coalesce => BindCoalesce(binary),
        BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Remainder => BindArithmetic(binary),
        _ => BindComparison(binary),
    };

    private BoundLogic? BindLogic(BinarySyntax binary)
    {
        var syntaxes = new List<Syntax>();
        Syntax first = binary;
        while (first is BinarySyntax chain && chain.Operator == binary.Operator)
        {
            syntaxes.Add(chain.Right);
            first = chain.Left;
        }
        syntaxes.Add(first);
        syntaxes.Reverse();
        var operands = syntaxes.Select(BindCondition).ToList();
        return operands.Any(o => o is null) ? null : new BoundLogic(binary.Span, binary.Operator == BinaryOperator.And, operands!);
    }

    private BoundCoalesce? BindCoalesce(BinarySyntax binary)
    {
        var left = Bind(binary.Left);
        var right = Bind(binary.Right);
        if (left is null || right is null) return null;
        if (TypeRules.Join(left.Type, right.Type) is { } type && TypeRules.IsScalar(type))
        {
            if (left.Type is EnumType words && right is BoundConstant && !InEnumeration(words, right)) return null;
            return new BoundCoalesce(binary.Span, left.Type is EnumType && right is BoundConstant ? left.Type : type, left, right);
        }
        Mismatch(binary.OperatorSpan, left, right, "the two sides of `??` are");
        return null;
    }

    private BoundNode? BindArithmetic(BinarySyntax binary)
    {
        var chain = new Stack<BinarySyntax>();
        Syntax first = binary;
        while (first is BinarySyntax { Operator: >= BinaryOperator.Add } next)
        {
            chain.Push(next);
            first = next.Left;
        }
        var left = Bind(first);
        if (left is not null && !TypeRules.IsNumber(left.Type)) left = NotANumber(first, left);
        while (chain.TryPop(out var step))
        {
            var right = Bind(step.Right);
            if (right is not null && !TypeRules.IsNumber(right.Type)) right = NotANumber(step.Right, right);
            left = left is null || right is null ? null : Arithmetic(step, left, right);
        }
        return left;
    }

    private BoundNode? Arithmetic(BinarySyntax syntax, BoundNode left, BoundNode right)
    {
        var (a, b) = (TypeRules.NumberOf(left.Type), TypeRules.NumberOf(right.Type));
        var op = (ArithmeticOperator)(syntax.Operator - BinaryOperator.Add);
        if (op is ArithmeticOperator.Divide or ArithmeticOperator.Remainder && right is BoundConstant { Value: 0m })
            return Error(syntax.Span, DiagnosticCode.ConstantDivisionByZero, $"`{Slice(syntax.Span)}` divides by zero");
        NumberType? type = op switch
        {
            ArithmeticOperator.Add or ArithmeticOperator.Subtract or ArithmeticOperator.Remainder =>
                TypeRules.UnitsMeet(a, b) ? new NumberType(a.IsInteger && b.IsInteger, a.Unit ?? b.Unit) : null,
            ArithmeticOperator.Multiply => new NumberType(a.IsInteger && b.IsInteger, a.Unit is null || b.Unit is null ? a.Unit ?? b.Unit : null),
            // A unit divided by a plain number stays; a plain number by a unit, or two units, is plain.
            _ => new NumberType(false, b.Unit is null ? a.Unit : null),
        };
        return type is null ? Mismatch(syntax.OperatorSpan, left, right, $"the two sides of `{Slice(syntax.OperatorSpan)}` are") : new BoundArithmetic(syntax.Span, type, op, left, right);
    }

    private BoundNode? BindComparison(BinarySyntax binary)
    {
        var op = (ComparisonOperator)(binary.Operator - BinaryOperator.Equal);
        var equality = op is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
        if (equality && (IsNull(binary.Right) || IsNull(binary.Left)))
        {
            if (Bind(IsNull(binary.Right) ? binary.Left : binary.Right) is not { } asked) return null;
            BoundNode known = new BoundIsKnown(binary.Span, asked);
            return op == ComparisonOperator.Equal ? new BoundNot(binary.Span, known) : known;
        }
        var left = Bind(binary.Left);
        var right = Bind(binary.Right);
        if (left is null || right is null) return null;
        if (!TypeRules.Comparable(left.Type, right.Type) && new[] { left, right }.FirstOrDefault(n => !TypeRules.IsScalar(n.Type)) is { } whole)
            return Error(binary.Span, DiagnosticCode.TypeMismatch, $"`{Slice(whole.Span)}` is {whole.Type.Describe()}; lists and objects cannot be compared", "compare single facts of them");
        if (!TypeRules.Comparable(left.Type, right.Type)) return Mismatch(binary.Span, left, right, "the two sides of a comparison are");
        if (!equality && !(TypeRules.Ordered(left.Type) && TypeRules.Ordered(right.Type)))
            return Error(binary.Span, DiagnosticCode.TypeMismatch, $"`{Slice(binary.OperatorSpan)}` compares numbers and dates, but `{Slice(left.Span)}` is {left.Type.Describe()}");
        if (left.Type is NumberType a && right.Type is NumberType b && !TypeRules.UnitsMeet(a, b))
            return Mismatch(binary.Span, left, right, "the two sides of a comparison are");
        if (left.Type is EnumType leftWords && right is BoundConstant && !InEnumeration(leftWords, right)) return null;
        if (right.Type is EnumType rightWords && left is BoundConstant && !InEnumeration(rightWords, left)) return null;
        return new BoundComparison(binary.Span, op, left, right);
    }

    private static bool IsNull(Syntax syntax) => syntax is LiteralSyntax { Value: null };

    private bool InEnumeration(EnumType type, BoundNode constant)
    {
        if (constant is not BoundConstant { Value: string word } || type.Values.Contains(word, StringComparer.Ordinal)) return true;
        Unknown(constant.Span, DiagnosticCode.NotInEnumeration, $"`{word}` is not one of {Listed(type.Values)}", word, type.Values, isText: true);
        return false;
    }

    private static string Listed(IReadOnlyList<string> words)
    {
        const int most = 12;
        return string.Join(", ", words.Take(most).Select(w => $"`{w}`")) + (words.Count > most ? $" and {words.Count - most} more" : "");
    }
}
