using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>Arithmetic over numbers that may be undecided, as the evaluator does it: intervals of the least and the greatest.</summary>
internal sealed partial class SymbolicWorkflow
{
    private static readonly Term Zero = Term.Of(0m);

    private Symbol Calculate(BoundArithmetic arithmetic)
    {
        // Chains lean to the left and may be long.
        var spine = new Stack<BoundArithmetic>();
        BoundNode node = arithmetic;
        for (; node is BoundArithmetic inner; node = inner.Left) spine.Push(inner);
        var result = Evaluate(node);
        while (spine.TryPop(out var next)) result = Apply(next, (Number)result, (Number)Evaluate(next.Right));
        return result;
    }

    private Symbol Apply(BoundArithmetic node, Number left, Number right)
    {
        (left, right) = (left.Named(script), right.Named(script));
        if (left.Alternatives.Count == 0 || right.Alternatives.Count == 0) return new Number([], Term.Not(Faulty(left, right)), Faulty(left, right));
        return node.Operator switch
        {
            ArithmeticOperator.Add => Add(left, right).Named(script),
            ArithmeticOperator.Subtract => Add(left, Negate(right)).Named(script),
            ArithmeticOperator.Multiply => Multiply(left, right).Named(script),
            ArithmeticOperator.Divide => Divide(left, right).Named(script),
            _ => Anything(node),
        };
    }

    private static Term Faulty(Symbol left, Symbol right) => Term.Or(left.Fault, right.Fault);

    private static Term Unknown(Symbol left, Symbol right) => Term.And(Term.Not(Faulty(left, right)), Term.Or(left.Unknown, right.Unknown));

    private static Number Add(Number left, Number right)
    {
        if (left.Alternatives.Count == 0 || right.Alternatives.Count == 0) return new Number([], Term.Not(Faulty(left, right)), Faulty(left, right));
        var low = Term.Calculate(ArithmeticOperator.Add, left.Least, right.Least);
        var isPoint = left.Least == left.Greatest && right.Least == right.Greatest;
        return new Number([new Alternative(Term.True, low, isPoint ? low : Term.Calculate(ArithmeticOperator.Add, left.Greatest, right.Greatest))], Unknown(left, right), Faulty(left, right));
    }

    /// <summary>Of several points the engine keeps the ends only, here too.</summary>
    private static Number Negate(Number operand) => operand.Alternatives.Count == 0
        ? operand
        : new Number([new Alternative(Term.True, Term.Negate(operand.Greatest), Term.Negate(operand.Least))], operand.Unknown, operand.Fault);

    /// <summary>Of two undecided factors nothing is known.</summary>
    private static Number Multiply(Number left, Number right)
    {
        var (x, y) = (Term.Calculate(ArithmeticOperator.Multiply, left.Least, right.Least), Term.Calculate(ArithmeticOperator.Multiply, left.Greatest, right.Greatest));
        return Between(x, y, Term.Or(left.Known, right.Known), left, right, Term.False);
    }

    private static Number Divide(Number left, Number right)
    {
        var isZero = Term.And(right.Known, Term.Not(left.Fault), Term.Equal(right.Least, Zero));
        var leavesOutZero = Term.Or(Term.Less(Zero, right.Least), Term.Less(right.Greatest, Zero));
        Term By(Term dividend, Term divisor) => Term.Calculate(ArithmeticOperator.Divide, dividend, divisor);
        var (byPoint, byRange) = ((By(left.Least, right.Least), By(left.Greatest, right.Least)), (By(left.Least, right.Least), By(left.Least, right.Greatest)));
        var x = byPoint.Item1;
        var y = Term.If(right.Known, byPoint.Item2, byRange.Item2);
        return Between(x, y, Term.Or(right.Known, Term.And(left.Known, leavesOutZero)), left, right, isZero);
    }

    private static Number Between(Term x, Term y, Term isBounded, Number left, Number right, Term fault)
    {
        fault = Term.Or(Faulty(left, right), fault);
        var unknown = Term.And(Term.Not(fault), Term.Or(left.Unknown, right.Unknown, Term.Not(isBounded)));
        return new Number([x == y ? new Alternative(Term.True, x, x) : new Alternative(Term.True, Term.Least(x, y), Term.Greatest(x, y))], unknown, fault);
    }

    private Symbol ValueIn(BoundValueIn node)
    {
        var operand = (Number)Evaluate(node.Operand);
        if (node.Conversion is not { } conversion) return operand;
        var factor = conversion.Factor ?? conversion.Divisor!.Value;
        var op = conversion.Factor is null ? ArithmeticOperator.Multiply : ArithmeticOperator.Divide;
        Term Convert(Term value) => Term.Calculate(op, value, Term.Of(factor));
        return factor > 0
            ? operand.Select(a => new Alternative(a.When, Convert(a.Low), Convert(a.High))).Named(script)
            : Anything(node);
    }

    /// <summary>Functions of known numbers, and the greatest and least of undecided ones. What the solver cannot say may be anything.</summary>
    private Symbol Call(BoundFunction function)
    {
        if (function.Function is not (ScalarFunction.Min or ScalarFunction.Max or ScalarFunction.Abs or ScalarFunction.Floor or ScalarFunction.Ceiling or ScalarFunction.DaysBetween)) return Anything(function);
        var arguments = function.Arguments.Select(Evaluate).ToList();
        if (arguments.Exists(a => a is not Number { Alternatives.Count: > 0 })) return Anything(function);
        var numbers = arguments.Cast<Number>().ToList();
        var fault = Term.Or(numbers.Select(n => n.Fault));
        if (function.Function is ScalarFunction.Min or ScalarFunction.Max)
        {
            Func<Term, Term, Term> better = function.Function == ScalarFunction.Max ? Term.Greatest : Term.Least;
            var unknown = Term.And(Term.Not(fault), Term.Or(numbers.Select(n => n.Unknown)));
            var (low, high) = (numbers.Select(n => n.Least).Aggregate(better), numbers.Select(n => n.Greatest).Aggregate(better));
            return new Number([new Alternative(Term.True, low, high)], unknown, fault).Named(script);
        }
        var undecided = Term.And(Term.Not(fault), Term.Not(Term.And(numbers.Select(n => n.Known))));
        var of = numbers[0].Least;
        var result = function.Function switch
        {
            ScalarFunction.Abs => Term.If(Term.Less(of, Zero), Term.Negate(of), of),
            ScalarFunction.Floor => new Term($"(to_real (to_int {of}))"),
            ScalarFunction.Ceiling => Term.Negate(new Term($"(to_real (to_int {Term.Negate(of)}))")),
            _ => Term.Calculate(ArithmeticOperator.Subtract, numbers[1].Least, of),
        };
        return new Number([new Alternative(Term.True, result, result)], undecided, fault).Named(script);
    }
}
