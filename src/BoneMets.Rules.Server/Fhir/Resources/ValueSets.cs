using System.Text.Json.Nodes;
using BoneMets.Rules.Facts.Fhir;
using BoneMets.Rules.Language;
using BoneMets.Rules.Server.CdsHooks.Services;

namespace BoneMets.Rules.Server.Fhir.Resources;

/// <summary>
/// The value sets that the mappings of a workflow name, with their codes. They are in no filter of a requirement: a mapping takes codes of its
/// own beside them, and a filter without those would miss some.
/// </summary>
internal static class ValueSets
{
    /// <summary>Those that the library has.</summary>
    public static IEnumerable<JsonObject> Contained(BoundWorkflow workflow) => Named(workflow).Select(n => n.Installed).OfType<FhirValueSet>().Select(set => Element.Of(
        ("resourceType", "ValueSet"),
        ("id", IdOf(set)),
        ("url", Element.Text(set.Url)),
        ("version", Element.Text(set.Version)),
        ("title", Element.Text(set.Title)),
        ("status", Element.Text(set.Node.Properties.FirstOrDefault(p => p.Name == "status")?.Value.Text) ?? "unknown"),
        ("compose", Element.Of(("include", Element.List(set.Codes.GroupBy(c => c.System, StringComparer.Ordinal).Select(g => Element.Of(
            ("system", g.Key), ("concept", Element.List(g.Select(c => Element.Of(("code", Element.Text(c.Code))))))))))))));

    public static IEnumerable<JsonObject> Dependencies(BoundWorkflow workflow) => Named(workflow).Select(n => Element.Of(
        ("type", "depends-on"), ("label", "value set"), ("display", Element.Text(n.Installed?.Title ?? n.Name)), ("resource", n.Installed is { } set ? $"#{IdOf(set)}" : null)));

    private static IEnumerable<(string Name, FhirValueSet? Installed)> Named(BoundWorkflow workflow) => DataRequirements.Sources(workflow)
        .Where(s => s.Source.ValueSet is not null).Select(s => (Name: s.Source.ValueSet!, s.Source.Installed)).DistinctBy(n => n.Name).OrderBy(n => n.Name, StringComparer.Ordinal);

    private static string IdOf(FhirValueSet set) => FhirContent.IdOf($"vs-{set.Name}");
}
