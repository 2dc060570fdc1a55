using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>Three-valued logic, comparisons and patterns over symbols: the meaning that the evaluator gives to values.</summary>
internal sealed partial class SymbolicWorkflow
{
    /// <summary>The evaluator keeps no larger set of what a value may be.</summary>
    private const int MostAlternatives = 64;

    private static Truth Not(Truth operand) => new(operand.IsFalse, operand.IsTrue, operand.Fault);

    /// <summary>From left to right until one decides or fails; an unknown one goes on.</summary>
    private Truth Chain(bool isAnd, IEnumerable<Truth> operands)
    {
        var (all, decided, fault, ended) = (Term.True, Term.False, Term.False, Term.False);
        foreach (var operand in operands)
        {
            var (deciding, neutral) = isAnd ? (operand.IsFalse, operand.IsTrue) : (operand.IsTrue, operand.IsFalse);
            decided = script.Truth(Term.Or(decided, Term.And(Term.Not(ended), deciding)));
            fault = script.Truth(Term.Or(fault, Term.And(Term.Not(ended), operand.Fault)));
            ended = script.Truth(Term.Or(ended, deciding, operand.Fault));
            all = Term.And(all, neutral);
        }
        return isAnd ? new Truth(all, decided, fault) : new Truth(decided, all, fault);
    }

    private Symbol Compare(BoundComparison comparison)
    {
        var (left, right) = (Evaluate(comparison.Left), Evaluate(comparison.Right));
        var (fault, decidable) = (Term.Or(left.Fault, right.Fault), Term.And(Term.Not(Term.Or(left.Unknown, right.Unknown)), Term.Not(Term.Or(left.Fault, right.Fault))));
        if (left is Thing or Series || right is Thing or Series) return Anything(comparison);
        if (comparison.Operator is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            var (equal, different) = Equality(left, right);
            var result = new Truth(Term.And(decidable, equal), Term.And(decidable, different), fault);
            return comparison.Operator == ComparisonOperator.Equal ? result : Not(result);
        }
        // The order of words by their characters: rare, and anything may come of it.
        if (left is not Number a || right is not Number b) return Anything(comparison);
        if (a.Alternatives.Count == 0 || b.Alternatives.Count == 0) return new Truth(Term.False, Term.False, fault);
        var (isLess, swapped) = comparison.Operator switch
        {
            ComparisonOperator.Less => (true, false),
            ComparisonOperator.GreaterOrEqual => (false, false),
            ComparisonOperator.Greater => (true, true),
            _ => (false, true),
        };
        if (swapped) (a, b) = (b, a);
        var less = new Truth(Term.And(decidable, Term.Less(a.Greatest, b.Least)), Term.And(decidable, Term.AtMost(b.Greatest, a.Least)), fault);
        return isLess ? less : Not(less);
    }

    /// <summary>For whom two values are not the same: another verdict, or another known value. Which values an undecided one may still have is not compared.</summary>
    /// <param name="isDecided">Only for whom both are known.</param>
    public static Term Differ(Symbol left, Symbol right, bool isDecided)
    {
        static Term Other(Term a, Term b) => Term.Or(Term.And(a, Term.Not(b)), Term.And(Term.Not(a), b));
        if (left is Thing or Series || left.GetType() != right.GetType()) throw new NotTranslatedException(FactType.Text);
        var otherValue = Term.And(left.Known, right.Known, Equality(left, right).Different);
        return isDecided ? otherValue : Term.Or(Other(left.Fault, right.Fault), Other(left.Known, right.Known), otherValue);
    }

    /// <summary>Surely equal, surely different; neither when it depends on what is undecided.</summary>
    private static (Term Equal, Term Different) Equality(Symbol left, Symbol right) => (left, right) switch
    {
        (Truth a, Truth b) => (Term.Or(Term.And(a.IsTrue, b.IsTrue), Term.And(a.IsFalse, b.IsFalse)), Term.Or(Term.And(a.IsTrue, b.IsFalse), Term.And(a.IsFalse, b.IsTrue))),
        (Word a, Word b) => WordEquality(a, b),
        (Number { Alternatives.Count: > 0 } a, Number { Alternatives.Count: > 0 } b) => NumberEquality(a, b),
        _ => (Term.False, Term.False),
    };

