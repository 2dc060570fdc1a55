using System.Text.Json.Nodes;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Contrasts;

/// <summary>
/// What to ask next: the missing facts of a decision, the most telling first. Each is tried with every truth and word, and with numbers around
/// every limit that the workflow compares it with; the engine decides each time. First come the facts that decide most about emergencies, then
/// about what is urgent, and so on; what decides nothing by itself follows by how many rules wait for it. Costs a decision per value.
/// </summary>
public static class NextQuestions
{
    private const int MostFacts = 300;

    /// <summary>Thread safe as far as nobody else uses the facts meanwhile; they are as before afterwards.</summary>
    public static IReadOnlyList<NextQuestion> Of(WorkflowEngine engine, FactSet facts, DateOnly? asOf, CancellationToken cancellation = default)
    {
        var now = engine.Decide(facts, asOf);
        var open = now.Rules.Where(r => r.Verdict == Verdict.Undetermined).ToList();
        var constants = ComparedConstants.Of(engine.Workflow);
        // Where there are more than can be tried, those come first for which most rules wait.
        var asked = now.Missing.OrderByDescending(m => m.Rules.Count).Select((m, i) => Ask(m, i < MostFacts ? FactPlace.Find(facts, m.Fact) : null));
        return [.. asked.OrderByDescending(a => a.Weight, WeightOrder.Instance).ThenBy(a => a.Question.Fact, StringComparer.Ordinal).Select(a => a.Question)];

        (NextQuestion Question, decimal[] Weight) Ask(MissingFact missing, FactPlace? place)
        {
            cancellation.ThrowIfCancellationRequested();
            var answers = place is null ? [] : Tried(engine, facts, asOf, place, open, constants);
            var always = answers.Count == 0 ? [] : open.Select(r => r.Name).Where(r => answers.All(a => a.Decides.Any(d => d.Rule == r))).ToList();
            var average = answers.Count == 0 ? 0 : decimal.Round(answers.Average(a => (decimal)a.Decides.Count), 2);
            var urgencies = open.Where(r => answers.Any(a => a.Decides.Any(d => d.Rule == r.Name))).Select(UrgencyOf).OfType<Urgency>().ToList();
            var question = new NextQuestion
            {
                Fact = missing.Fact,
                Label = missing.Label,
                Unit = missing.Unit,
                Type = place?.Fact.Type,
                Waiting = missing.Rules,
                Urgency = urgencies.Count == 0 ? null : urgencies.Min(),
                Decides = average,
                Always = always,
                Answers = answers,
            };
            return (question, Weigh(question, open));
        }
    }

    private static Urgency? UrgencyOf(RuleResult rule) => rule.Recommendation?.Urgency;

    /// <summary>By urgency the average number of rules that an answer decides, then how many wait.</summary>
    private static decimal[] Weigh(NextQuestion question, IReadOnlyList<RuleResult> open)
    {
        var levels = Enum.GetValues<Urgency>();
        var weight = new decimal[levels.Length + 2];
        foreach (var decided in question.Answers.SelectMany(a => a.Decides))
            weight[LevelOf(decided.Rule)] += 1m / question.Answers.Count;
        weight[^1] = question.Waiting.Count;
        return weight;

        int LevelOf(string rule) => open.First(r => r.Name == rule) is var found && UrgencyOf(found) is { } urgency ? Array.IndexOf(levels, urgency) : levels.Length;
    }

    private static IReadOnlyList<PossibleAnswer> Tried(WorkflowEngine engine, FactSet facts, DateOnly? asOf, FactPlace place, IReadOnlyList<RuleResult> open, ComparedConstants constants)
    {
        var before = place.Value;
        var tried = new List<(JsonNode Value, IReadOnlyList<DecidedRule> Decides)>();
        try
        {
            foreach (var value in OtherValues.Of(place.Fact, constants))
            {
                place.Value = value;
                tried.Add((FactsJson.Of(place.Value)!, Decided(engine.Verdicts(facts, asOf), open)));
            }
        }
        finally
        {
            place.Value = before;
        }
        return place.Fact.Type is NumberType or DateType ? InARow(tried) : Together(tried);
    }

    private static IReadOnlyList<DecidedRule> Decided(RuleVerdicts then, IReadOnlyList<RuleResult> open)
    {
        var verdicts = then.ToDictionary(r => r.Name, r => r.Verdict, StringComparer.Ordinal);
        // Rules about an element of a list are not there when the list is empty: that decides them too, but nobody would miss them.
        return [.. open.Where(r => verdicts.TryGetValue(r.Name, out var verdict) && verdict is Verdict.Met or Verdict.NotMet).Select(r => new DecidedRule(r.Name, verdicts[r.Name]))];
    }

    private static IReadOnlyList<PossibleAnswer> Together(IEnumerable<(JsonNode Value, IReadOnlyList<DecidedRule> Decides)> tried) =>
        [.. tried.GroupBy(t => KeyOf(t.Decides), StringComparer.Ordinal).Select(g => new PossibleAnswer([.. g.Select(t => t.Value)], false, g.First().Decides))];

    private static IReadOnlyList<PossibleAnswer> InARow(IReadOnlyList<(JsonNode Value, IReadOnlyList<DecidedRule> Decides)> tried)
    {
        var result = new List<PossibleAnswer>();
        for (var from = 0; from < tried.Count;)
        {
            var to = from;
            while (to + 1 < tried.Count && KeyOf(tried[to + 1].Decides) == KeyOf(tried[from].Decides)) to++;
            result.Add(new PossibleAnswer(from == to ? [tried[from].Value] : [tried[from].Value, tried[to].Value], from != to, tried[from].Decides));
            from = to + 1;
        }
        return result;
    }

    private static string KeyOf(IEnumerable<DecidedRule> decided) => string.Join("|", decided.Select(d => $"{d.Rule}={d.Verdict}"));

    private sealed class WeightOrder : IComparer<decimal[]>
    {
        public static readonly WeightOrder Instance = new();

        public int Compare(decimal[]? x, decimal[]? y)
        {
            for (var i = 0; i < x!.Length; i++)
                if (x[i].CompareTo(y![i]) is not 0 and var order) return order;
            return 0;
        }
    }
}
