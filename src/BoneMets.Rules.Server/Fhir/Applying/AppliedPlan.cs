using System.Text.Json.Nodes;
using BoneMets.Rules.Server.CdsHooks.Cards;
using BoneMets.Rules.Server.Fhir.Resources;

namespace BoneMets.Rules.Server.Fhir.Applying;

/// <summary>
/// A decision as a CarePlan that is a draft and a proposal. It contains the recommendations (a RequestGroup), what is not known
/// (an OperationOutcome) and the record of the evaluation (a GuidanceResponse). What a decision withholds is in none of them.
/// </summary>
internal static class AppliedPlan
{
    public static JsonObject Of(Application application)
    {
        var proposals = Proposals.Of(application);
        return Element.Of(
            ("resourceType", "CarePlan"),
            ("contained", Element.List([DataGaps.Of(application), EvaluationRecord.Of(application, hasProposals: proposals.Count > 0), .. proposals])),
            ("identifier", Element.List(application.Identifier)),
            ("instantiatesCanonical", Element.List(application.Canonical)),
            ("status", "draft"),
            ("intent", "proposal"),
            ("title", Element.Text(application.Workflow.Model.Title ?? application.Workflow.Name)),
            ("description", Element.Text(Summary(application))),
            ("subject", application.Subject),
            ("encounter", application.Encounter),
            ("created", application.At),
            ("supportingInfo", Element.List(Element.Reference($"#{Application.Evaluation}"))),
            ("activity", proposals.Count > 0 ? Element.List(Element.Of(("reference", Element.Reference($"#{Application.Proposals}")))) : null),
            ("note", Notes(application.Decision)));
    }

    /// <summary>So that nobody takes a short plan for a complete one.</summary>
    private static string Summary(Application application)
    {
        var decision = application.Decision;
        var emergencies = decision.Pending.Count(p => p.Urgency == Urgency.Emergency);
        var parts = new[]
        {
            emergencies > 0 ? $"{Count(emergencies, "emergency is", "emergencies are")} not excluded for want of data." : null,
            $"{Count(decision.Recommendations.Count, "recommendation", "recommendations")}.",
            decision.Pending.Count > emergencies ? $"{Count(decision.Pending.Count - emergencies, "other question is", "other questions are")} open for want of data." : null,
            decision.Withheld.Count > 0 ? $"{Count(decision.Withheld.Count, "option is", "options are")} held back." : null,
        };
        return string.Join(' ', parts.OfType<string>());
    }

    private static string Count(int count, string one, string many) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>How far the content may be relied on.</summary>
    private static JsonArray Notes(Decision decision)
    {
        var origin = new Markdown().Origin(decision).ToString();
        return Element.List(origin.Length > 0 ? Element.Of(("text", Element.Text(origin))) : null);
    }
}
