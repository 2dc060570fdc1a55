using System.Text.Json.Nodes;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.CdsHooks.Cards;
using BoneMets.Rules.Server.CdsHooks.Services;
using BoneMets.Rules.Server.Fhir.Resources;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Fhir.Applying;

/// <summary>
/// The recommendations as a RequestGroup, most urgent first. FHIR wants a resource behind each action (rqg-1): it is the request to tell a
/// clinician, because that is all that is asked for. Nothing is ordered.
/// </summary>
internal static class Proposals
{
    private static readonly string[] Reasons = ["Condition", "Observation", "DiagnosticReport", "DocumentReference"];

    /// <summary>The group, and what its actions refer to; empty without recommendations.</summary>
    public static IReadOnlyList<JsonObject> Of(Application application)
    {
        var items = application.Decision.Recommendations;
        if (items.Count == 0) return [];
        var messages = items.Select((item, index) => Message(application, item, IdOf(index)));
        var group = Element.Of(
            ("resourceType", "RequestGroup"),
            ("id", Application.Proposals),
            ("instantiatesCanonical", Element.List(application.Canonical)),
            ("status", "draft"),
            ("intent", "proposal"),
            ("priority", PlanActions.Priority(items.Min(i => i.Urgency))),
            ("subject", application.Subject),
            ("encounter", application.Encounter),
            ("authoredOn", application.At),
            ("author", EvaluationRecord.Software()),
            ("reasonReference", ReasonsOf(items.SelectMany(i => ValuesUsed.By(i.Rule, application.Rules, application.Reading)))),
            ("action", Element.List(items.Select((item, index) => Action(application, item, IdOf(index))))));
        return [group, .. messages];
    }

    private static string IdOf(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"proposal-{index + 1}");

    private static JsonObject Action(Application application, RecommendationResult item, string message)
    {
        var values = ValuesUsed.By(item.Rule, application.Rules, application.Reading);
        var definition = application.Rules.Find(item.Rule);
        return Element.Of(
            ("title", Element.Text(Title(item))),
            ("description", Element.Text(item.Text)),
            ("textEquivalent", Element.Text($"{item.Text} {PlanActions.Grade(item.Urgency, item.Strength)}")),
            ("priority", PlanActions.Priority(item.Urgency)),
            ("code", Element.List(PlanActions.CodeOf(application.Content, application.Workflow.Name, CardRules.Plain(item.Rule)))),
            ("documentation", Element.List(Citations.Of(application.Decision.Rules.First(r => r.Name == item.Rule).Evidence))),
            ("condition", Element.List(definition is null ? null : PlanActions.Condition(WorkflowParts.ConditionOf(definition.Model), Because(application, values)))),
            ("resource", Element.Reference($"#{message}")));
    }

    private static JsonObject Message(Application application, RecommendationResult item, string id)
    {
        var values = ValuesUsed.By(item.Rule, application.Rules, application.Reading);
        return Element.Of(
            ("resourceType", "CommunicationRequest"),
            ("id", id),
            ("status", "draft"),
            ("priority", PlanActions.Priority(item.Urgency)),
            ("subject", application.Subject),
            ("encounter", application.Encounter),
            ("payload", Element.List(Element.Of(("contentString", Element.Text(item.Text))))),
            ("authoredOn", application.At),
            ("reasonCode", Element.List(Because(application, values) is { } because ? Element.Concept(because) : null)),
            ("reasonReference", ReasonsOf(values)));
    }

    private static string Title(RecommendationResult item) => CardRules.Element(item.Rule) is { } element ? $"{item.Title ?? item.Text} ({element})" : item.Title ?? item.Text;

    /// <summary>The values that the rule read; null where it read none from the record.</summary>
    private static string? Because(Application application, IReadOnlyList<FhirTaken> values) => values.Count == 0
        ? null
        : "Met with " + string.Join("; ", values.Select(v => $"{application.LabelOf(v.Fact)}: {v.Value} ({string.Join(", ", new[] { v.Date, v.Resource, v.Note }.OfType<string>())})"));

    private static JsonArray ReasonsOf(IEnumerable<FhirTaken> values) => Element.List(values.Select(v => v.Resource)
        .Where(r => r.Split('/') is [var type, { Length: > 0 } id] && Reasons.Contains(type) && !id.Any(char.IsWhiteSpace)).Distinct(StringComparer.Ordinal).Select(Element.Reference));
}
