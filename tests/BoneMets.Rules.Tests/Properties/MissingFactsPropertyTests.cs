using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using Xunit.Abstractions;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>What the missing facts of a rule promise, on random workflows without ways out and without faults.</summary>
public sealed class MissingFactsPropertyTests(ITestOutputHelper output)
{
    private const int Least = 20_000;
    private static readonly Effort Effort = new(Libraries: 60, Workflows: 10, Facts: 20, IsPure: true);
    private long checks;
    private long skipped;

    [Fact]
    public void Facts_that_are_not_listed_decide_nothing() =>
        Try(Effort, (subject, facts, completions) => subject.Workflow.Rules.Select(rule =>
        {
            var before = subject.Evaluate(facts).ValueOf(rule);
            if (before is KnownValue or FaultValue) return Fault(rule, before);
            var listed = Listed(before);
            var unlisted = facts.Or(completions[0].Keep(i => !listed.Contains(facts.Layout.Leaves[i].Path)));
            var after = subject.Evaluate(unlisted).ValueOf(rule);
            Interlocked.Increment(ref checks);
            return after is UnknownValue ? null : $"{rule.Name} lacks {string.Join(", ", listed)}, but became {Shown(after)} with {unlisted}";
        }));

    [Fact]
    public void All_listed_facts_together_decide()
    {
        Try(Effort, (subject, facts, completions) => subject.Workflow.Rules.Select(rule =>
        {
            var before = subject.Evaluate(facts).ValueOf(rule);
            if (before is KnownValue or FaultValue) return Fault(rule, before);
            var listed = Listed(before);
            var all = facts.Or(completions[0].Keep(i => IsListed(listed, facts.Layout.Leaves[i].Path)));
            var hopeless = new NothingToGive();
            var evaluator = subject.Evaluate(all, hopeless);
            var after = evaluator.ValueOf(rule);
            Interlocked.Increment(ref checks);
            if (after is KnownValue) return null;
            // A table without a row that applies and the least of an empty list are unknown for good.
            if (after.Missing.IsEmpty && (hopeless.Found || evaluator.Notices.Count > 0)) return Skip();
            return $"{rule.Name} lacks {string.Join(", ", listed)}, but became {Shown(after)} with {all}";
        }));
        output.WriteLine($"{skipped} of {checks} rest on a value that no fact gives");
        Assert.True(skipped < checks / 5, $"{skipped} of {checks} undetermined rules rest on a value that no fact gives");
    }

    [Fact]
    public void More_facts_never_change_a_verdict() =>
        Try(Effort, (subject, facts, completions) =>
        {
            var (before, after) = (subject.Evaluate(facts), subject.Evaluate(facts.Or(completions[0])));
            return subject.Workflow.Rules.Select(rule =>
            {
                if (before.ValueOf(rule) is not KnownValue { Content: bool verdict } known) return Fault(rule, before.ValueOf(rule));
                Interlocked.Increment(ref checks);
                return after.ValueOf(rule) is KnownValue { Content: bool later } && later == verdict
                    ? null
                    : $"{rule.Name} was {Shown(known)} and became {Shown(after.ValueOf(rule))} with {facts.Or(completions[0])}";
            });
        });

    [Fact]
    public void What_is_met_is_met_however_the_missing_facts_turn_out() =>
        Try(Effort with { Facts = 10, Completions = 6 }, (subject, facts, completions) =>
        {
            var before = subject.Evaluate(facts);
            var met = subject.Workflow.Rules.Where(r => before.ValueOf(r) is KnownValue { Content: true }).ToList();
            return completions.SelectMany(completion =>
            {
                var after = subject.Evaluate(facts.Or(completion));
                return met.Select(rule =>
                {
                    Interlocked.Increment(ref checks);
                    return after.ValueOf(rule) is KnownValue { Content: true } ? null : $"{rule.Name} was met and became {Shown(after.ValueOf(rule))} with {facts.Or(completion)}";
                });
            });
        });

