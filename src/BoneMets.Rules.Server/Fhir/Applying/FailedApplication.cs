using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Fhir.Resources;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Fhir.Applying;

/// <summary>A decision that failed: no plan, but the record that there was an evaluation and that it failed.</summary>
internal static class FailedApplication
{
    public static JsonObject Of(Application application)
    {
        var decision = application.Decision;
        var fault = decision.Rules.FirstOrDefault(r => r.Error is not null) is { Error: { } error } rule ? $"`{rule.Name}`, {error.Code}" : "an intermediate value";
        var outcome = JsonNode.Parse(OperationOutcomes.ToUtf8(ProblemKind.DecisionFailed, $"a rule of `{decision.Workflow}` failed, so there is no plan: {fault}", application.RequestId, []))!.AsObject();
        // `#` is the resource that contains the record.
        outcome["contained"] = Element.List(EvaluationRecord.Of(application, hasProposals: false, "#"));
        return outcome;
    }
}
