using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>A band of a score item gives one point more, or a step of its last written digit.</summary>
internal sealed class ChangedPointsMutation : IMutationOperator
{
    public string Name => "points";

    public IEnumerable<MutationEdit> Edits(MutationSite site)
    {
        if (site is not RowSite { Table.IsScoreItem: true } band || band.Bound.Node["Points"] is not { Kind: JsonTextKind.Number } points) yield break;
        if (WrittenConstant.Step(points.Raw, isWhole: false, 1) is { } more) yield return new ValueEdit(points, more);
    }
}
