using System.Globalization;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Contrasts;

/// <summary>One fact of one patient: the object that holds it, and which of its facts it is. Reads and writes the facts themselves.</summary>
public sealed record FactPlace(FactFrame Frame, FactProperty Fact)
{
    /// <summary>As <c>missing</c> names it: <c>patient.lesions[0].pain</c>.</summary>
    public string Path => MissingPath.Of(Frame, Fact.Name);

    /// <summary>As <see cref="FactCell"/> has it; null for unknown.</summary>
    public object? Value
    {
        get => FactCell.Read(Frame, Fact);
        set => FactCell.Write(Frame, Fact, value);
    }

    /// <summary>Null when these facts have no such place: an input, a field or a list element that is not there.</summary>
    public static FactPlace? Find(FactSet facts, string path)
    {
        var steps = path.Split('.');
        var frame = facts.Inputs.FirstOrDefault(f => f.Path == steps[0]);
        for (var i = 1; i < steps.Length && frame is not null; i++)
        {
            var (name, index) = Step(steps[i]);
            if (frame.Schema.Find(name) is not { } fact) return null;
            if (index is null && i == steps.Length - 1) return new FactPlace(frame, fact);
            frame = index is { } at ? ElementAt(frame, fact, at) : fact.Type is ObjectType ? frame.ObjectAt(fact) : null;
        }
        // The path of an element of a list of texts or numbers is its value's.
        return frame is { Schema.IsScalarElement: true } ? new FactPlace(frame, frame.Schema.Properties[0]) : null;
    }

    private static FactFrame? ElementAt(FactFrame frame, FactProperty fact, int at) =>
        fact.Type is ListType && frame.Lists[fact.Slot] is { } list && at >= 0 && at < list.Items.Count ? list.Items[at] : null;

    private static (string Name, int? Index) Step(string step)
    {
        var bracket = step.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0) return (step, null);
        return int.TryParse(step.AsSpan(bracket + 1).TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? (step[..bracket], index) : (step, -1);
    }
}
