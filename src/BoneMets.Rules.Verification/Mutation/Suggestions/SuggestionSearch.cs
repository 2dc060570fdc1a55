using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>Facts that tell a mutant from the original.</summary>
internal sealed record TellingFacts(JsonObject Facts, DateOnly? AsOf);

/// <summary>
/// Looks near the golden cases of a workflow: first their own facts (a case may only fail to state the rule), then with one fact changed that
/// the mutated expression reads, then with several. What is found is cut down to the facts that it needs. Always finds the same.
/// </summary>
internal sealed class SuggestionSearch
{
    private const int MostSingleChanges = 20_000;
    private const int MostDraws = 3_000;

    /// <summary>Where only whole decisions can be compared, which takes long.</summary>
    private const int MostWhole = 1_000;
    private const int MostChangesAtOnce = 5;
    private const int MostStartsToSolve = 30;

    /// <summary>What grows less with a fact is not solved for it.</summary>
    private const decimal Least = 0.0001m;

    private readonly MutantComparison comparison;
    private readonly FactReader reader;
    private readonly List<(FactSet Facts, DateOnly? AsOf)> starts = [];
    private readonly List<(FactPath Path, IReadOnlyList<object?> Values)> choices;
    private readonly IReadOnlyList<(BoundNode Computed, FactPath Fact, decimal Limit)> limits;
    private readonly int mostSingleChanges = MostSingleChanges;
    private readonly int mostDraws = MostDraws;
    private TellingFacts? open;

    public SuggestionSearch(Mutant mutant, RuleEngine original, RuleEngine mutated, IEnumerable<ReplayableCase> cases)
    {
        comparison = new MutantComparison(mutant, original, mutated);
        if (mutant.Definitions.Count == 0) (mostSingleChanges, mostDraws) = (MostWhole, MostWhole);
        var workflow = original.For(mutant.Workflow).Workflow;
        reader = new FactReader([.. workflow.Inputs.Select(i => (i.Name, i.Schema))]);
        var own = cases.Where(c => c.Workflow == mutant.Workflow).ToList();
        var date = workflow.ReadsAsOf ? own.Select(c => c.Case.AsOf).FirstOrDefault(d => d is not null) : null;
        foreach (var start in own) Start(start.Facts.Span, start.Case.AsOf ?? date);
        Start("{}"u8, date);
        var read = FactsOf(mutant, workflow);
        limits = [.. read.Limits.DistinctBy(l => (BoundKey.Of(l.Computed), l.Fact.Key, l.Limit))];
        choices = [.. read.Paths.Select(p => (p, FactValues.Of(p, read.Constants.GetValueOrDefault(p.Key) ?? [], starts.Select(s => s.Facts)))).Where(c => c.Item2.Count > 1)];
    }

    /// <summary>Null when nothing near the cases tells the two apart.</summary>
    public TellingFacts? Find(ulong seed, CancellationToken cancellation)
    {
        var found = starts.Select(s => Tried(s.Facts, s.AsOf)).FirstOrDefault(f => f is not null) ?? WithOneChange(cancellation);
        found ??= WithSolvedLimit(cancellation) ?? open ?? WithSeveralChanges(seed, cancellation) ?? open;
        return found is null ? null : CutDown(found);
    }

    /// <summary>Of the definition that has the mistake; of a used workflow what its condition and its rules read.</summary>
    private static FactsOfExpressions FactsOf(Mutant mutant, BoundWorkflow workflow)
    {
        var facts = new FactsOfExpressions();
        foreach (var definition in mutant.Definitions) facts.Add(workflow, definition);
        if (mutant.Definitions.Count > 0) return facts;
        foreach (var include in workflow.Includes.Where(i => i.Use.Workflow.Name == mutant.Part.Name)) facts.Add(workflow, include);
        return facts;
    }

    private void Start(ReadOnlySpan<byte> json, DateOnly? asOf)
    {
        var facts = reader.Rent();
        if (reader.Read(json, facts, null)) starts.Add((facts, asOf));
    }

    /// <summary>The facts when they tell the two plainly apart; those that tell them apart less plainly are kept in case nothing better comes.</summary>
    private TellingFacts? Tried(FactSet facts, DateOnly? asOf)
    {
        var contrast = comparison.Of(facts, asOf);
        if (contrast == Contrast.None || (contrast == Contrast.Open && open is not null)) return null;
        var telling = new TellingFacts(FactsJson.Of(facts), asOf);
        if (contrast == Contrast.Decided) return telling;
        open = telling;
        return null;
    }

