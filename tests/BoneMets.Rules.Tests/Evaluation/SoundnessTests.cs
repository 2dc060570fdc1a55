using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

/// <summary>What unknown promises, on workflows and facts made up at random: see "Unknown" in the language's documentation.</summary>
public sealed class SoundnessTests
{
    private const int Workflows = 200;
    private const int FactsPerWorkflow = 8;

    [Fact]
    public void More_facts_never_contradict_what_was_said_before()
    {
        var (decided, undecided) = (0, 0);
        ForAll((definition, all, some, _) =>
        {
            var (before, after) = (Value(definition, some), Value(definition, all));
            if (before is FaultValue || after is FaultValue) return;
            if (before.IsKnown) decided++;
            else undecided++;
            Assert.True(IsWithin(after, before), $"{definition.Definition.Name}: {ValueNotation.Show(before)} became {ValueNotation.Show(after)}");
        });
        Assert.True(decided > 1_000 && undecided > 1_000, $"{decided} decided and {undecided} undecided values say too little");
    }

    /// <summary>Lists are given here: what the body of a query reads besides its elements is asked for only once there is a list.</summary>
    [Fact]
    public void All_missing_facts_together_decide()
    {
        var seen = 0;
        ForAll((definition, all, _, isKeptAtAll) =>
        {
            bool IsKept(string path) => path == "patient.lesions" || isKeptAtAll(path);
            var before = Value(definition, RandomWorkflow.Keep(all, IsKept));
            if (before.Missing.IsEmpty) return;
            var missing = before.Missing.ToSortedList();
            var after = Value(definition, RandomWorkflow.Keep(all, p => IsKept(p) || missing.Contains(p)));
            seen++;
            Assert.True(after.Missing.IsEmpty, $"{definition.Definition.Name}: {ValueNotation.Show(before)} became {ValueNotation.Show(after)}");
        });
        Assert.True(seen > 1_000, $"{seen} undecided values say too little");
    }

    [Fact]
    public void Facts_that_are_not_missing_decide_nothing()
    {
        var seen = 0;
        ForAll((definition, all, some, isKept) =>
        {
            var before = Value(definition, some);
            if (before.Missing.IsEmpty) return;
            var missing = before.Missing.ToSortedList();
            var after = Value(definition, RandomWorkflow.Keep(all, p => isKept(p) || !missing.Contains(p)));
            seen++;
            Assert.False(after is KnownValue, $"{definition.Definition.Name}: {ValueNotation.Show(before)} became {ValueNotation.Show(after)}");
        });
        Assert.True(seen > 1_000, $"{seen} undecided values say too little");
    }

    private static void ForAll(Action<(BoundWorkflow Workflow, Definition Definition), FactFrame, FactFrame, Func<string, bool>> check)
    {
        for (var seed = 0; seed < Workflows; seed++)
        {
            var made = new RandomWorkflow(seed);
            for (var i = 0; i < FactsPerWorkflow; i++)
            {
                var all = made.Facts();
                var choice = new Random(seed * 1_000 + i);
                var drawn = new Dictionary<string, bool>(StringComparer.Ordinal);
                bool IsKept(string path) => drawn.TryGetValue(path, out var kept) ? kept : drawn[path] = choice.Next(2) == 0;
                var some = RandomWorkflow.Keep(all, IsKept);
                foreach (var definition in made.Workflow.Definitions) check((made.Workflow, definition), all, some, IsKept);
            }
        }
    }

    /// <summary>Whether all that is possible after was possible before. What rests on an empty list or on a table without a row stays undecided for ever.</summary>
    private static bool IsWithin(Value after, Value before) => (after, before) switch
    {
        (_, UnknownValue) => true,
        (KnownValue a, KnownValue b) => a.Content.Equals(b.Content),
        (KnownValue a, OneOfValue b) => b.Candidates.Contains(a.Content),
        (OneOfValue a, OneOfValue b) => a.Candidates.All(b.Candidates.Contains),
        (_, RangeValue b) => Candidates.TryBounds(after, out var low, out var high) && b.Low <= low && high <= b.High,
        (RangeValue a, OneOfValue b) => Candidates.TryBounds(b, out var low, out var high) && low <= a.Low && a.High <= high,
        _ => false,
    };

    private static Value Value((BoundWorkflow Workflow, Definition Definition) asked, FactFrame facts) =>
        new Evaluator(asked.Workflow, [facts], null).ValueOf(asked.Definition);
}
