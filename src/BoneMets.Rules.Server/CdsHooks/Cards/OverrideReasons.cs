using System.Text.Json.Nodes;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>Why somebody does not follow a card: codes of the starter set that comes with the next version of the standard.</summary>
internal static class OverrideReasons
{
    private const string System = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";

    private static readonly (string Code, string Display)[] Reasons =
    [
        ("patient-ineligible", "This does not apply to the patient"),
        ("patient-contraindication", "The patient has a contraindication"),
        ("risk-benefit-ratio", "The risk outweighs the benefit"),
        ("action-completed", "It has been done already"),
        ("need-more-info", "More information is needed first"),
        ("patient-refuses", "The patient declines"),
        ("prefers-alternative", "Another option is preferred"),
        ("does-not-align-latest-evidence", "It does not agree with the latest evidence"),
        ("policy-contradicts", "A local policy says otherwise"),
    ];

    public static JsonArray All() => [.. Reasons.Select(r => (JsonNode?)new JsonObject { ["code"] = r.Code, ["system"] = System, ["display"] = r.Display })];
}
