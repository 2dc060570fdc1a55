using System.Runtime.InteropServices;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>Of several versions of one resource the latest counts: by <c>meta.versionId</c>, then by <c>meta.lastUpdated</c>.</summary>
internal static class FhirVersions
{
    public static IReadOnlyList<FhirResource> Latest(IEnumerable<FhirResource> resources, FhirReport report)
    {
        var latest = new Dictionary<string, (FhirResource Resource, bool IsOpen)>(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            if (latest.TryAdd(resource.Key, (resource, false))) continue;
            var (kept, isOpen) = latest[resource.Key];
            switch (Compare(resource, kept))
            {
                case > 0:
                    latest[resource.Key] = (resource, false);
                    Older(kept, report);
                    break;
                case < 0:
                    Older(resource, report);
                    break;
                default:
                    var isCopy = JsonMarshal.GetRawUtf8Value(resource.Element).SequenceEqual(JsonMarshal.GetRawUtf8Value(kept.Element));
                    latest[resource.Key] = (kept, isOpen || !isCopy);
                    break;
            }
        }
        foreach (var (resource, _) in latest.Values.Where(v => v.IsOpen))
            report.Reject(null, resource.Name, FhirRefusal.Resource, "the Bundle has it more than once, with different content, and `meta` does not say which is the latest: none is taken");
        return [.. latest.Values.Where(v => !v.IsOpen).Select(v => v.Resource)];
    }

    private static int Compare(FhirResource a, FhirResource b)
    {
        if (a.Version is { } left && b.Version is { } right && left != right) return left.CompareTo(right);
        return a.LastUpdated is { } early && b.LastUpdated is { } late ? early.End.CompareTo(late.End) : 0;
    }

    private static void Older(FhirResource resource, FhirReport report) => report.Reject(null, resource.Name, FhirRefusal.Resource, "the Bundle has a later version of it");
}
