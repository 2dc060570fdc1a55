using System.Text;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>
/// Looks for a case against each survivor. Survivors are taken in order, and one that an earlier suggestion kills too gets that one: a few
/// cases often close many gaps.
/// </summary>
internal static class SuggestionRound
{
    public static void Run(RuleEngine original, MutatedLibrary mutated, CaseSuite suite, MutantResult[] results, ParallelOptions options)
    {
        var survivors = Enumerable.Range(0, results.Length).Where(i => results[i].Status == MutantStatus.Survived).ToList();
        var found = new TellingFacts?[results.Length];
        Parallel.ForEach(survivors, options, i =>
        {
            if (mutated.With(results[i].Mutant, out _) is not { } library) return;
            using var engine = new RuleEngine(library, new EngineOptions { Compile = false });
            found[i] = new SuggestionSearch(results[i].Mutant, original, engine, suite.Cases).Find((ulong)i, options.CancellationToken);
        });
        Parallel.ForEach(survivors.Where(i => found[i] is not null).GroupBy(i => results[i].Mutant.Workflow), options, group => Write(original, mutated, suite, group, found, results));
    }

    private static void Write(RuleEngine original, MutatedLibrary mutated, CaseSuite suite, IGrouping<string, int> survivors, TellingFacts?[] found, MutantResult[] results)
    {
        var taken = suite.Cases.Where(c => c.Workflow == survivors.Key).Select(c => c.Case.Id).ToHashSet(StringComparer.Ordinal);
        var written = new List<SuggestedCase>();
        foreach (var i in survivors)
        {
            if (mutated.With(results[i].Mutant, out _) is not { } library) continue;
            using var engine = new RuleEngine(library, new EngineOptions { Compile = false });
            var suggestion = written.Find(s => !CaseRunner.Run(engine, s.Replayable).Passed);
            if (suggestion is null && new CaseFragment(original, engine, results[i].Mutant).Of(found[i]!, FreeId(results[i].Mutant, taken)) is { } added)
            {
                taken.Add(added.Id);
                written.Add(added);
                suggestion = added;
            }
            results[i] = results[i] with { Suggestion = suggestion };
        }
    }

    /// <summary><c>low-fracture-risk-threshold-1</c>, the first number that is free.</summary>
    private static string FreeId(Mutant mutant, HashSet<string> taken)
    {
        var stem = $"{Words(mutant.Part.Name)}-{mutant.Operator.Replace(' ', '-')}";
        return Enumerable.Range(1, taken.Count + 1).Select(n => $"{stem}-{n}").First(id => !taken.Contains(id));
    }

    private static string Words(string name)
    {
        var words = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            // Also before the last letter of several: vitaminDSupplement is vitamin-d-supplement.
            if (char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])))) words.Append('-');
            words.Append(char.IsLetterOrDigit(name[i]) ? char.ToLowerInvariant(name[i]) : '-');
        }
        return words.ToString();
    }
}
