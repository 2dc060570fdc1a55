using System.Runtime.CompilerServices;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Contrasts;

/// <summary>The constants with which a workflow, and those that it builds on, compare each fact, also through what is computed from it. Thread safe.</summary>
internal sealed class ComparedConstants
{
    private static readonly ConditionalWeakTable<BoundWorkflow, ComparedConstants> Known = [];
    private static readonly HashSet<object> None = [];

    private readonly Dictionary<FactProperty, HashSet<object>> constants = [];
    private readonly HashSet<BoundWorkflow> seen = [];

    private ComparedConstants(BoundWorkflow workflow) => Add(workflow);

    public static ComparedConstants Of(BoundWorkflow workflow) => Known.GetValue(workflow, static w => new ComparedConstants(w));

    public IReadOnlySet<object> With(FactProperty fact) => constants.GetValueOrDefault(fact) ?? None;

    private void Add(BoundWorkflow workflow)
    {
        if (!seen.Add(workflow)) return;
        foreach (var node in BoundTree.Roots(workflow).SelectMany(BoundTree.SelfAndDescendants))
        {
            switch (node)
            {
                case BoundComparison { Right: BoundConstant right } comparison: Compare(comparison.Left, [right.Value]); break;
                case BoundComparison { Left: BoundConstant left } comparison: Compare(comparison.Right, [left.Value]); break;
                case BoundPatternTest test: Compare(test.Operand, BoundTree.Constants(test.Pattern)); break;
            }
        }
        foreach (var table in workflow.Tables)
            foreach (var row in table.Rows)
                for (var i = 0; i < row.Cells.Count; i++)
                    if (row.Cells[i] is { } cell) Compare(table.Columns[i].Expression, BoundTree.Constants(cell));
        foreach (var used in BoundTree.UsedBy(workflow)) Add(used);
    }

    private void Compare(BoundNode operand, IEnumerable<object> with)
    {
        var found = with.ToList();
        var open = new Stack<BoundNode>([operand]);
        var followed = new HashSet<Definition>();
        while (open.TryPop(out var next))
            foreach (var node in BoundTree.SelfAndDescendants(next))
            {
                if (node is BoundFact { Property: { Type: not (ObjectType or ListType) } fact })
                {
                    if (!constants.TryGetValue(fact, out var known)) constants.Add(fact, known = []);
                    known.UnionWith(found);
                }
                else if (node is BoundReference { Target: ParameterDefinition parameter } && followed.Add(parameter)) open.Push(parameter.Expression);
            }
    }
}
