using System.Text.Json;
using System.Text.Json.Nodes;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts.Fhir;
using BoneMets.Rules.Server.CdsHooks.Data;
using BoneMets.Rules.Server.CdsHooks.Requests;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>
/// Offers to order the measurements that urgent questions wait for: those of which the record certainly holds nothing, or only what is too old, that the mapping names by a
/// LOINC code and a unit, and that are not being ordered already. There is nothing else that could be ordered: recommendations are options for a
/// clinician to weigh, and no rule says how an order for one would look.
/// </summary>
internal static class LaboratoryOrders
{
    private const int Most = 6;
    private const string Loinc = "http://loinc.org";

    public static JsonArray Of(HookAnswer answer, IReadOnlyList<MissingFact> toOrder, HashSet<string> offered)
    {
        var urgent = answer.Decision.Pending.Where(p => p.Urgency is Urgency.Emergency or Urgency.Urgent).Select(p => p.Rule).ToHashSet(StringComparer.Ordinal);
        var ordered = HookData.Orders(answer.DraftOrders).SelectMany(CodesOf).ToHashSet(StringComparer.Ordinal);
        var suggestions = new JsonArray();
        foreach (var missing in toOrder.Where(m => m.Rules.Any(urgent.Contains)))
        {
            if (suggestions.Count == Most) break;
            if (CodesFor(answer, missing.Fact) is not { Count: > 0 } codes || codes.Exists(ordered.Contains) || !offered.Add(missing.Fact)) continue;
            suggestions.Add(Suggestion(answer, missing, codes[0]));
        }
        return suggestions;
    }

    private static List<string> CodesFor(HookAnswer answer, string fact) =>
    [
        .. (FactPaths.Find(answer.Service.Workflow, fact)?.Fhir?.Sources ?? []).Where(s => s.Resource is "Observation" && s.Unit == FhirUnitRule.MustConvert)
            .SelectMany(s => s.Codes).Where(c => c is { System: Loinc, IsPrefix: false }).Select(c => c.Code),
    ];

    private static JsonObject Suggestion(HookAnswer answer, MissingFact missing, string code)
    {
        var (decision, label) = (answer.Decision, Markdown.OneLine(missing.Label ?? missing.Fact));
        var order = new JsonObject
        {
            ["resourceType"] = "ServiceRequest",
            ["status"] = "draft",
            ["intent"] = "proposal",
            ["code"] = new JsonObject { ["coding"] = new JsonArray(new JsonObject { ["system"] = Loinc, ["code"] = code }), ["text"] = label },
            ["subject"] = new JsonObject { ["reference"] = $"Patient/{answer.PatientId}" },
        };
        return new JsonObject
        {
            ["label"] = $"Order: {label}",
            ["uuid"] = CardId.New(decision.Workflow, null, CardKind.Suggestion, decision.Release, decision.Id, missing.Fact),
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "create", ["description"] = $"Orders the measurement of {label}", ["resource"] = order }),
        };
    }

    private static IEnumerable<string> CodesOf(JsonElement order) =>
        order.TryGetProperty("code", out var code) ? PrefetchReading.Items(code, "coding").Where(c => ClientText.Of(c, "system") is Loinc).Select(c => ClientText.Of(c, "code")).OfType<string>() : [];
}