    private TellingFacts? WithOneChange(CancellationToken cancellation)
    {
        var tries = 0;
        foreach (var (path, values) in choices)
            foreach (var (facts, asOf) in starts)
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var frame in path.Frames(facts).Take(2).ToList())
                {
                    var before = FactCell.Read(frame, path.Fact);
                    foreach (var value in values)
                    {
                        if (++tries > mostSingleChanges) break;
                        FactCell.Write(frame, path.Fact, value);
                        if (Tried(facts, asOf) is { } found) return found;
                    }
                    FactCell.Write(frame, path.Fact, before);
                }
            }
        return null;
    }

    /// <summary>Moves a fact so that what is computed from it meets a limit: exactly where it grows evenly with the fact, else not far from it.</summary>
    private TellingFacts? WithSolvedLimit(CancellationToken cancellation)
    {
        foreach (var (computed, path, limit) in limits)
            foreach (var (facts, asOf) in starts.Take(MostStartsToSolve))
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var frame in path.Frames(facts).ToList())
                {
                    if (FactCell.Read(frame, path.Fact) is not decimal before) continue;
                    foreach (var value in Solutions(computed, path.Fact, frame, limit, before, facts, asOf))
                    {
                        FactCell.Write(frame, path.Fact, value);
                        if (Tried(facts, asOf) is { } found) return found;
                    }
                    FactCell.Write(frame, path.Fact, before);
                }
            }
        return null;
    }

    private List<decimal> Solutions(BoundNode computed, FactProperty fact, FactFrame frame, decimal limit, decimal before, FactSet facts, DateOnly? asOf)
    {
        var beside = fact.Maximum is { } most && before + 1 > most ? before - 1 : before + 1;
        var here = comparison.Number(computed, facts, asOf);
        FactCell.Write(frame, fact, beside);
        var there = comparison.Number(computed, facts, asOf);
        FactCell.Write(frame, fact, before);
        if (here is not { } y0 || there is not { } y1 || y0 == y1 || Math.Abs(y1 - y0) < Least) return [];
        return [.. FactValues.Near(fact, before + ((limit - y0) * (beside - before) / (y1 - y0)))];
    }

    private TellingFacts? WithSeveralChanges(ulong seed, CancellationToken cancellation)
    {
        if (choices.Count == 0) return null;
        var draw = new Draw(seed);
        for (var i = 0; i < mostDraws; i++)
        {
            if (i % 256 == 0) cancellation.ThrowIfCancellationRequested();
            var (facts, asOf) = starts[draw.Below(starts.Count)];
            var changed = new Stack<(FactFrame Frame, FactProperty Fact, object? Before)>();
            for (var change = 2 + draw.Below(MostChangesAtOnce - 1); change > 0; change--)
            {
                var (path, values) = choices[draw.Below(choices.Count)];
                var frames = path.Frames(facts).ToList();
                if (frames.Count == 0) continue;
                var frame = frames[draw.Below(frames.Count)];
                changed.Push((frame, path.Fact, FactCell.Read(frame, path.Fact)));
                FactCell.Write(frame, path.Fact, values[draw.Below(values.Count)]);
            }
            if (Tried(facts, asOf) is { } found) return found;
            while (changed.TryPop(out var undo)) FactCell.Write(undo.Frame, undo.Fact, undo.Before);
        }
        return null;
    }

    /// <summary>Takes away every fact without which the original says the same and the mutant something else, as plainly as before.</summary>
    private TellingFacts CutDown(TellingFacts found)
    {
        var facts = reader.Rent();
        if (!reader.Read(Encoding.UTF8.GetBytes(found.Facts.ToJsonString()), facts, null)) return found;
        var (contrast, said) = (comparison.Of(facts, found.AsOf), comparison.Originally(facts, found.AsOf));
        foreach (var frame in facts.Inputs) CutDown(frame, StillTells);
        return found with { Facts = FactsJson.Of(facts) };

        bool StillTells() => comparison.Of(facts, found.AsOf) == contrast && comparison.Originally(facts, found.AsOf) == said;
    }

    private static void CutDown(FactFrame frame, Func<bool> stillTells)
    {
        foreach (var fact in frame.Schema.Properties)
        {
            if (FactCell.Read(frame, fact) is not { } before) continue;
            FactCell.Write(frame, fact, null);
            if (stillTells()) continue;
            FactCell.Write(frame, fact, before);
            if (before is FactFrame nested) CutDown(nested, stillTells);
            if (before is not FactList list) continue;
            for (var i = list.Items.Count - 1; i >= 0; i--)
            {
                var item = list.Items[i];
                list.Items.RemoveAt(i);
                if (stillTells()) continue;
                list.Items.Insert(i, item);
                if (!item.Schema.IsScalarElement) CutDown(item, stillTells);
            }
        }
    }
}
