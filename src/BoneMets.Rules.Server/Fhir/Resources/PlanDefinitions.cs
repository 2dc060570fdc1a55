using System.Globalization;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.CdsHooks.Cards;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Fhir.Resources;

/// <summary>A workflow as an event-condition-action PlanDefinition: to read and to find, not to be run by somebody else's engine.</summary>
internal static class PlanDefinitions
{
    private const string Types = "http://terminology.hl7.org/CodeSystem/plan-definition-type", Countries = "urn:iso:std:iso:3166";

    public static JsonObject Of(FhirContent content, LibraryWorkflow workflow)
    {
        var (model, about) = (workflow.Model, workflow.Model.About);
        return Element.Of(
            ("resourceType", FhirContent.Plans),
            ("id", FhirContent.IdOf(workflow.Name)),
            ("url", content.UrlOf(FhirContent.Plans, workflow.Name)),
            ("identifier", Identifiers(content, workflow)),
            ("version", content.VersionOf(workflow)),
            ("name", Element.Text(workflow.Name)),
            ("title", Element.Text(model.Title ?? workflow.Name)),
            ("type", Element.Concept(Element.Coding(Types, "eca-rule", "ECA Rule"))),
            ("status", content.StatusOf(workflow)),
            ("experimental", about.Experimental is { } experimental ? JsonValue.Create(experimental) : null),
            ("subjectCodeableConcept", Element.Patients()),
            ("date", Element.Instant(content.Release?.PublishedAt)),
            ("publisher", Element.Text(about.Developer?.Name)),
            ("contact", Contact(about.Developer)),
            ("description", Paragraph(model.Description)),
            ("useContext", Contexts(about)),
            ("jurisdiction", Element.List(about.Jurisdiction.Select(Jurisdiction))),
            ("purpose", Paragraph(about.Purpose)),
            ("usage", Usage(about)),
            ("copyright", Paragraph(about.Copyright)),
            ("approvalDate", Element.Date(about.ApprovalDate)),
            ("lastReviewDate", Element.Date(about.LastReviewDate)),
            ("effectivePeriod", about.EffectivePeriod is { } period ? Element.Of(("start", Element.Date(period.Start)), ("end", Element.Date(period.End))) : null),
            ("topic", Element.List(about.Topics.Select(Element.Concept))),
            ("author", People(about.Authors)),
            ("editor", People(about.Editors)),
            ("reviewer", People(about.Reviewers)),
            ("endorser", People(about.Endorsers)),
            ("relatedArtifact", Element.List([.. Citations.Of(model.Citations(), content.Library), .. model.Uses.Select(u => Dependency(content, u))])),
            ("library", Element.List(content.CanonicalOf(FhirContent.Data, workflow))),
            ("action", Element.List([.. PlanActions.Of(content, workflow), .. PlanActions.OfIncludes(content, workflow)])));
    }

    public static JsonArray Identifiers(FhirContent content, LibraryWorkflow workflow) => Element.List(
        Element.Of(("use", "official"), ("system", $"{content.Server}/api/v1/workflows"), ("value", Element.Text(workflow.Name))),
        Element.Of(("use", "secondary"), ("type", Element.Concept("Hash of the content: the same hash decides the same")), ("value", WorkflowHash.Of(workflow))));

    /// <summary>Markdown that shows a text as it is.</summary>
    public static JsonNode? Paragraph(string? text) => text is null ? null : Element.Text(new Markdown().Paragraph(text).ToString());

    private static JsonNode? Usage(WorkflowMetadata about)
    {
        var usage = new Markdown();
        Add(usage, "Intended use", about.IntendedUse);
        Add(usage, "Users", about.IntendedUsers);
        Add(usage, "Patients", about.IntendedPopulation);
        Add(usage, "Not for", about.OutOfScope);
        foreach (var (attribute, use) in about.UseOf.OrderBy(u => u.Key)) Add(usage, $"Use of {EnumWord.Of(attribute)}", use.Text);
        Add(usage, "Funding", about.Funding);
        Add(usage, "Review due", about.ReviewDue?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add(usage, "Remarks", about.Remarks);
        return Element.Text(usage.ToString());
    }

    private static void Add(Markdown usage, string heading, string? text)
    {
        if (text is not null) usage.Paragraph($"{heading}: {text}");
    }

    private static JsonArray Contexts(WorkflowMetadata about) => Element.List(Element.Concept(about.IntendedUsers) is { } users
        ? Element.Of(("code", Element.Coding("http://terminology.hl7.org/CodeSystem/usage-context-type", "user", "User Type")), ("valueCodeableConcept", users))
        : null);

    private static JsonObject? Jurisdiction(string text) =>
        text.Length == 2 && text.All(char.IsAsciiLetterUpper) ? Element.Concept(Element.Coding(Countries, text)) : Element.Concept(text);

    private static JsonArray People(IReadOnlyList<string> names) => Element.List(names.Select(Element.Text).OfType<JsonNode>().Select(n => Element.Of(("name", n))));

    private static JsonArray Contact(WorkflowDeveloper? developer) => Element.List(developer is { Contact: { } contact }
        ? Element.Of(("name", Element.Text(developer.Name)), ("telecom", Element.List(Element.Of(("system", SystemOf(contact)), ("value", Element.Text(contact))))))
        : null);

    private static string SystemOf(string contact)
    {
        if (Uri.TryCreate(contact, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return "url";
        return contact.Contains('@', StringComparison.Ordinal) && !contact.Contains(' ', StringComparison.Ordinal) ? "email" : "other";
    }

    private static JsonObject Dependency(FhirContent content, WorkflowUse use) => Element.Of(
        ("type", use.Include ? "composed-of" : "depends-on"), ("display", Element.Text(content.Library.TryGet(use.Workflow, out var used) ? used.Model.Title ?? used.Name : use.Workflow)),
        ("resource", content.UrlOf(FhirContent.Plans, use.Workflow)));
}
