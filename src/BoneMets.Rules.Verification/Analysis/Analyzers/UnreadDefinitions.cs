using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>
/// Inputs and local parameters that nothing reads. (A global parameter, a score or a table is an output of the decision even when no rule reads it.)
/// </summary>
internal sealed class UnreadDefinitions : IAnalyzer
{
    public IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, CancellationToken cancellation)
    {
        var nodes = BoundTree.Roots(subject.Bound).Concat(subject.Bound.Rules.SelectMany(r => r.LocalParams).Select(p => p.Expression)).SelectMany(BoundTree.SelfAndDescendants).ToList();
        var included = subject.Bound.Includes.SelectMany(i => i.Use.Arguments).OfType<BoundNode>().SelectMany(BoundTree.SelfAndDescendants);
        var inputs = nodes.Concat(included).OfType<BoundInput>().Select(i => i.Index).ToHashSet();
        var read = nodes.OfType<BoundReference>().Select(r => r.Target).ToHashSet();
        for (var i = 0; i < subject.Bound.Inputs.Count; i++)
            if (!inputs.Contains(i))
                yield return subject.Plain(PlaceOf(subject.Bound.Model, i), DiagnosticCode.NeverRead, $"nothing reads the input `{subject.Bound.Inputs[i].Name}`", "remove it, or use it: callers are asked for its facts in vain");
        foreach (var parameter in subject.Bound.Definitions.OfType<ParameterDefinition>().Where(p => p.Rule is not null && !read.Contains(p)))
            yield return subject.Plain(parameter.Node, DiagnosticCode.NeverRead, $"nothing reads the local parameter `{parameter.Name}` of `{parameter.Rule}`", "remove it, or use it in the rule");
    }

    private static JsonTextNode PlaceOf(Workflow model, int input) => model.Node["Inputs"]?.Items is { } items && input < items.Count ? items[input] : model.Node;
}
