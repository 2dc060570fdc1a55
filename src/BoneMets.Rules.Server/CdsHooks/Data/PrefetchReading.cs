using System.Text.Json;
using BoneMets.Rules.Server.CdsHooks.Requests;
using BoneMets.Rules.Server.CdsHooks.Services;

namespace BoneMets.Rules.Server.CdsHooks.Data;

/// <summary>Judges what is there for a requirement: the value of a prefetch key, or the answer of a FHIR server.</summary>
internal static class PrefetchReading
{
    /// <summary>Why what there is may not be all.</summary>
    public const string PartlyFailed = "the server that holds the data reports an error with part of them";

    public static HookDatum Of(DataRequirement requirement, IReadOnlyDictionary<string, JsonElement> prefetch)
    {
        if (!prefetch.TryGetValue(requirement.Key, out var value)) return new HookDatum(requirement, DataState.NotSent, null, "it was not sent");
        return value.ValueKind == JsonValueKind.Null ? new HookDatum(requirement, DataState.NoData, null, null) : Of(requirement, value);
    }

    public static HookDatum Of(DataRequirement requirement, JsonElement resource)
    {
        var type = ClientText.Of(resource, "resourceType");
        if (type == requirement.ResourceType) return new HookDatum(requirement, DataState.Whole, resource, null);
        if (type is "OperationOutcome") return new HookDatum(requirement, DataState.Failed, null, "the server that holds the data reports an error");
        if (type is not "Bundle") return new HookDatum(requirement, DataState.Failed, null, type is null ? "what was sent is no resource" : $"what was sent is of type {ClientText.Quoted(type)}, not {requirement.ResourceType}");
        return Bundle(requirement, resource);
    }

    /// <summary>The address of the next page; null on the last one.</summary>
    public static string? NextPage(JsonElement bundle)
    {
        foreach (var link in Items(bundle, "link"))
            if (ClientText.Of(link, "relation") is "next") return ClientText.Of(link, "url") ?? "";
        return null;
    }

    private static HookDatum Bundle(DataRequirement requirement, JsonElement bundle)
    {
        if (bundle.TryGetProperty("entry", out var entries) && entries.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null)) return new HookDatum(requirement, DataState.Failed, null, "the `entry` of the Bundle is no list");
        var (own, foreign) = (0, "");
        foreach (var entry in Items(bundle, "entry"))
        {
            var type = ClientText.Of(Resource(entry), "resourceType");
            if (type == requirement.ResourceType) own++;
            else if (type is not "OperationOutcome" && !IsIncluded(entry)) foreign = type is null ? "entries without a resource" : $"resources of type {ClientText.Quoted(type)}";
        }
        if (own == 0 && foreign.Length > 0) return new HookDatum(requirement, DataState.Failed, null, $"what was sent holds {foreign}, not {requirement.ResourceType}");
        if (ReportsError(bundle)) return own == 0 ? new HookDatum(requirement, DataState.Failed, null, "the server that holds the data reports an error") : new HookDatum(requirement, DataState.Incomplete, bundle, PartlyFailed);
        if (NextPage(bundle) is not null) return new HookDatum(requirement, DataState.Incomplete, bundle, "only the first page was sent");
        if (bundle.TryGetProperty("total", out var total) && total.ValueKind == JsonValueKind.Number && total.TryGetInt64(out var all) && all > own) return new HookDatum(requirement, DataState.Incomplete, bundle, $"only {own} of {all} were sent");
        return own == 0 ? new HookDatum(requirement, DataState.NoData, bundle, null) : new HookDatum(requirement, DataState.Whole, bundle, null);
    }

    /// <summary>An error among what a server found: there may be more than it gave.</summary>
    public static bool ReportsError(JsonElement bundle) => Items(bundle, "entry").Select(Resource).Any(r => ClientText.Of(r, "resourceType") is "OperationOutcome" && HasError(r));

    private static JsonElement Resource(JsonElement entry) => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("resource", out var resource) ? resource : default;

    /// <summary>Referred to by what was searched for: a drug, a specimen.</summary>
    private static bool IsIncluded(JsonElement entry) => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("search", out var search) && ClientText.Of(search, "mode") is "include";

    /// <summary>Servers also put warnings and remarks beside what they found.</summary>
    private static bool HasError(JsonElement outcome) => !Items(outcome, "issue").Any() || Items(outcome, "issue").Any(i => ClientText.Of(i, "severity") is not ("warning" or "information"));

    public static IEnumerable<JsonElement> Items(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
}
