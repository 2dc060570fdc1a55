using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation.Operators;

/// <summary>A word of an enumeration is mistaken for another one.</summary>
internal sealed class EnumerationWordMutation : IMutationOperator
{
    public string Name => "enumeration word";

    public IEnumerable<MutationEdit> Edits(MutationSite site)
    {
        if (site is not TextSite text) yield break;
        var constants = text.Constants.Where(c => c is { Constant.Value: string, Operand.Type: EnumType }).DistinctBy(c => c.Constant.Span).ToList();
        foreach (var group in constants.GroupBy(c => BoundKey.Of(c.Operand!)))
        {
            // A word that stands beside it already would only drop this one.
            var used = group.Select(c => (string)c.Constant.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var (constant, operand) in group)
                if (WrittenConstant.NextWord(((EnumType)operand!.Type).Values, (string)constant.Value, used) is { } other) yield return new TextEdit(constant.Span, other);
        }
    }
}
