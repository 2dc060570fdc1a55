using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>A fact as rules name it: from an input through objects and lists. The elements of a list share a path.</summary>
internal sealed class FactPath(int input, IReadOnlyList<FactProperty> steps)
{
    public int Input { get; } = input;

    /// <summary>The last is the fact itself; those before are objects and lists of objects.</summary>
    public IReadOnlyList<FactProperty> Steps { get; } = steps;

    public FactProperty Fact => Steps[^1];

    public string Key { get; } = $"{input}/{string.Join("/", steps.Select(s => s.Name))}";

    public FactPath Then(FactProperty property) => new(Input, [.. Steps, property]);

    /// <summary>The frames that hold the fact: one, or one per element of a list. None of a list that is unknown or empty.</summary>
    public IEnumerable<FactFrame> Frames(FactSet facts)
    {
        IEnumerable<FactFrame> frames = [facts.Inputs[Input]];
        foreach (var step in Steps.Take(Steps.Count - 1))
            frames = step.Type is ListType
                ? frames.SelectMany(f => f.Lists[step.Slot]?.Items ?? [])
                : frames.Select(f => f.ObjectAt(step));
        return frames;
    }
}
