using System.Globalization;
using System.Text.Json;
using BoneMets.Rules.Server.Cohorts.Mapping;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Cohorts;

/// <summary>What a run's texts mean.</summary>
internal static class CohortFacts
{
    private static readonly JsonSerializerOptions Json = LibraryJson.Strict(LibraryJson.Configure(new JsonSerializerOptions()));

    /// <summary>The facts that columns can hold; none for a workflow that declares no inputs.</summary>
    public static IReadOnlyList<FactPath> Of(LibraryWorkflow workflow) => workflow.Bound is { } bound && !workflow.IsShapeBound ? FactPath.Of([.. bound.Inputs.Select(i => (i.Name, i.Schema))]) : [];

    public static DateOnly AsOf(Cohort run) => DateOnly.ParseExact(run.AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Explain ExplainOf(Cohort run) => ExecuteOptions.Explain(run.Explain, out _);

    public static CohortMapping? MappingOf(Cohort run) => run.Mapping is { } mapping ? JsonSerializer.Deserialize<CohortMapping>(mapping, Json) : null;

    public static string Text(CohortMapping mapping) => JsonSerializer.Serialize(mapping, Json);

    /// <summary>A mapping that fits, for CSV; null for NDJSON, which needs none. Else the refusal that says what to mend.</summary>
    public static CohortMapping? Require(CohortMapping? mapping, CohortInput input, LibraryWorkflow workflow)
    {
        if (input.Format == CohortFormat.Ndjson)
            return mapping is null ? null : throw new ProblemException(ProblemKind.WrongMapping, "the input is NDJSON, whose lines name their facts themselves: it takes no mapping");
        var facts = Of(workflow);
        if (facts.Count == 0) throw new ProblemException(ProblemKind.WrongMapping, $"`{workflow.Name}` declares no inputs, so that columns cannot be mapped to its facts; send NDJSON");
        if (mapping is null) throw new ProblemException(ProblemKind.WrongMapping, "the columns of the input are not mapped yet; `preview` proposes a mapping, `PUT …/mapping` sets it");
        var findings = MappingCheck.Check(mapping, input.Columns, facts);
        return findings.Count == 0 ? mapping : throw new ProblemException(ProblemKind.WrongMapping, ExecutionAnswer.DetailOf(findings), findings);
    }
}