    [Fact]
    public void What_an_output_can_still_be_only_narrows()
    {
        var (ranges, sets) = (0L, 0L);
        Try(Effort, (subject, facts, completions) =>
        {
            // In two steps, so that there is something between some facts and all of them.
            var step = facts.Or(completions[0].Keep(i => i % 2 == 0));
            var (first, second, third) = (subject.Evaluate(facts), subject.Evaluate(step), subject.Evaluate(facts.Or(completions[0])));
            return subject.Workflow.Definitions.Where(d => d.Type is not ListType).Select(definition =>
            {
                Interlocked.Increment(ref checks);
                var (a, b, c) = (first.ValueOf(definition), second.ValueOf(definition), third.ValueOf(definition));
                if (a is RangeValue) Interlocked.Increment(ref ranges);
                if (a is OneOfValue) Interlocked.Increment(ref sets);
                return Narrowing.IsWithin(b, a) && Narrowing.IsWithin(c, b) ? null : $"{definition.Name} was {Shown(a)}, then {Shown(b)} with {step}, then {Shown(c)}";
            });
        });
        output.WriteLine($"{ranges} ranges, {sets} sets");
        var least = Least / 10 * Effort.Share;
        Assert.True(ranges > least && sets > least, $"{ranges} ranges and {sets} sets say too little");
    }

    private void Try(Effort effort, Func<Subject, FactValues, IReadOnlyList<FactValues>, IEnumerable<string?>> fails)
    {
        effort.Try(workflows => [.. workflows.Select(w => new Check(new Subject(w), fails))]);
        output.WriteLine($"{checks} checks");
        Assert.True(checks >= Least * effort.Share, $"only {checks} checks");
    }

    private string? Skip()
    {
        Interlocked.Increment(ref skipped);
        return null;
    }

    /// <summary>A fault would be a mistake of the generator.</summary>
    private static string? Fault(RuleDefinition rule, Value value) => value is FaultValue ? $"{rule.Name} fails: {Shown(value)}" : null;

    private static HashSet<string> Listed(Value value) => value.Missing.ToSortedList().ToHashSet(StringComparer.Ordinal);

    /// <summary>A listed list is given with all facts of its elements.</summary>
    private static bool IsListed(HashSet<string> listed, string path) =>
        listed.Contains(path) || (path.IndexOf('[', StringComparison.Ordinal) is var end and > 0 && listed.Contains(path[..end]));

    private static string Shown(Value value) => Spec.SpecWorld.Show(value);

    private sealed class Check(Subject subject, Func<Subject, FactValues, IReadOnlyList<FactValues>, IEnumerable<string?>> fails) : ICheck
    {
        public string? Fails(FactValues facts, IReadOnlyList<FactValues> completions) => fails(subject, facts, completions).FirstOrDefault(f => f is not null);

        public void Dispose()
        {
        }
    }

    /// <summary>Notices the extremes, the average and the elements of empty lists.</summary>
    private sealed class NothingToGive : ITrace
    {
        public bool Found { get; private set; }

        public void Exit(BoundNode node, Value value) =>
            Found |= node is BoundListQuery { Operation: ListOperation.Min or ListOperation.Max or ListOperation.Average or ListOperation.First } && value is UnknownValue { Missing.IsEmpty: true };

        public void Enter(BoundNode node)
        {
        }

        public void EnterDefinition(BoundWorkflow workflow, string name)
        {
        }

        public void ExitDefinition(BoundWorkflow workflow, string name, Value value)
        {
        }

        public void EnterRow(TableDefinition table, int row)
        {
        }

        public void ExitRow(TableDefinition table, int row, Value applies)
        {
        }

        public void EnterCell(TableDefinition table, int row, int column)
        {
        }

        public void ExitCell(TableDefinition table, int row, int column, Value matches)
        {
        }
    }
}
