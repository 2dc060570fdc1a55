using BoneMets.Rules.Facts;
using BoneMets.Rules.Server.Cohorts.Mapping;
using BoneMets.Rules.Server.Language;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Cohorts;

/// <summary>What a run speaks of, in the words of its own release, which need not be the one in force.</summary>
/// <param name="Facts">Those that a column can hold; none for a workflow that declares no inputs.</param>
/// <param name="Workflows">The workflow of the run, then those that it uses.</param>
public sealed record CohortTerms(IReadOnlyList<FactTerm> Facts, IReadOnlyList<WorkflowTerms> Workflows)
{
    internal static CohortTerms Of(LibraryWorkflow workflow)
    {
        var read = (workflow.Bound?.FactsRead ?? []).ToHashSet(StringComparer.Ordinal);
        return new CohortTerms([.. CohortFacts.Of(workflow).Select(f => Of(f, read.Contains(f.Text)))], [.. workflow.Library.WithUsed(workflow).Select(NamesOf)]);
    }

    private static FactTerm Of(FactPath fact, bool isRead)
    {
        var element = fact.Element;
        return new FactTerm(
            fact.Text, fact.Property.Label, fact.Property.Description, fact.Property.Group, TypeInfos.NameOf(fact.Scalar), fact.IsList, isRead,
            element.Unit is { } unit ? [unit, .. element.OtherUnits.Keys] : [], fact.Scalar is EnumType words ? [.. words.Values] : []);
    }

    private static WorkflowTerms NamesOf(LibraryWorkflow workflow) => new(
        workflow.Name, workflow.Model.Title, [.. workflow.Model.AllRules().Select(r => new RuleTerm(r.Name, r.Title))],
        [
            .. workflow.Model.GlobalParams.Select(p => new OutputTerm(p.Name, WorkflowParts.Param(p, workflow.Bound).Unit)),
            .. workflow.Model.Tables.SelectMany(t => t.Outputs.Select(o => new OutputTerm(t.Outputs.Count == 1 ? t.Name : $"{t.Name}.{o.Name}", o.Unit))),
        ]);
}

/// <param name="Path">As a mapping names it: <c>patient.totalCalcium</c>.</param>
/// <param name="Type">Of the values, or of the elements when <paramref name="IsList"/>: <c>boolean</c>, <c>number</c>, <c>integer</c>, <c>text</c>, <c>date</c> or <c>enum</c>.</param>
/// <param name="IsRead">Some decision of the workflow depends on it.</param>
/// <param name="Units">Those that are taken, the canonical one first; of several, a mapping names one.</param>
/// <param name="Words">What an <c>enum</c> takes.</param>
public sealed record FactTerm(string Path, string? Label, string? Description, string? Group, string Type, bool IsList, bool IsRead, IReadOnlyList<string> Units, IReadOnlyList<string> Words);

public sealed record WorkflowTerms(string Name, string? Title, IReadOnlyList<RuleTerm> Rules, IReadOnlyList<OutputTerm> Outputs);

public sealed record RuleTerm(string Name, string? Title);

/// <param name="Unit">Null for what is no number, or has none.</param>
public sealed record OutputTerm(string Name, string? Unit);
