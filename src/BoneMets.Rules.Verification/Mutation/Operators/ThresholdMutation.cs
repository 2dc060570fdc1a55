using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>A number or a date that is written one step off, up and down: the last digit as written, one for whole numbers, a day.</summary>
internal sealed class ThresholdMutation : IMutationOperator
{
    public string Name => "threshold";

    public IEnumerable<MutationEdit> Edits(MutationSite site)
    {
        if (site is not TextSite text) yield break;
        foreach (var (constant, operand) in text.Constants.Where(c => c.Constant.Span.Length > 0).DistinctBy(c => c.Constant.Span))
            foreach (var direction in (int[])[1, -1])
                if (Stepped(text.Slice(constant.Span), constant, operand, direction) is { } stepped) yield return new TextEdit(constant.Span, stepped);
    }

    private static string? Stepped(string written, BoundConstant constant, BoundNode? operand, int direction) => constant.Value switch
    {
        decimal => WrittenConstant.Step(written, operand?.Type is NumberType { IsInteger: true }, direction),
        DateOnly => WrittenConstant.Neighbour(constant.Value, direction),
        _ => null,
    };
}
