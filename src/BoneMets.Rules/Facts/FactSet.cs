namespace BoneMets.Rules.Facts;

/// <summary>
/// The facts of one decision: a frame for each input, in the order of the inputs. Reading into the same set again reuses everything
/// that the first reading made, so keep it (or rent it from its <see cref="FactReader"/>). Not thread safe.
/// </summary>
public sealed class FactSet
{
    private readonly FactFrame[] inputs;

    public FactSet(IEnumerable<(string Name, ObjectSchema Schema)> inputs) =>
        this.inputs = [.. inputs.Select(i => new FactFrame(i.Schema, i.Name))];

    /// <summary>One frame per input. An input that was not given is a frame whose facts are all unknown.</summary>
    public IReadOnlyList<FactFrame> Inputs => inputs;

    /// <summary>The frame of an input by its name.</summary>
    public FactFrame this[string name] =>
        Array.Find(inputs, f => string.Equals(f.Path, name, StringComparison.Ordinal)) ?? throw new KeyNotFoundException($"there is no input `{name}`");

    /// <summary>The last reading stopped inside the text (malformed or too deep): a reader that was passed in cannot go on.</summary>
    public bool Stopped { get; internal set; }

    /// <summary>The last reading met a field, or a kind of value, that an inferred shape lacks: the input has another shape.</summary>
    public bool ShapeMismatch => Problems.ShapeMismatch;

    internal FactProblems Problems { get; } = new();

    internal TextCache Texts { get; } = new();

    internal FactFrame[] Frames => inputs;

    /// <summary>Makes every fact unknown again.</summary>
    public void Clear()
    {
        foreach (var frame in inputs) frame.Clear();
    }
}
