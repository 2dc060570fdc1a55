using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>
/// Looks among all patients that the fact schemas allow for one of whom something is true, in one workflow or in several versions of it.
/// Not thread safe.
/// </summary>
internal sealed class PatientSearch : IDisposable
{
    /// <summary>Few digits first; then down and up, because a number may stand on a limit that has no end as a decimal.</summary>
    private static readonly IReadOnlyList<Func<decimal, decimal>> Roundings =
    [
        .. new[] { 0, 1, 2, 4, 8, 16, 25 }.SelectMany(digits => new[] { MidpointRounding.AwayFromZero, MidpointRounding.ToNegativeInfinity, MidpointRounding.ToPositiveInfinity }
            .Select(mode => (Func<decimal, decimal>)(number => decimal.Round(number, digits, mode)))),
    ];

    private readonly Script script = new();
    private readonly Z3Process solver;
    private readonly SymbolicFacts facts;

    public PatientSearch(TimeSpan limit, params BoundWorkflow[] versions)
    {
        solver = new Z3Process(limit);
        var reached = Reached(versions);
        facts = new SymbolicFacts(script, TextsOf(reached), ListLengths.Longest(reached));
        Versions = [.. versions.Select(v => new SymbolicWorkflow(v, script, facts))];
    }

    public IReadOnlyList<SymbolicWorkflow> Versions { get; }

    public IReadOnlyList<DeclaredFact> Facts => facts.Unknowns;

    /// <summary>Some construct counts as "may be anything", so that an example may be none.</summary>
    public bool IsApproximate => script.IsApproximate;

    /// <summary>A proof is about lists of at most <see cref="LongestList"/> elements.</summary>
    public bool IsBounded => facts.HasLists;

    public int LongestList => facts.LongestList;

    /// <summary>
    /// A patient for whom the term holds and who <paramref name="shows"/> it when the engine decides, or that there is none.
    /// </summary>
    public SearchResult Find(Func<Term> condition, Func<Patient, bool> shows, CancellationToken cancellation)
    {
        Term term;
        try
        {
            term = script.Truth(condition());
        }
        catch (NotTranslatedException e)
        {
            return SearchResult.Undecided(e.Message);
        }
        var wanted = facts.Unknowns.SelectMany(f => new[] { f.Known, f.Value }).ToList();
        var answer = solver.Ask(script, term, wanted, cancellation);
        if (answer.Status == SolverStatus.Impossible) return SearchResult.None;
        if (answer.Status == SolverStatus.Undecided) return SearchResult.Undecided(answer.Why!);
        // Numbers as short as can be: the solver likes thirds, and the engine takes no more digits than a decimal has.
        foreach (var rounding in Roundings)
            if (Patient.Of(facts.Unknowns, answer.Values, rounding) is { } patient && shows(patient)) return new SearchResult(SolverStatus.Possible, PatientShrinker.Shrink(patient, shows), null);
        return SearchResult.Undecided(IsApproximate ? "the engine decides the example otherwise than the proof, which takes some functions for anything" : "the example cannot be written with the digits of a decimal, or the engine decides it otherwise than the proof");
    }

    /// <summary>The bare answer, without an engine.</summary>
    internal SolverAnswer Ask(Term term, CancellationToken cancellation = default) => solver.Ask(script, term, [], cancellation);

    public void Dispose() => solver.Dispose();

    /// <summary>Every text that the workflows compare with: a text fact is one of these or another one.</summary>
    private static HashSet<string> TextsOf(IEnumerable<BoundWorkflow> workflows)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var workflow in workflows)
        {
            foreach (var node in BoundTree.Roots(workflow).SelectMany(BoundTree.SelfAndDescendants))
            {
                if (node is BoundConstant { Value: string text }) texts.Add(text);
                if (node is BoundPatternTest test) texts.UnionWith(WordsOf(test.Pattern));
            }
            foreach (var cell in workflow.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).OfType<BoundPattern>()) texts.UnionWith(WordsOf(cell));
        }
        return texts;
    }

    /// <summary>The workflows and all that they use.</summary>
    private static HashSet<BoundWorkflow> Reached(IEnumerable<BoundWorkflow> versions)
    {
        var (reached, open) = (new HashSet<BoundWorkflow>(ReferenceEqualityComparer.Instance), new Stack<BoundWorkflow>(versions));
        while (open.TryPop(out var workflow))
        {
            if (!reached.Add(workflow)) continue;
            foreach (var used in BoundTree.UsedBy(workflow)) open.Push(used);
        }
        return reached;
    }

    private static IEnumerable<string> WordsOf(BoundPattern pattern) => pattern switch
    {
        BoundBinaryPattern binary => WordsOf(binary.Left).Concat(WordsOf(binary.Right)),
        BoundNotPattern not => WordsOf(not.Operand),
        _ => pattern.Matches is WordSet words ? words.Values.OfType<string>() : [],
    };
}

/// <summary>A patient, the proof that there is none, or why neither was found.</summary>
internal sealed record SearchResult(SolverStatus Status, Patient? Patient, string? Why)
{
    public static readonly SearchResult None = new(SolverStatus.Impossible, null, null);

    public static SearchResult Undecided(string why) => new(SolverStatus.Undecided, null, why);
}
