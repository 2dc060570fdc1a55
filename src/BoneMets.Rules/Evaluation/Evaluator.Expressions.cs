using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>Facts, operators and functions: operands from left to right, an evaluated fault at once, a right side only when it is needed.</summary>
public sealed partial class Evaluator
{
    private Value Fact(BoundFact fact)
    {
        var owner = Evaluate(fact.Owner);
        if (owner is FaultValue) return owner;
        if (owner is KnownValue { Content: FactFrame frame }) return FactOf(frame, fact.Property);
        var possible = owner is UnknownValue { Possible: var objects } ? objects.OfType<KnownValue>().Select(o => FactOf((FactFrame)o.Content, fact.Property)).ToList() : [];
        return new UnknownValue(possible.Aggregate(owner.Missing, (all, v) => all.And(v.Missing)), fact.Property.Type is ObjectType ? possible : null);
    }

    private Value FactOf(FactFrame frame, FactProperty property)
    {
        if (property.Type is not ListType) return FactReading.Read(frame, property);
        return frame.Lists[property.Slot] is { } list ? context.ListOf(list) : FactReading.Missing(frame, property);
    }

    /// <summary>A field that the shape lacks, and fields of such a field: <c>input1.a.b</c> misses just that.</summary>
    private Value Absent(BoundAbsent absent)
    {
        var (path, root) = (absent.Name, absent.Owner);
        while (root is BoundAbsent outer) (path, root) = ($"{outer.Name}.{path}", outer.Owner);
        if (root is null) return new UnknownValue(MissingFacts.Of(path));
        var owner = Evaluate(root);
        if (owner is FaultValue) return owner;
        return new UnknownValue(owner is KnownValue known
            ? MissingFacts.Of(known.Content is FactFrame frame ? MissingPath.Of(frame, path) : path)
            : root.Type is AbsentType ? MissingInElement(owner.Missing, path) : owner.Missing);
    }

    /// <summary>An element of which nothing is known lacks the field that is asked for, as it does when other elements have it; a missing list stays just that.</summary>
    private static MissingFacts MissingInElement(MissingFacts missing, string path) =>
        missing.ToSortedList().Aggregate(MissingFacts.None, (all, place) => all.And(MissingFacts.Of(place.EndsWith(']') ? $"{place}.{path}" : place)));

    private Value Logic(BoundLogic logic)
    {
        var result = Value.Of(logic.IsAnd) as Value;
        foreach (var operand in logic.Operands)
        {
            var next = Evaluate(operand);
            result = logic.IsAnd ? Kleene.And(result, next) : Kleene.Or(result, next);
            if (result is FaultValue || (logic.IsAnd ? Kleene.IsFalse(result) : Kleene.IsTrue(result))) return result;
        }
        return result;
    }

    private Value Compare(BoundComparison comparison)
    {
        var left = Evaluate(comparison.Left);
        return left is FaultValue ? left : Comparisons.Compare(comparison.Operator, left, Evaluate(comparison.Right));
    }

    /// <summary>Chains lean to the left and may be long, so their spine is walked in a loop.</summary>
    private Value Calculate(BoundArithmetic arithmetic)
    {
        var pending = new Stack<BoundArithmetic>();
        pending.Push(arithmetic);
        while (pending.Peek().Left is BoundArithmetic inner)
        {
            Trace?.Enter(inner);
            pending.Push(inner);
        }
        var result = Evaluate(pending.Peek().Left);
        while (pending.TryPop(out var next))
        {
            if (result is not FaultValue) result = Arithmetic.Apply(next.Operator, result, Evaluate(next.Right));
            if (pending.Count > 0) Trace?.Exit(next, result);
        }
        return result;
    }

    private Value Conditional(BoundConditional conditional)
    {
        var condition = Evaluate(conditional.Condition);
        if (condition is FaultValue) return condition;
        if (condition is KnownValue) return Evaluate(Kleene.IsTrue(condition) ? conditional.WhenTrue : conditional.WhenFalse);
        var whenTrue = Evaluate(conditional.WhenTrue);
        return whenTrue is FaultValue ? whenTrue : Candidates.Join([whenTrue, Evaluate(conditional.WhenFalse)], condition.Missing);
    }

    private Value Coalesce(BoundCoalesce coalesce)
    {
        var left = Evaluate(coalesce.Left);
        return Kleene.IsUndecided(left) ? Evaluate(coalesce.Right) : left;
    }

    private static Value IsKnown(Value operand) => operand switch
    {
        FaultValue => operand,
        KnownValue { Content: FactFrame frame } => Value.Of(Patterns.IsAnyFactKnown(frame)),
        _ => Value.Of(operand.IsKnown),
    };

    private Value ValueIn(BoundValueIn node)
    {
        var operand = Evaluate(node.Operand);
        return node.Conversion is { } conversion ? Arithmetic.Convert(operand, conversion) : operand;
    }

    private Value Call(BoundFunction function)
    {
        var arguments = new Value[function.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Evaluate(function.Arguments[i]);
            if (arguments[i] is FaultValue) return arguments[i];
        }
        // A search in a long text is as much work as the visit of many elements.
        if (arguments is [KnownValue { Content: string text }, ..] && !context.Budget.TrySpend(WorkSize.StepsOf(text, (arguments.ElementAtOrDefault(1) as KnownValue)?.Content as string))) return Faults.BudgetExhausted;
        return Functions.Apply(function.Function, arguments);
    }

    private Value ListOf(BoundList list)
    {
        var items = new ListItem[list.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            var item = Evaluate(list.Items[i]);
            if (item is FaultValue) return item;
            items[i] = new ListItem(item, true, MissingFacts.None);
        }
        return new KnownValue(new ListValue(items));
    }
}