    private static (Term Equal, Term Different) WordEquality(Word a, Word b)
    {
        var common = Term.Or(a.Alternatives.Where(w => b.Alternatives.ContainsKey(w.Key)).Select(w => Term.And(w.Value, b.Alternatives[w.Key])));
        return (Term.And(common, a.Known, b.Known), Term.Not(common));
    }

    private static (Term Equal, Term Different) NumberEquality(Number a, Number b)
    {
        var equal = Term.And(a.Known, b.Known, Term.Equal(a.Least, b.Least));
        // An interval takes in all between its ends; several points are just these.
        IReadOnlyList<Alternative> Parts(Number number) => number.MayBeRange ? [new Alternative(Term.True, number.Least, number.Greatest)] : number.Alternatives;
        var meet = Parts(a).SelectMany(x => Parts(b).Select(y => Term.And(x.When, y.When, Term.AtMost(x.Low, y.High), Term.AtMost(y.Low, x.High))));
        return (equal, Term.Not(Term.Or(meet)));
    }

    private Truth Test(BoundPattern pattern, Symbol operand)
    {
        if (operand is Thing thing)
        {
            var isKnown = thing.Frame!.IsAnyFactKnown();
            var (known, unknown) = (PartByPart(pattern, operand), OnUnknown(pattern));
            return new Truth(Term.If(isKnown, known.IsTrue, unknown.IsTrue), Term.If(isKnown, known.IsFalse, unknown.IsFalse), operand.Fault);
        }
        var (one, several, none) = (Members(pattern.Matches, operand), PartByPart(pattern, operand), OnUnknown(pattern));
        var isOne = operand.Known;
        Term Choose(Func<Truth, Term> side) => Term.And(Term.Not(operand.Fault), Term.If(operand.Unknown, side(none), pattern.TestsKnown ? Term.If(isOne, side(one), side(several)) : side(one)));
        return Named(new Truth(Choose(t => t.IsTrue), Choose(t => t.IsFalse), operand.Fault));
    }

    private static Truth OnUnknown(BoundPattern pattern) => pattern.OnUnknown is { } truth ? truth ? Truth.True : Truth.False : new Truth(Term.False, Term.False, Term.False);

    /// <summary>For an operand that is one of several values, an object or a list: no single value is known.</summary>
    private Truth PartByPart(BoundPattern pattern, Symbol operand) => pattern switch
    {
        { TestsKnown: false } => Members(pattern.Matches, operand),
        BoundNullPattern => operand is Thing or Series ? Truth.False : Truth.True,
        BoundDiscardPattern => Truth.True,
        BoundNotPattern not => Not(PartByPart(not.Operand, operand)),
        BoundBinaryPattern binary => Chain(binary.IsAnd, [PartByPart(binary.Left, operand), PartByPart(binary.Right, operand)]),
        _ => throw new InvalidOperationException($"no meaning for {pattern.GetType().Name}"),
    };

    /// <summary>All that the operand may be is in the set, or nothing of it is.</summary>
    private static Truth Members(ValueSet matches, Symbol operand)
    {
        switch (operand)
        {
            case Truth truth:
                Term Is(bool value) => Term.Of(matches.Contains(value));
                return new Truth(Term.Or(Term.And(truth.IsTrue, Is(true)), Term.And(truth.IsFalse, Is(false))), Term.Or(Term.And(truth.IsTrue, Term.Not(Is(true))), Term.And(truth.IsFalse, Term.Not(Is(false)))), Term.False);
            case Word word:
                return new Truth(
                    Term.Not(Term.Or(word.Alternatives.Where(w => !matches.Contains(w.Key)).Select(w => w.Value))),
                    Term.Not(Term.Or(word.Alternatives.Where(w => matches.Contains(w.Key)).Select(w => w.Value))), Term.False);
            case Number { Alternatives.Count: > 0 } number:
                var intervals = ((NumberSet)matches).Intervals;
                if (number.MayBeRange)
                    return new Truth(Term.Or(intervals.Select(i => Inside(i, number.Least, number.Greatest))), Term.And(intervals.Select(i => Term.Not(Meets(i, number.Least, number.Greatest)))), Term.False);
                Term In(Alternative a) => Term.Or(intervals.Select(i => Inside(i, a.Low, a.High)));
                return new Truth(Term.And(number.Alternatives.Select(a => Term.Implies(a.When, In(a)))), Term.And(number.Alternatives.Select(a => Term.Implies(a.When, Term.Not(In(a))))), Term.False);
            default:
                return new Truth(Term.False, Term.True, Term.False);
        }
    }

