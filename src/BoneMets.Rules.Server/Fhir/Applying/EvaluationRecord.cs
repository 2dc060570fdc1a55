using System.Globalization;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Fhir.Resources;

namespace BoneMets.Rules.Server.Fhir.Applying;

/// <summary>The record of an evaluation as a GuidanceResponse: which content decided, when, and how far it came.</summary>
internal static class EvaluationRecord
{
    public static JsonObject Of(Application application, bool hasProposals, string outcome = $"#{Application.Gaps}") => Element.Of(
        ("resourceType", "GuidanceResponse"),
        ("id", Application.Evaluation),
        ("requestIdentifier", Element.Of(("value", Element.Text(application.RequestId)))),
        ("identifier", Element.List(application.Identifier)),
        ("moduleCanonical", application.Canonical),
        ("status", StatusOf(application.Decision)),
        ("subject", application.Subject),
        ("encounter", application.Encounter),
        ("occurrenceDateTime", application.At),
        ("performer", Software()),
        ("note", Element.List(Element.Of(("text", PlanDefinitions.Paragraph(Basis(application)))))),
        ("evaluationMessage", Element.List(Element.Reference(outcome))),
        ("result", hasProposals ? Element.Reference($"#{Application.Proposals}") : null),
        ("dataRequirement", Missing(application)));

    public static JsonObject Software() => Element.Of(("type", "Device"), ("display", Element.Text($"BoneMets.Rules {EngineVersion.Current}")));

    /// <summary>
    /// <c>data-required</c> while an emergency is not excluded, or nothing at all could be said; <c>data-requested</c> where more data could
    /// say more; <c>success</c> only when every rule is decided.
    /// </summary>
    public static string StatusOf(Decision decision)
    {
        if (decision.Status == DecisionStatus.Failed) return "failure";
        if (decision.Pending.Any(p => p.Urgency == Urgency.Emergency) || (decision.Pending.Count > 0 && decision.Recommendations.Count == 0)) return "data-required";
        return decision.Status == DecisionStatus.Complete ? "success" : "data-requested";
    }

    private static string Basis(Application application)
    {
        var decision = application.Decision;
        var release = decision.Release is { } number ? string.Create(CultureInfo.InvariantCulture, $"release {number} ({decision.ReleaseStatus})") : decision.ReleaseStatus;
        return $"{decision.Workflow}, {release}, content {decision.Hash}, as of {decision.AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }

    /// <summary>The kinds of resources that could give what is missing. What only somebody can ask the patient is in the outcome.</summary>
    private static JsonArray Missing(Application application)
    {
        var missing = application.Decision.Missing.Select(m => m.Fact).ToHashSet(StringComparer.Ordinal);
        return Element.List(DataLibraries.Needed(application.Bound).Where(d => d.Facts.Any(missing.Contains)).Select(DataLibraries.Requirement));
    }
}
