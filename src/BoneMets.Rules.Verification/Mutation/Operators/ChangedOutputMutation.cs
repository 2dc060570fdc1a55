using BoneMets.Rules.Documents;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>A table gives another constant: the next number, another word, the opposite.</summary>
internal sealed class ChangedOutputMutation : IMutationOperator
{
    public string Name => "output";

    public IEnumerable<MutationEdit> Edits(MutationSite site)
    {
        if (site is not RowSite { Table.IsScoreItem: false } row || row.Bound.Node["Then"] is not { } cells) yield break;
        for (var i = 0; i < Math.Min(row.Bound.Then.Count, cells.Items.Count); i++)
            if (row.Bound.Then[i] is BoundConstant constant && Other(cells.Items[i].Text ?? "", constant, row.Table.Outputs[i]) is { } other) yield return new ValueEdit(cells.Items[i], CanonicalJson.Quote(other));
    }

    private static string? Other(string written, BoundConstant constant, TableOutputDefinition output) => constant.Value switch
    {
        decimal => WrittenConstant.Step(written, isWhole: false, 1),
        string word when output.Model is { Values.Count: > 1 } model => WrittenConstant.NextWord(model.Values, word, new HashSet<string>(StringComparer.Ordinal) { word }),
        string text => output.Model?.Type == OutputType.Enum ? null : CanonicalJson.Quote(text + "?"),
        var other => WrittenConstant.Neighbour(other, 1),
    };
}
