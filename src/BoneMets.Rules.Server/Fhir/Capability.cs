using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Fhir.Resources;
using BoneMets.Rules.Server.Fhir.Searching;

namespace BoneMets.Rules.Server.Fhir;

/// <summary>What the routes below <c>/fhir</c> can do, and nothing that they cannot.</summary>
internal static class Capability
{
    private const string Definitions = "http://hl7.org/fhir/OperationDefinition/";

    public static JsonObject Of(FhirContent content) => Element.Of(
        ("resourceType", "CapabilityStatement"),
        ("url", $"{content.Base}/metadata"),
        ("name", "BoneMetsRules"),
        ("title", "BoneMets.Rules"),
        ("status", "active"),
        ("date", Element.Instant(content.LoadedAt)),
        ("kind", "instance"),
        ("software", Element.Of(("name", "BoneMets.Rules"), ("version", Element.Text(EngineVersion.Current)))),
        ("implementation", Element.Of(("description", "Workflows of a rule library: to read, and to apply to the data of one patient that come with the request"), ("url", content.Base))),
        ("fhirVersion", "4.0.1"),
        ("format", Element.List(FhirRoutes.MediaType, "json")),
        ("rest", Element.List(Element.Of(
            ("mode", "server"),
            ("documentation", "No resource of a patient is kept. Of what `$apply` is sent, nothing stays but the record of a decision for API keys that record them."),
            ("security", Element.Of(("cors", false), ("description", "API keys (`Authorization: Bearer …`) with the scope `execute`, or an account. A server for its own machine asks nobody."))),
            ("resource", Element.List(
                Resource(FhirContent.Plans, "One for each workflow", Operation("apply"), Operation("data-requirements")),
                Resource(FhirContent.Data, "One for each workflow: what it reads")))))));

    private static JsonObject Resource(string type, string documentation, params JsonObject[] operations) => Element.Of(
        ("type", type),
        ("documentation", documentation),
        ("interaction", Element.List(Interaction("read"), Interaction("search-type"))),
        ("versioning", "no-version"),
        ("searchParam", Element.List(SearchParameter.All.Select(p => Element.Of(("name", p.Name), ("type", p.Type), ("documentation", p.Documentation))))),
        ("operation", Element.List(operations)));

    private static JsonObject Interaction(string code) => Element.Of(("code", code));

    private static JsonObject Operation(string name) => Element.Of(("name", name), ("definition", $"{Definitions}{FhirContent.Plans}-{name}"));
}
