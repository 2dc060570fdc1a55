namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>
/// What an expression comes to, for all patients at once: <see cref="Unknown"/> and <see cref="Fault"/> say for which patients nothing is known
/// of it, or it cannot be computed; for all others one or more alternatives are possible. The symbolic twin of the evaluator's <c>Value</c>.
/// </summary>
internal abstract record Symbol(Term Unknown, Term Fault)
{
    /// <summary>A single value.</summary>
    public abstract Term Known { get; }

    /// <summary>Neither known nor a fault.</summary>
    public Term Undecided => Term.And(Term.Not(Known), Term.Not(Fault));

    /// <summary>At least one alternative.</summary>
    protected Term Possible => Term.And(Term.Not(Unknown), Term.Not(Fault));
}

/// <summary>True, false, unknown (neither) or a fault.</summary>
internal sealed record Truth(Term IsTrue, Term IsFalse, Term Fault) : Symbol(Term.Not(Term.Or(IsTrue, IsFalse, Fault)), Fault)
{
    public static readonly Truth True = new(Term.True, Term.False, Term.False);
    public static readonly Truth False = new(Term.False, Term.True, Term.False);

    public override Term Known => Term.Or(IsTrue, IsFalse);

    /// <summary>A term of two values.</summary>
    public static Truth Of(Term holds) => new(holds, Term.Not(holds), Term.False);
}

/// <summary>A number, or a date by its day number: points and closed intervals, each with when it is possible.</summary>
internal sealed record Number(IReadOnlyList<Alternative> Alternatives, Term Unknown, Term Fault) : Symbol(Unknown, Fault)
{
    private Term? least;
    private Term? greatest;

    public static Number Of(Term value) => new([new Alternative(Term.True, value, value)], Term.False, Term.False);

    public Term Least => least ??= End(a => a.Low, Term.Least);

    public Term Greatest => greatest ??= End(a => a.High, Term.Greatest);

    public override Term Known => Term.And(Possible, Alternatives.Count == 0 ? Term.False : Term.Equal(Least, Greatest));

    /// <summary>It is an interval, not one of several points.</summary>
    public bool MayBeRange => Alternatives.Any(a => a.Low != a.High);

    /// <summary>Another number, of other alternatives under the same conditions. (A copy by <c>with</c> would keep the ends.)</summary>
    public Number Select(Func<Alternative, Alternative> change) => new([.. Alternatives.Select(change)], Unknown, Fault);

    public Number Named(Script script)
    {
        var named = new Number([.. Alternatives.Select(a => a.Named(script))], script.Truth(Unknown), script.Truth(Fault));
        if (named.Alternatives.Count == 0) return named;
        (named.least, named.greatest) = (script.Number(named.Least), script.Number(named.Greatest));
        return named;
    }

    private Term End(Func<Alternative, Term> end, Func<Term, Term, Term> better)
    {
        var (result, isAny) = (end(Alternatives[^1]), Alternatives[^1].When);
        foreach (var alternative in Alternatives.Reverse().Skip(1))
        {
            result = Term.If(alternative.When, Term.If(isAny, better(end(alternative), result), end(alternative)), result);
            isAny = Term.Or(alternative.When, isAny);
        }
        return result;
    }
}

/// <summary>A number that a value may be, while <see cref="When"/> holds.</summary>
internal sealed record Alternative(Term When, Term Low, Term High)
{
    public Alternative Named(Script script)
    {
        var low = script.Number(Low);
        return new Alternative(script.Truth(When), low, Low == High ? low : script.Number(High));
    }
}

/// <summary>An enumeration word or a text: every one that it may be, with when; never two of them when <see cref="IsSingle"/>.</summary>
internal sealed record Word(IReadOnlyDictionary<string, Term> Alternatives, Term Unknown, Term Fault, bool IsSingle = false) : Symbol(Unknown, Fault)
{
    public static Word Of(string word) => new(new Dictionary<string, Term>(StringComparer.Ordinal) { [word] = Term.True }, Term.False, Term.False, true);

    public override Term Known => IsSingle ? Possible : Term.And(Possible, AtMostOne());

    public Word Named(Script script) => this with { Alternatives = Alternatives.ToDictionary(a => a.Key, a => script.Truth(a.Value), StringComparer.Ordinal), Unknown = script.Truth(Unknown), Fault = script.Truth(Fault) };

    private Term AtMostOne()
    {
        var all = Alternatives.Values.ToList();
        return Term.And(all.SelectMany((a, i) => all.Skip(i + 1).Select(b => Term.Not(Term.And(a, b)))));
    }
}

/// <summary>An object. Of one that is unknown, so is all that is read from it.</summary>
internal sealed record Thing(SymbolicFrame? Frame, Term Unknown, Term Fault) : Symbol(Unknown, Fault)
{
    public override Term Known => Possible;
}

/// <summary>A list of bounded length; an element may belong surely, perhaps or not.</summary>
internal sealed record Series(IReadOnlyList<Element> Elements, Term Unknown, Term Fault) : Symbol(Unknown, Fault)
{
    public override Term Known => Possible;
}

/// <summary>An element belongs when <see cref="Sure"/>, may belong when <see cref="Perhaps"/>, and does not when neither holds.</summary>
internal sealed record Element(Symbol Value, Term Sure, Term Perhaps);
