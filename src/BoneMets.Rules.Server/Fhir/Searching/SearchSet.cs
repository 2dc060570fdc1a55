using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Fhir.Resources;

namespace BoneMets.Rules.Server.Fhir.Searching;

/// <summary>What a search found, as a Bundle with links to its other pages.</summary>
internal static class SearchSet
{
    public static JsonObject Of(FhirSearch search, string path, IEnumerable<JsonObject> resources)
    {
        var found = resources.Where(search.Matches).ToList();
        var page = found.Skip(search.Start).Take(search.PageSize).ToList();
        var next = search.Start + page.Count;
        return Element.Of(
            ("resourceType", "Bundle"),
            ("type", "searchset"),
            ("total", found.Count),
            ("link", Element.List(
                Link("self", search.Address(path, search.Start)),
                page.Count > 0 && next < found.Count ? Link("next", search.Address(path, next)) : null,
                search.Start > 0 ? Link("previous", search.Address(path, Math.Max(0, search.Start - search.PageSize))) : null)),
            ("entry", Element.List([.. page.Select(Entry), search.Ignored.Count > 0 ? LeftOut(search.Ignored) : null])));
    }

    private static JsonObject Link(string relation, string url) => Element.Of(("relation", relation), ("url", url));

    private static JsonObject Entry(JsonObject resource) => Element.Of(
        ("fullUrl", resource["url"]!.GetValue<string>()),
        ("resource", resource),
        ("search", Element.Of(("mode", "match"))));

    private static JsonObject LeftOut(IReadOnlyList<string> parameters) => Element.Of(
        ("resource", Element.Of(("resourceType", "OperationOutcome"), ("issue", Element.List(Element.Of(
            ("severity", "warning"), ("code", "not-supported"), ("details", Element.Of(("text", $"not searched by: {string.Join(", ", parameters)}")))))))),
        ("search", Element.Of(("mode", "outcome"))));
}
