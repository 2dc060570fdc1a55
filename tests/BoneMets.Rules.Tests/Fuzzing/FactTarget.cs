using System.Text;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>A text in the place of a patient's facts.</summary>
internal sealed record FactInput(string Workflow, byte[] Facts, int Explain);

/// <summary>Decides on mutated facts of golden cases: a decision, or errors that say where.</summary>
internal sealed class FactTarget : IFuzzTarget<FactInput>
{
    private static readonly DateOnly Day = new(2026, 1, 31);
    private static readonly Explain[] Depths = [Explain.None, Explain.Rules, Explain.Full];
    private static readonly RuleLibrary Library = RuleLibrary.Load(Path.Combine(SpecTable.Root(), "workflows")).Required();
    private static readonly (string Workflow, string Facts)[] Cases = [.. Library.Workflows.SelectMany(w => (w.Cases?.Cases ?? []).Select(c => (w.Name, c.Facts.Raw)))];
    private static readonly RuleEngine Engine = new(Library);

    public int Decided { get; private set; }

    public int Refused { get; private set; }

    public FactInput Make(Random random)
    {
        var (workflow, facts) = random.Pick(Cases);
        return new FactInput(workflow, JsonMutation.Mutated(random, facts, () => random.Pick(Cases).Workflow), random.Next(Depths.Length));
    }

    public string? Fails(FactInput input)
    {
        var outcome = Engine.Decide(input.Workflow, input.Facts, Day, Depths[input.Explain]);
        if (outcome.Decision is not { } decision)
        {
            Refused++;
            if (outcome.Errors.Count == 0) return "neither decides nor says why not";
            return outcome.Errors.FirstOrDefault(e => e.Message.Length is 0 or > 4_001 || !(e.Pointer.Length == 0 || e.Pointer[0] == '/')) is { } wrong ? $"is no finding: {wrong}" : null;
        }
        Decided++;
        DecisionWriter.ToUtf8(decision, Depths[input.Explain]);
        return null;
    }

    public IEnumerable<FactInput> Smaller(FactInput input) => Shorter.Of(input.Facts).Select(s => input with { Facts = s });

    public string Show(FactInput input) => $"{input.Workflow}, explain {Depths[input.Explain]}: {Encoding.Latin1.GetString(input.Facts.AsSpan(0, Math.Min(input.Facts.Length, 20_000)))}";
}
