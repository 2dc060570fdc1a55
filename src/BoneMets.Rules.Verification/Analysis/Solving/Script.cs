using System.Text;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>The declarations and definitions that a question to the solver builds on. Long terms get a name once, so that they are not repeated. Not thread safe.</summary>
internal sealed class Script
{
    private const int LongTerm = 48;
    private readonly StringBuilder text = new();
    private readonly Dictionary<(string Sort, string Term), Term> names = [];
    private int count;

    /// <summary>All that was declared so far.</summary>
    public override string ToString() => text.ToString();

    /// <summary>Something was said to be anything at all, because it cannot be said exactly.</summary>
    public bool IsApproximate { get; set; }

    public int Length => text.Length;

    /// <summary>What was added since the script had this length.</summary>
    public string Since(int length) => text.ToString(length, text.Length - length);

    public Term Declare(string sort)
    {
        var name = $"x{++count}";
        text.Append("(declare-const ").Append(name).Append(' ').Append(sort).Append(")\n");
        return new Term(name);
    }

    public void Assert(Term term)
    {
        if (!term.IsTrue) text.Append("(assert ").Append(term.Text).Append(")\n");
    }

    /// <summary>The same truth under a short name.</summary>
    public Term Truth(Term term) => Named("Bool", term);

    /// <summary>The same number under a short name.</summary>
    public Term Number(Term term) => Named("Real", term);

    private Term Named(string sort, Term term)
    {
        if (term.Text.Length < LongTerm) return term;
        if (names.TryGetValue((sort, term.Text), out var known)) return known;
        var name = $"d{++count}";
        text.Append("(define-fun ").Append(name).Append(" () ").Append(sort).Append(' ').Append(term.Text).Append(")\n");
        return names[(sort, term.Text)] = new Term(name);
    }
}
