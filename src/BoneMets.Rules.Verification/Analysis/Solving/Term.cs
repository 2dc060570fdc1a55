using System.Globalization;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>
/// A term of SMT-LIB as text. What constants decide is decided here already, so that the solver sees only what depends on facts. Immutable.
/// </summary>
internal sealed record Term(string Text)
{
    public static readonly Term True = new("true") { Truth = true };
    public static readonly Term False = new("false") { Truth = false };

    /// <summary>Set for the two constants.</summary>
    public bool? Truth { get; private init; }

    /// <summary>Set for a numeral.</summary>
    public decimal? Numeral { get; private init; }

    public bool IsTrue => Truth == true;

    public bool IsFalse => Truth == false;

    public static Term Of(bool truth) => truth ? True : False;

    public static Term Of(decimal number)
    {
        var text = Math.Abs(number).ToString("0.0###########################", CultureInfo.InvariantCulture);
        return new Term(number < 0 ? $"(- {text})" : text) { Numeral = number };
    }

    public static Term Not(Term operand) => operand.Truth is { } truth ? Of(!truth) : operand.Text.StartsWith("(not ", StringComparison.Ordinal) ? new Term(operand.Text[5..^1]) : new Term($"(not {operand.Text})");

    public static Term And(params IEnumerable<Term> operands) => Chain("and", operands, neutral: true);

    public static Term Or(params IEnumerable<Term> operands) => Chain("or", operands, neutral: false);

    public static Term Implies(Term condition, Term consequence) => Or(Not(condition), consequence);

    public static Term If(Term condition, Term then, Term otherwise)
    {
        if (condition.Truth is { } truth) return truth ? then : otherwise;
        if (then == otherwise) return then;
        if (then.IsTrue) return Or(condition, otherwise);
        if (then.IsFalse) return And(Not(condition), otherwise);
        if (otherwise.IsTrue) return Or(Not(condition), then);
        if (otherwise.IsFalse) return And(condition, then);
        return new Term($"(ite {condition.Text} {then.Text} {otherwise.Text})");
    }

    public static Term Equal(Term left, Term right)
    {
        if (left == right) return True;
        if (left.Numeral is { } a && right.Numeral is { } b) return Of(a == b);
        return new Term($"(= {left.Text} {right.Text})");
    }

    public static Term Less(Term left, Term right) =>
        left == right ? False : left.Numeral is { } a && right.Numeral is { } b ? Of(a < b) : new Term($"(< {left.Text} {right.Text})");

    public static Term AtMost(Term left, Term right) => Not(Less(right, left));

    public static Term Least(Term left, Term right) => left == right ? left : If(Less(right, left), right, left);

    public static Term Greatest(Term left, Term right) => left == right ? left : If(Less(left, right), right, left);

    public static Term Negate(Term operand) => operand.Numeral is { } number ? Of(-number) : new Term($"(- {operand.Text})");

    /// <summary>Real numbers: no rounding, no overflow. A division by zero must have been excluded.</summary>
    public static Term Calculate(ArithmeticOperator op, Term left, Term right)
    {
        if (left.Numeral is { } a && right.Numeral is { } b && op is not (ArithmeticOperator.Divide or ArithmeticOperator.Remainder))
        {
            try
            {
                return Of(op switch { ArithmeticOperator.Add => a + b, ArithmeticOperator.Subtract => a - b, _ => a * b });
            }
            catch (OverflowException)
            {
                // Left to the solver, which knows no greatest number.
            }
        }
        var symbol = op switch { ArithmeticOperator.Add => "+", ArithmeticOperator.Subtract => "-", ArithmeticOperator.Multiply => "*", _ => "/" };
        return new Term($"({symbol} {left.Text} {right.Text})");
    }

    public override string ToString() => Text;

    private static Term Chain(string symbol, IEnumerable<Term> operands, bool neutral)
    {
        var kept = new List<Term>();
        foreach (var operand in operands)
        {
            if (operand.Truth == !neutral) return Of(!neutral);
            if (operand.Truth is null && !kept.Contains(operand)) kept.Add(operand);
        }
        return kept.Count switch { 0 => Of(neutral), 1 => kept[0], _ => new Term($"({symbol} {string.Join(' ', kept)})") };
    }
}