    private static Term Inside(Interval interval, Term low, Term high) => Term.And(AtLeast(interval.Low, low), AtMost(interval.High, high));

    private static Term Meets(Interval interval, Term low, Term high) => Term.And(AtLeast(interval.Low, high), AtMost(interval.High, low));

    private static Term AtLeast(Bound bound, Term value) =>
        bound.Value is not { } limit ? Term.True : bound.Inclusive ? Term.AtMost(Term.Of(limit), value) : Term.Less(Term.Of(limit), value);

    private static Term AtMost(Bound bound, Term value) =>
        bound.Value is not { } limit ? Term.True : bound.Inclusive ? Term.AtMost(value, Term.Of(limit)) : Term.Less(value, Term.Of(limit));

    private static Truth IsKnown(Symbol operand) => operand switch
    {
        Thing thing => Truth.Of(thing.Frame!.IsAnyFactKnown()),
        _ => new Truth(operand.Known, operand.Undecided, operand.Fault),
    };

    private Symbol Conditional(BoundConditional conditional)
    {
        var condition = (Truth)Evaluate(conditional.Condition);
        if (conditional.Type is ObjectType or ListType) return Anything(conditional);
        var undecided = script.Truth(condition.Undecided);
        return Join([(Term.Or(condition.IsTrue, undecided), Evaluate(conditional.WhenTrue)), (Term.Or(condition.IsFalse, undecided), Evaluate(conditional.WhenFalse))], Term.False, condition.Fault);
    }

    private Symbol Coalesce(BoundCoalesce coalesce)
    {
        var left = Evaluate(coalesce.Left);
        if (left is Thing or Series) return Anything(coalesce);
        return Join([(script.Truth(left.Known), left), (script.Truth(left.Undecided), Evaluate(coalesce.Right))], Term.False, left.Fault);
    }

    /// <summary>One of several values, each while its condition holds. Unknown when one that counts is; the first fault wins.</summary>
    private Symbol Join(IReadOnlyList<(Term When, Symbol Value)> choices, Term unknown, Term fault)
    {
        fault = script.Truth(Term.Or([fault, .. choices.Select(c => Term.And(c.When, c.Value.Fault))]));
        unknown = script.Truth(Term.And(Term.Not(fault), Term.Or([unknown, .. choices.Select(c => Term.And(c.When, c.Value.Unknown))])));
        var possible = Term.Not(Term.Or(fault, unknown));
        switch (choices[0].Value)
        {
            case Truth:
                var isAny = Term.Or(choices.Select(c => c.When));
                Term All(Func<Truth, Term> side) => Term.And([possible, isAny, .. choices.Select(c => Term.Implies(c.When, side((Truth)c.Value)))]);
                return Named(new Truth(All(t => t.IsTrue), All(t => t.IsFalse), fault));
            case Word:
                var words = choices.SelectMany(c => ((Word)c.Value).Alternatives.Select(w => (w.Key, When: Term.And(c.When, w.Value)))).ToList();
                if (words.DistinctBy(w => w.Key).Count() > MostAlternatives) throw new NotTranslatedException(FactType.Text);
                return new Word(words.GroupBy(w => w.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Term.Or(g.Select(w => w.When)), StringComparer.Ordinal), unknown, fault).Named(script);
            case Number:
                var numbers = choices.SelectMany(c => ((Number)c.Value).Alternatives.Select(a => a with { When = Term.And(c.When, a.When) }));
                var merged = numbers.GroupBy(a => (a.Low, a.High)).Select(g => new Alternative(Term.Or(g.Select(a => a.When)), g.Key.Low, g.Key.High)).ToList();
                // An interval beside others makes one interval of all for some patients, and leaves a set for others: not said here.
                if (merged.Count > MostAlternatives || (merged.Count > 1 && merged.Exists(a => a.Low != a.High))) throw new NotTranslatedException(FactType.Number);
                return new Number(merged, unknown, fault).Named(script);
            default:
                throw new NotTranslatedException(FactType.Text);
        }
    }
}
