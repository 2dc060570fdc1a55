namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>A row of a table or a band of a score item is forgotten.</summary>
internal sealed class RemovedRowMutation : IMutationOperator
{
    public string Name => "removed row";

    public IEnumerable<MutationEdit> Edits(MutationSite site)
    {
        if (site is RowSite row && row.Table.Rows.Count > 1) yield return new RemovalEdit(row.Bound.Node, row.Bound.Node.Raw);
    }
}
