using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Verification.Mutation.Operators;

namespace BoneMets.Rules.Verification.Mutation;

/// <summary>One kind of small mistake that an author could make. Pure: the same site gives the same edits, in the order of the text.</summary>
public interface IMutationOperator
{
    /// <summary>One or two words, as reports show them.</summary>
    string Name { get; }

    IEnumerable<MutationEdit> Edits(MutationSite site);
}

/// <summary>An edit inside the text of a site, or of a JSON value beside it.</summary>
public abstract record MutationEdit;

/// <summary>A part of the authored text is replaced.</summary>
public sealed record TextEdit(TextSpan Span, string NewText) : MutationEdit;

/// <summary>A value that is no expression, such as points, is replaced by other JSON.</summary>
public sealed record ValueEdit(JsonTextNode Node, string Json) : MutationEdit;

/// <summary>An item is taken out of its list.</summary>
public sealed record RemovalEdit(JsonTextNode Item, string Before) : MutationEdit;

/// <summary>All kinds of mistakes, in the order of reports.</summary>
public static class MutationOperators
{
    public static IReadOnlyList<IMutationOperator> All { get; } =
    [
        new ComparisonOperatorMutation(), new LogicMutation(), new DroppedConditionMutation(), new NegatedConditionMutation(), new ThresholdMutation(),
        new EnumerationWordMutation(), new ArithmeticMutation(), new CoalesceMutation(), new RemovedRowMutation(), new ChangedPointsMutation(), new ChangedOutputMutation(),
    ];
}
