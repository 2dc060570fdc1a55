using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>Used workflows: evaluated on the objects given to them, as part of this decision.</summary>
public sealed partial class Evaluator
{
    /// <summary>
    /// The evaluation of a used workflow on the objects that its arguments come to. Null when an argument is undecided or faulty;
    /// <paramref name="instead"/> then says why and is what every reading of it comes to.
    /// </summary>
    public Evaluator? Open(BoundUse use, out Value? instead)
    {
        var frames = new FactFrame[use.Arguments.Count];
        UnknownValue? unknown = null;
        for (var i = 0; i < frames.Length; i++)
        {
            if (use.Arguments[i] is not { } argument)
            {
                frames[i] = context.AbsentInput(use.Workflow, i);
                continue;
            }
            var value = Evaluate(argument);
            if (value is FaultValue)
            {
                instead = value;
                return null;
            }
            if (value is KnownValue { Content: FactFrame frame }) frames[i] = frame;
            else unknown = new UnknownValue(unknown is null ? value.Missing : unknown.Missing.And(value.Missing));
        }
        instead = unknown;
        return unknown is null ? context.Scope(use.Workflow, frames) : null;
    }

    /// <summary>An element of which nothing is known, for what does not depend on the element.</summary>
    internal FactFrame AbsentElement(BoundUse use, LambdaVariable element)
    {
        var input = Enumerable.Range(0, use.Arguments.Count).First(i => use.Arguments[i] is BoundVariable v && ReferenceEquals(v.Variable, element));
        return context.AbsentInput(use.Workflow, input);
    }

    private Value Used(BoundUseReference reference) =>
        Open(reference.Use, out var instead) is { } used ? used.ValueOf(reference.Target) : instead!;
}
