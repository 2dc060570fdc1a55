using System.Text.Json.Nodes;

namespace BoneMets.Rules.Server.Recording;

/// <summary>
/// A decision without the patient: what was decided stays, every value and every text that may repeat one goes. Together with the hash of the
/// whole answer it proves what was said, to whoever has the facts.
/// </summary>
internal static class MaskedDecision
{
    private static readonly string[] Kept = ["workflow", "release", "releaseStatus", "hash", "engineVersion", "decisionId", "asOf", "evaluatedAt", "status", "verdicts"];
    private static readonly string[] Lists = ["recommendations", "pending", "withheld"];
    private static readonly string[] KeptInLists = ["rule", "title", "urgency", "by"];

    public static byte[] Of(byte[] decision)
    {
        var whole = JsonNode.Parse(decision)!.AsObject();
        var masked = new JsonObject();
        foreach (var (name, value) in whole)
        {
            if (Kept.Contains(name)) masked[name] = value?.DeepClone();
            else if (Lists.Contains(name)) masked[name] = new JsonArray([.. value!.AsArray().Select(item => Only(item!.AsObject(), KeptInLists))]);
        }
        return System.Text.Encoding.UTF8.GetBytes(masked.ToJsonString());
    }

    private static JsonObject Only(JsonObject item, string[] names) => new(item.Where(p => names.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
}
