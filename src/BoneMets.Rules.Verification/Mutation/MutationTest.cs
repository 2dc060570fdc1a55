using System.Diagnostics;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Mutation.Suggestions;

namespace BoneMets.Rules.Verification.Mutation;

/// <summary>What to try. The defaults try everything.</summary>
public sealed record MutationOptions
{
    /// <summary>Workflows whose rules are mutated; all when empty. Cases of every workflow are tried all the same.</summary>
    public IReadOnlyCollection<string> Workflows { get; init; } = [];

    /// <summary>The cases; the library's own when null.</summary>
    public CaseSuite? Suite { get; init; }

    public IReadOnlyList<IMutationOperator> Operators { get; init; } = MutationOperators.All;

    /// <summary>Tried in this order on what no case kills.</summary>
    public IReadOnlyList<IEquivalence> Equivalences { get; init; } = [new RowEquivalence()];

    /// <summary>Looks for a case that would kill each survivor.</summary>
    public bool Suggests { get; init; } = true;

    /// <summary>How many mutants are tried at once; null for as many as there are processors. It changes nothing but the time.</summary>
    public int? Cores { get; init; }
}

/// <summary>
/// Makes small mistakes in the rules of a library, one at a time, and looks whether a golden case notices. What nobody notices is either
/// proved to make no difference or is a gap of the cases, for which a case is suggested.
/// </summary>
public static class MutationTest
{
    public static MutationReport Run(RuleLibrary library, MutationOptions? options = null, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        options ??= new MutationOptions();
        var parallel = Cores.Options(cancellation, options.Cores);
        var suite = options.Suite ?? CaseSuite.Of(library, []);
        var mutated = new MutatedLibrary(library);
        using var engine = new RuleEngine(mutated.Original, new EngineOptions { Compile = false });
        var cases = KillingCases.Of(engine, suite, parallel);
        var workflows = mutated.Original.Workflows.Where(w => w.Bound is not null && (options.Workflows.Count == 0 || options.Workflows.Contains(w.Name, StringComparer.Ordinal))).ToList();
        var mutants = workflows.SelectMany(w => MutantFinder.Of(w.Bound!, options.Operators)).ToList();
        var results = new MutantResult[mutants.Count];
        Parallel.ForEach(Enumerable.Range(0, mutants.Count), parallel, i => results[i] = Try(mutants[i], mutated, cases, options, cancellation));
        if (options.Suggests) SuggestionRound.Run(engine, mutated, suite, results, parallel);
        var byWorkflow = results.ToLookup(r => r.Mutant.Workflow, StringComparer.Ordinal);
        return new MutationReport([.. workflows.Select(w => new WorkflowMutation(w.Name, [.. byWorkflow[w.Name]]))], clock.Elapsed);
    }

    private static MutantResult Try(Mutant mutant, MutatedLibrary mutated, KillingCases cases, MutationOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (mutated.With(mutant, out var refusal) is not { } library) return new MutantResult(mutant, MutantStatus.Invalid, Reason: refusal);
        using var engine = new RuleEngine(library, new EngineOptions { Compile = false });
        foreach (var replayable in cases.Of(mutant))
            if (!CaseRunner.Run(engine, replayable).Passed)
                return new MutantResult(mutant, MutantStatus.Killed, replayable.Workflow == mutant.Workflow ? replayable.Case.Id : $"{replayable.Workflow}/{replayable.Case.Id}");
        var (original, changed) = (mutated.Original[mutant.Workflow].Bound!, library[mutant.Workflow].Bound!);
        foreach (var equivalence in options.Equivalences)
            if (equivalence.Proof(mutant, original, changed, cancellation) is { } proof) return new MutantResult(mutant, MutantStatus.Equivalent, Reason: proof);
        return new MutantResult(mutant, MutantStatus.Survived);
    }
}
