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
    private const int MostSingleChanges = 6_000;
    private const int MostDraws = 3_000;
    private const int MostChangesAtOnce = 5;

    private readonly MutantComparison comparison;
    private readonly FactReader reader;
    private readonly List<(FactSet Facts, DateOnly? AsOf)> starts = [];
    private readonly List<(FactPath Path, IReadOnlyList<object?> Values)> choices;
    private TellingFacts? open;

    public SuggestionSearch(Mutant mutant, RuleEngine original, RuleEngine mutated, IEnumerable<ReplayableCase> cases)
    {
        comparison = new MutantComparison(mutant, original, mutated);
        var workflow = original.For(mutant.Workflow).Workflow;
        reader = new FactReader([.. workflow.Inputs.Select(i => (i.Name, i.Schema))]);
        var own = cases.Where(c => c.Workflow == mutant.Workflow).ToList();
        var date = workflow.ReadsAsOf ? own.Select(c => c.Case.AsOf).FirstOrDefault(d => d is not null) : null;
        foreach (var start in own) Start(start.Facts.Span, start.Case.AsOf ?? date);
        Start("{}"u8, date);
        var read = FactsOf(mutant, workflow);
        choices = [.. read.Paths.Select(p => (p, FactValues.Of(p, read.Constants.GetValueOrDefault(p.Key) ?? [], starts.Select(s => s.Facts)))).Where(c => c.Item2.Count > 1)];
    }

    /// <summary>Null when nothing near the cases tells the two apart.</summary>
    public TellingFacts? Find(ulong seed, CancellationToken cancellation)
    {
        var found = starts.Select(s => Tried(s.Facts, s.AsOf)).FirstOrDefault(f => f is not null) ?? WithOneChange(cancellation);
        found ??= open ?? WithSeveralChanges(seed, cancellation) ?? open;
        return found is null ? null : CutDown(found);
    }

    /// <summary>Of the definition that has the mistake; of a used workflow what its condition reads.</summary>
    private static FactsOfExpressions FactsOf(Mutant mutant, BoundWorkflow workflow)
    {
        var facts = new FactsOfExpressions();
        foreach (var definition in mutant.Definitions) facts.Add(workflow, definition);
        if (mutant.Definitions.Count > 0) return facts;
        foreach (var include in workflow.Includes.Where(i => i.Use.Workflow.Name == mutant.Part.Name))
            foreach (var expression in new[] { include.When, include.ForEach }.OfType<BoundNode>()) facts.Add(workflow, expression);
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
                        if (++tries > MostSingleChanges * Math.Max(1, choices.Count) / 4) break;
                        FactCell.Write(frame, path.Fact, value);
                        if (Tried(facts, asOf) is { } found) return found;
                    }
                    FactCell.Write(frame, path.Fact, before);
                }
            }
        return null;
    }

    private TellingFacts? WithSeveralChanges(ulong seed, CancellationToken cancellation)
    {
        if (choices.Count == 0) return null;
        var draw = new Draw(seed);
        for (var i = 0; i < MostDraws; i++)
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
