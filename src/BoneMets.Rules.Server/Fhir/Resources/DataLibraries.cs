using System.Text.Json.Nodes;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Server.CdsHooks.Services;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.Fhir.Resources;

/// <summary>What a workflow reads, as a Library of the type module-definition: its facts as parameters, and the resources that may give them as data requirements.</summary>
internal static class DataLibraries
{
    private const string Types = "http://terminology.hl7.org/CodeSystem/library-type";

    public static JsonObject Of(FhirContent content, LibraryWorkflow workflow)
    {
        var model = workflow.Model;
        return Element.Of(
            ("resourceType", FhirContent.Data),
            ("contained", workflow.Bound is { } mapped ? Element.List(ValueSets.Contained(mapped)) : null),
            ("id", FhirContent.IdOf(workflow.Name)),
            ("url", content.UrlOf(FhirContent.Data, workflow.Name)),
            ("identifier", PlanDefinitions.Identifiers(content, workflow)),
            ("version", content.VersionOf(workflow)),
            ("name", Element.Text(workflow.Name)),
            ("title", Element.Text($"Data of {model.Title ?? workflow.Name}")),
            ("status", content.StatusOf(workflow)),
            ("experimental", model.About.Experimental is { } experimental ? JsonValue.Create(experimental) : null),
            ("type", Element.Concept(Element.Coding(Types, "module-definition", "Module Definition"))),
            ("subjectCodeableConcept", Element.Patients()),
            ("date", Element.Instant(content.Release?.PublishedAt)),
            ("publisher", Element.Text(model.About.Developer?.Name)),
            ("description", PlanDefinitions.Paragraph("The facts that the workflow reads, and the resources that may give them. A requirement without codes asks for every resource of its type: what counts among them cannot be said as a filter.")),
            ("relatedArtifact", workflow.Bound is { } read ? Element.List(ValueSets.Dependencies(read)) : null),
            ("parameter", workflow.Bound is { } bound ? Element.List(bound.FactsRead.Select(f => Parameter(bound, f))) : null),
            ("dataRequirement", workflow.Bound is { } decided ? Element.List(Needed(decided).Select(Requirement)) : null),
            ("content", Element.List(Contents(content, workflow))));
    }

    public static IReadOnlyList<DataRequirement> Needed(BoundWorkflow workflow) => DataRequirements.Of(workflow, workflow.Model.About.CdsHooks?.Required ?? []);

    public static JsonObject Requirement(DataRequirement requirement) => Element.Of(
        ("type", requirement.ResourceType),
        ("subjectCodeableConcept", Element.Patients()),
        ("codeFilter", Element.List(requirement.Codes.Count == 0 ? null : Element.Of(("path", "code"), ("code", Element.List(requirement.Codes.Select(c => Element.Coding(c.System, c.Code))))))));

    private static JsonObject Parameter(BoundWorkflow workflow, string path)
    {
        var fact = FactPaths.Find(workflow, path);
        var documentation = string.Join(". ", new[] { fact?.Label, fact?.Unit is { } unit ? $"In {unit}" : null, fact?.Description, Places(fact) }.OfType<string>().Select(p => p.Trim().TrimEnd('.')));
        return Element.Of(
            ("name", Element.Text(path)), ("use", "in"), ("min", 0), ("max", IsInList(workflow, path) ? "*" : "1"),
            ("documentation", Element.Text(documentation)), ("type", TypeOf(fact?.Type is ListType list ? list.Element : fact?.Type)));
    }

    private static string? Places(FactProperty? fact) => fact?.Fhir is { } mapping
        ? "From " + string.Join(", ", mapping.Sources.Select(s => s.MaxAgeDays is { } days ? $"{s.Resource} ({EnumWord.Of(s.Selection)}, not older than {days} days)" : $"{s.Resource} ({EnumWord.Of(s.Selection)})").Distinct(StringComparer.Ordinal))
        : "In no resource: to be asked";

    private static bool IsInList(BoundWorkflow workflow, string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
            if (FactPaths.Find(workflow, path[..end])?.Type is ListType) return true;
        return false;
    }

    private static string TypeOf(FactType? type) => type switch
    {
        BooleanType => "boolean",
        NumberType { Unit: not null } => "Quantity",
        NumberType { IsInteger: true } => "integer",
        NumberType => "decimal",
        DateType => "date",
        EnumType => "code",
        ObjectType => "BackboneElement",
        _ => "string",
    };

    private static IEnumerable<JsonNode?> Contents(FhirContent content, LibraryWorkflow workflow) =>
        (workflow.Model.Inputs ?? []).Select(i => i.Schema).Distinct(StringComparer.Ordinal)
            .Select(schema => Element.Of(("contentType", "application/schema+json"), ("url", $"{content.Server}/api/v1/facts/{Uri.EscapeDataString(schema)}"), ("title", Element.Text($"Fact schema {schema}"))))
            .Append(Element.Of(("contentType", "application/json"), ("url", $"{content.Server}/api/v1/workflows/{Uri.EscapeDataString(workflow.Name)}"), ("title", "The workflow as authored")));
}
