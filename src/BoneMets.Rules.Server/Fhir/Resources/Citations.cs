using System.Text.Json.Nodes;
using BoneMets.Rules.Server.CdsHooks.Cards;

namespace BoneMets.Rules.Server.Fhir.Resources;

/// <summary>Sources as FHIR cites them.</summary>
internal static class Citations
{
    public static IReadOnlyList<JsonObject> Of(IEnumerable<Citation> citations, RuleLibrary library) => Of(citations.Select(c => Resolve(c, library)));

    /// <summary>One for each source and place in it.</summary>
    public static IReadOnlyList<JsonObject> Of(IEnumerable<ResolvedCitation> citations) => [.. citations.Select(Artifact).DistinctBy(a => a.ToJsonString())];

    private static ResolvedCitation Resolve(Citation citation, RuleLibrary library) =>
        new(citation.Source, citation.Locator, [.. citation.Statements.Select(s => s.Text)], library.Evidence.GetValueOrDefault(citation.Source));

    private static JsonObject Artifact(ResolvedCitation citation) => Element.Of(
        ("type", "citation"),
        ("label", Element.Text(citation.Source)),
        ("display", Element.Text(citation.Details?.Title)),
        ("citation", Element.Text(CardSource.Line(citation))),
        ("url", CardSource.UrlOf(citation)));
}
