using System.Text.Json;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>The text of a reference: <c>Patient/1</c>, an address, <c>urn:uuid:…</c> or <c>#contained</c>.</summary>
internal static class FhirReference
{
    private const string History = "/_history/";

    public static string WithoutVersion(string reference)
    {
        var version = reference.IndexOf(History, StringComparison.Ordinal);
        return version < 0 ? reference : reference[..version];
    }

    public static bool IsAddress(string? text) => text is not null && (text.StartsWith("http://", StringComparison.Ordinal) || text.StartsWith("https://", StringComparison.Ordinal));

    public static bool IsRelative(string text) => !text.Contains(':', StringComparison.Ordinal);

    /// <summary><c>Type/id</c> at the end of an address; null when there is none.</summary>
    public static string? TypeAndId(string address)
    {
        var id = address.LastIndexOf('/');
        if (id <= 0) return null;
        var type = address.LastIndexOf('/', id - 1);
        return address[(type + 1)..];
    }

    /// <summary>What comes before <c>Type/id</c> in an address, with its slash.</summary>
    public static string Base(string address) => TypeAndId(address) is { } end ? address[..^end.Length] : address;
}

/// <summary>Finds what a reference names inside the Bundle. One step only, so references in a circle do no harm.</summary>
internal sealed class FhirReferences
{
    private readonly Dictionary<string, FhirResource> byAddress = new(StringComparer.Ordinal);

    /// <summary>Null when several resources have this type and id.</summary>
    private readonly Dictionary<string, FhirResource?> byId = new(StringComparer.Ordinal);

    public FhirReferences(IEnumerable<FhirResource> resources)
    {
        foreach (var resource in resources)
        {
            if (resource.FullUrl is { } address) byAddress.TryAdd(address, resource);
            if (resource.Id is not { } id) continue;
            var name = $"{resource.Type}/{id}";
            if (!byId.TryAdd(name, resource)) byId[name] = null;
        }
    }

    public JsonElement? Resolve(FhirResource from, string reference)
    {
        if (!reference.StartsWith('#')) return Find(from, reference)?.Element;
        foreach (var contained in FhirJson.Items(from.Element, "contained"))
            if (FhirJson.Text(contained, "id") is { } id && reference.AsSpan(1).SequenceEqual(id)) return contained;
        return null;
    }

    /// <summary>A relative reference is meant on the server that the resource comes from.</summary>
    private FhirResource? Find(FhirResource from, string reference)
    {
        var target = FhirReference.WithoutVersion(reference);
        if (!FhirReference.IsRelative(target)) return byAddress.GetValueOrDefault(target);
        if (!FhirReference.IsAddress(from.FullUrl)) return byId.GetValueOrDefault(target);
        if (byAddress.TryGetValue(FhirReference.Base(from.FullUrl!) + target, out var same)) return same;
        return byId.GetValueOrDefault(target) is { } found && !FhirReference.IsAddress(found.FullUrl) ? found : null;
    }
}
