using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Fhir.Resources;

/// <summary>Rules as actions, and included workflows as actions that another PlanDefinition defines.</summary>
internal static class PlanActions
{
    /// <summary>The rule language; nobody else's engine is to try and read it as FHIRPath or CQL.</summary>
    public const string Language = "text/x-bonemets-rules";

    public static IEnumerable<JsonNode?> Of(FhirContent content, LibraryWorkflow workflow) => workflow.Model.Rules.Select(r => Action(content, workflow, r));

    public static IEnumerable<JsonNode?> OfIncludes(FhirContent content, LibraryWorkflow workflow) => workflow.Model.Uses.Where(u => u.Include).Select(u => Element.Of(
        ("title", Element.Text(content.Library.TryGet(u.Workflow, out var used) ? used.Model.Title ?? used.Name : u.Workflow)),
        ("textEquivalent", Element.Text(Sentences(
            u.ForEach is { } list ? $"Once for each element of {list.Text}." : null,
            u.When is not null && u.WhenAppliesTo.Count > 0 ? $"The condition counts for what is {string.Join(" or ", u.WhenAppliesTo.Select(EnumWord.Of))}." : null))),
        ("condition", Element.List(u.When is { } when ? Condition(when.Text) : null)),
        ("definitionCanonical", content.UrlOf(FhirContent.Plans, u.Workflow))));

    public static JsonObject Condition(string expression, string? description = null) => Element.Of(
        ("kind", "applicability"),
        ("expression", Element.Of(("description", Element.Text(description)), ("language", Language), ("expression", Element.Text(expression)))));

    /// <summary>FHIR has no word below routine: information is no order.</summary>
    public static string Priority(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "stat",
        Urgency.Urgent => "urgent",
        _ => "routine",
    };

    /// <summary>Urgency and strength in their own words, which <c>priority</c> cannot say.</summary>
    public static string Grade(Urgency urgency, Strength? strength) => $"Urgency: {EnumWord.Of(urgency)}." + (strength is { } given ? $" Strength: {EnumWord.Of(given)}." : "");

    public static JsonObject CodeOf(FhirContent content, string workflow, string rule) => Element.Concept(Element.Coding(content.UrlOf(FhirContent.Plans, workflow), rule));

    private static JsonObject Action(FhirContent content, LibraryWorkflow workflow, Rule rule) => Element.Of(
        ("title", Element.Text(rule.Title ?? rule.Name)),
        ("description", Element.Text(rule.Recommendation?.Text.Text)),
        ("textEquivalent", Element.Text(Sentences(
            rule.Recommendation is { } given ? Grade(given.Urgency, given.Strength) : null,
            rule.Withholds.Count > 0 ? $"While it is met or undecided it holds back: {string.Join(", ", rule.Withholds.Select(w => w.Text))}." : null,
            rule.WhenUndetermined is { } open ? $"While facts are missing: {open.Text}" : null))),
        ("priority", rule.Recommendation is { } advice ? Priority(advice.Urgency) : null),
        ("code", Element.List(CodeOf(content, workflow.Name, rule.Name))),
        ("documentation", Element.List(Citations.Of(rule.Evidence, content.Library))),
        ("condition", Element.List(Condition(WorkflowParts.ConditionOf(rule)))),
        ("action", Element.List(rule.Rules.Select(r => Action(content, workflow, r)))));

    private static string Sentences(params string?[] sentences) => string.Join(' ', sentences.OfType<string>());
}
