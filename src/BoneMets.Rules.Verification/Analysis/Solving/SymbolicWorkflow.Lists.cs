using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>Queries over lists of bounded length, element by element.</summary>
internal sealed partial class SymbolicWorkflow
{
    private Symbol Query(BoundListQuery query)
    {
        if (Evaluate(query.Source) is not Series source) return Anything(query);
        switch (query.Operation)
        {
            case ListOperation.Any:
                return Exists(source, PerElement(query, source));
            case ListOperation.All:
                return Not(Exists(source, [.. PerElement(query, source).Select(t => Not(t))]));
            case ListOperation.Count:
                var counted = Filtered(source, PerElement(query, source));
                var ones = counted with { Elements = [.. counted.Elements.Select(e => e with { Value = Number.Of(Term.Of(1m)) })] };
                return Sum(ones);
            case ListOperation.Where:
                return Filtered(source, PerElement(query, source));
            case ListOperation.Select or ListOperation.Sum or ListOperation.Min or ListOperation.Max:
                var selected = Selected(query, source);
                return query.Operation switch
                {
                    ListOperation.Select => selected,
                    ListOperation.Sum => Sum(selected),
                    var operation => Extreme(selected, operation == ListOperation.Max, isNeverEmpty: false),
                };
            default:
                return Anything(query);
        }
    }

    private Truth Exists(Series list, IReadOnlyList<Truth> matches)
    {
        // An unknown list: true or false only after it is given.
        var found = Chain(isAnd: false, list.Elements.Select((e, i) => Chain(isAnd: true, [Belongs(e), matches[i]])));
        var isGiven = Term.Not(Term.Or(list.Unknown, list.Fault));
        return Named(new Truth(Term.And(isGiven, found.IsTrue), Term.And(isGiven, found.IsFalse), Term.Or(list.Fault, Term.And(isGiven, found.Fault))));
    }

    private Series Filtered(Series list, IReadOnlyList<Truth> matches)
    {
        var elements = list.Elements.Select((e, i) => new Element(
            e.Value, script.Truth(Term.And(e.Sure, matches[i].IsTrue)), script.Truth(Term.And(Term.Or(e.Sure, e.Perhaps), Term.Not(matches[i].IsFalse), Term.Not(Term.And(e.Sure, matches[i].IsTrue)))))).ToList();
        return list with { Elements = elements, Fault = script.Truth(Term.Or([list.Fault, .. list.Elements.Select((e, i) => Term.And(Term.Not(list.Unknown), Term.Or(e.Sure, e.Perhaps), matches[i].Fault))])) };
    }

    private Series Selected(BoundListQuery query, Series list)
    {
        if (query is not { Body: { } body, Variable: { } variable }) return list;
        var elements = list.Elements.Select(e => e with { Value = Within(variable, e.Value, () => Named(Evaluate(body))) }).ToList();
        return list with { Elements = elements, Fault = script.Truth(Term.Or([list.Fault, .. elements.Select(e => Term.And(Term.Not(list.Unknown), Term.Or(e.Sure, e.Perhaps), e.Value.Fault))])) };
    }

    private IReadOnlyList<Truth> PerElement(BoundListQuery query, Series list) => query is not { Body: { } body }
        ? [.. list.Elements.Select(_ => Truth.True)]
        : [.. list.Elements.Select(e => query.Variable is { } variable ? Within(variable, e.Value, () => Named((Truth)Evaluate(body))) : (Truth)Evaluate(body))];

    /// <summary>Lambdas of one depth never nest, but a definition read by a body may have its own, so the variable is put back.</summary>
    internal T Within<T>(LambdaVariable variable, Symbol element, Func<T> evaluate)
    {
        variables.TryGetValue(variable.Depth, out var outer);
        variables[variable.Depth] = element;
        try
        {
            return evaluate();
        }
        finally
        {
            if (outer is null) variables.Remove(variable.Depth);
            else variables[variable.Depth] = outer;
        }
    }

    private static Truth Belongs(Element element) => new(element.Sure, Term.Not(Term.Or(element.Sure, element.Perhaps)), Term.False);

    private Number Sum(Series list)
    {
        Number total = Number.Of(Zero);
        foreach (var element in list.Elements)
        {
            var number = (Number)element.Value;
            if (number.Alternatives.Count == 0) throw new NotTranslatedException(Facts.FactType.Number);
            var counts = Term.Or(element.Sure, element.Perhaps);
            Term Part(Term end, Func<Term, Term, Term> towards) => Term.If(element.Sure, end, Term.If(element.Perhaps, towards(end, Zero), Zero));
            var part = new Number([new Alternative(Term.True, Part(number.Least, Term.Least), Part(number.Greatest, Term.Greatest))], Term.And(counts, number.Unknown), Term.And(counts, number.Fault));
            total = Add(total, part.Named(script)).Named(script);
        }
        return total with { Unknown = script.Truth(Term.And(Term.Not(list.Fault), Term.Or(list.Unknown, total.Unknown))), Fault = list.Fault };
    }

    /// <summary>An element that may not belong can only move the end that it would improve. Of no element at all the extreme is unknown.</summary>
    private Number Extreme(Series list, bool greatest, bool isNeverEmpty)
    {
        var numbers = list.Elements.Select(e => (e.Sure, Any: Term.Or(e.Sure, e.Perhaps), Value: (Number)e.Value)).ToList();
        if (numbers.Count == 0 || numbers.Exists(n => n.Value.Alternatives.Count == 0)) throw new NotTranslatedException(Facts.FactType.Number);
        Term Best(Func<(Term Sure, Term Any, Number Value), Term> when, Func<Number, Term> end, bool most)
        {
            var of = new Number([.. numbers.Select(n => new Alternative(when(n), end(n.Value), end(n.Value)))], Term.False, Term.False);
            return script.Number(most ? of.Greatest : of.Least);
        }
        var (isSure, isAny) = (script.Truth(Term.Or(numbers.Select(n => n.Sure))), script.Truth(Term.Or(numbers.Select(n => n.Any))));
        var low = greatest ? Term.If(isSure, Best(n => n.Sure, v => v.Least, true), Best(n => n.Any, v => v.Least, false)) : Best(n => n.Any, v => v.Least, false);
        var high = greatest ? Best(n => n.Any, v => v.Greatest, true) : Term.If(isSure, Best(n => n.Sure, v => v.Greatest, false), Best(n => n.Any, v => v.Greatest, true));
        var isUnknown = Term.Or([list.Unknown, isNeverEmpty ? Term.Not(isAny) : Term.Not(isSure), .. numbers.Select(n => Term.And(n.Any, n.Value.Unknown))]);
        return new Number([new Alternative(Term.True, low, high)], script.Truth(Term.And(Term.Not(list.Fault), isUnknown)), list.Fault).Named(script);
    }
}
