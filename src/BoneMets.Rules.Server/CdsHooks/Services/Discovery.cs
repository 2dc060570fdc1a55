using System.Text.Json.Nodes;
using BoneMets.Rules.Server.Library;

namespace BoneMets.Rules.Server.CdsHooks.Services;

/// <summary>The answer of <c>GET /cds-services</c>: an entry for each service and hook, and nothing in it that is empty.</summary>
internal static class Discovery
{
    public static JsonObject Of(LibrarySnapshot.Lease live, LibraryState state, Func<string, bool> mayAsk)
    {
        var services = new JsonArray();
        foreach (var service in HookService.All(live.Library).Where(s => mayAsk(s.Id)))
        {
            var isBlocked = RetiredContent.Blocking(live.Library, live.Library[service.Id], state.Retired).Count > 0;
            foreach (var hook in service.Hooks) services.Add(Entry(service, hook, live, isBlocked));
        }
        return new JsonObject { ["services"] = services };
    }

    private static JsonObject Entry(HookService service, string hook, LibrarySnapshot.Lease live, bool isBlocked)
    {
        var model = service.Workflow.Model;
        var entry = new JsonObject
        {
            ["hook"] = hook,
            ["id"] = service.Id,
            ["title"] = model.Title ?? service.Id,
            ["description"] = model.Description ?? model.About.Purpose ?? model.Title ?? $"Decides by the workflow {service.Id}.",
            ["prefetch"] = new JsonObject(service.Data.Select(d => KeyValuePair.Create<string, JsonNode?>(d.Key, d.Query))),
        };
        if (Requirements(model, live.Release is { } release ? EnumWord.Of(release.Status) : "unreviewed") is { Length: > 0 } requirements) entry["usageRequirements"] = requirements;
        var own = new JsonObject { ["workflow"] = service.Id, ["hash"] = service.Workflow.Hash, ["required"] = Keys(service, isRequired: true) };
        if (Keys(service, isRequired: false) is { Count: > 0 } optional) own["optional"] = optional;
        if (live.Release is { } number) (own["release"], own["releaseStatus"]) = (number.Number, EnumWord.Of(number.Status));
        if (isBlocked) own["outOfUse"] = true;
        entry["extension"] = OwnData.Of(own);
        return entry;
    }

    private static JsonArray Keys(HookService service, bool isRequired) => [.. service.Data.Where(d => d.IsRequired == isRequired).Select(d => (JsonNode?)JsonValue.Create(d.Key))];

    private static string Requirements(Workflow model, string status)
    {
        var about = model.About;
        var parts = new[]
        {
            about.IntendedUse,
            about.IntendedUsers is { } users ? $"Users: {users}" : null,
            about.IntendedPopulation is { } population ? $"Patients: {population}" : null,
            about.OutOfScope is { } outside ? $"Not for: {outside}" : null,
            status is "unreviewed" ? "This content has not been reviewed." : null,
            about.Experimental is true ? "Only for trying out, not for use with patients." : null,
        };
        return string.Join(" ", parts.OfType<string>().Select(p => p.Trim()).Where(p => p.Length > 0));
    }
}

/// <summary>What is ours in messages of a standard: under <c>extension</c>, by a name that is nobody else's.</summary>
internal static class OwnData
{
    public const string Key = "org.bonemets.rules";

    public static JsonObject Of(JsonObject own) => new() { [Key] = own };
}
