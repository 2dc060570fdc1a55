using System.Globalization;
using System.Text.Json;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>A resource of a Bundle, with what many facts ask of it read once.</summary>
internal sealed class FhirResource
{
    private const int LongestName = 100;
    private const int MostCodings = 200;

    private readonly string place;
    private readonly Lazy<(FhirTime? Time, string? Unreadable)> time;

    public FhirResource(string type, JsonElement element, string? fullUrl, string place)
    {
        (Type, Element, this.place) = (type, element, place);
        Id = FhirJson.Text(element, "id") is { Length: > 0 } id ? id : null;
        FullUrl = fullUrl is { Length: > 0 } ? FhirReference.WithoutVersion(fullUrl) : null;
        time = new(() => FhirTimeOf.Resource(this));
    }

    public string Type { get; }

    public JsonElement Element { get; }

    public string? Id { get; }

    /// <summary>Its address in the Bundle, without a version.</summary>
    public string? FullUrl { get; }

    /// <summary>The same for all versions of one resource.</summary>
    public string Key => FullUrl ?? (Id is null ? place : $"{Type}/{Id}");

    /// <summary>How reports name it.</summary>
    public string Name => Id is null ? $"{Type} ({place})" : $"{Type}/{(Id.Length <= LongestName ? Id : Id[..LongestName] + "…")}";

    /// <summary>When it holds; <c>Unreadable</c> is what stands there instead of a date.</summary>
    public (FhirTime? Time, string? Unreadable) When => time.Value;

    /// <summary>The codings of its usual element; null when there are too many to be meant.</summary>
    public IReadOnlyList<FhirCoding>? Codings { get; private set; } = [];

    /// <summary>The version that the server gave it, when that is a number.</summary>
    public long? Version => FhirJson.Get(Element, "meta") is { } meta && long.TryParse(FhirJson.Text(meta, "versionId"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    public FhirTime? LastUpdated => FhirJson.Get(Element, "meta") is { } meta && FhirJson.Text(meta, "lastUpdated") is { } updated ? FhirTime.Parse(updated) : null;

    public FhirTime? Issued => FhirJson.Text(Element, "issued") is { } issued ? FhirTime.Parse(issued) : null;

    public void ReadCodings(FhirReferences references)
    {
        var codings = FhirCoding.OfUsualElement(this, references).Take(MostCodings + 1).ToList();
        Codings = codings.Count > MostCodings ? null : codings;
    }
}
