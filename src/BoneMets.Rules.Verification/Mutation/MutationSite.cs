using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation;

/// <summary>A place of a workflow where mistakes can be made, with what it means.</summary>
public abstract record MutationSite(BoundWorkflow Workflow, MutatedPart Part, IReadOnlyList<Definition> Definitions);

/// <summary>An expression or the pattern of a cell.</summary>
public abstract record TextSite(BoundWorkflow Workflow, MutatedPart Part, IReadOnlyList<Definition> Definitions, AuthoredText Authored, Syntax Root)
    : MutationSite(Workflow, Part, Definitions)
{
    public string Text => Authored.Text;

    /// <summary>Every node that the author wrote, parents first.</summary>
    public IEnumerable<Syntax> Nodes => SyntaxWalk.SelfAndDescendants(Root);

    /// <summary>Every constant with what it is compared with; null beside it where it is no comparison.</summary>
    public abstract IEnumerable<(BoundConstant Constant, BoundNode? Operand)> Constants { get; }

    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    protected static IEnumerable<(BoundConstant, BoundNode?)> ConstantsOf(BoundPattern pattern, BoundNode operand) => pattern switch
    {
        BoundValuePattern { Constant: { } constant } => [(constant, operand)],
        BoundNotPattern not => ConstantsOf(not.Operand, operand),
        BoundBinaryPattern binary => ConstantsOf(binary.Left, operand).Concat(ConstantsOf(binary.Right, operand)),
        _ => [],
    };
}

public sealed record ExpressionSite(BoundWorkflow Workflow, MutatedPart Part, IReadOnlyList<Definition> Definitions, AuthoredText Authored, Syntax Root, BoundNode Bound)
    : TextSite(Workflow, Part, Definitions, Authored, Root)
{
    public override IEnumerable<(BoundConstant Constant, BoundNode? Operand)> Constants
    {
        get
        {
            var compared = new HashSet<BoundNode>(ReferenceEqualityComparer.Instance);
            foreach (var node in BoundTree.SelfAndDescendants(Bound))
            {
                if (node is BoundComparison { Right: BoundConstant right } c && compared.Add(right)) yield return (right, c.Left);
                if (node is BoundComparison { Left: BoundConstant left } d && compared.Add(left)) yield return (left, d.Right);
                if (node is BoundPatternTest test)
                    foreach (var found in ConstantsOf(test.Pattern, test.Operand)) yield return found;
                if (node is BoundConstant other && !compared.Contains(other)) yield return (other, null);
            }
        }
    }
}

/// <summary>A table cell, or the band of a score item, over a column.</summary>
public sealed record PatternSite(BoundWorkflow Workflow, MutatedPart Part, IReadOnlyList<Definition> Definitions, AuthoredText Authored, Syntax Root, BoundPattern Pattern, BoundNode Column)
    : TextSite(Workflow, Part, Definitions, Authored, Root)
{
    public override IEnumerable<(BoundConstant Constant, BoundNode? Operand)> Constants => ConstantsOf(Pattern, Column);
}

/// <summary>A whole row of a table, or a band of a score item.</summary>
public sealed record RowSite(BoundWorkflow Workflow, MutatedPart Part, IReadOnlyList<Definition> Definitions, TableDefinition Table, int Row) : MutationSite(Workflow, Part, Definitions)
{
    public BoundRow Bound => Table.Rows[Row];
}
