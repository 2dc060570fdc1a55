using System.Text.Json;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>The resources of a Bundle: of any type, pages inside pages included, each resource in its latest version.</summary>
internal sealed class FhirBundle
{
    private const int MostNestedBundles = 4;

    /// <summary>What facts can come from, and what those refer to.</summary>
    private static readonly HashSet<string> Known = [.. FhirResourceKind.All.Select(k => k.Name), "Medication"];

    private readonly FhirReport report;
    private readonly List<FhirResource> read = [];
    private readonly HashSet<string> deleted = new(StringComparer.Ordinal);

    private FhirBundle(FhirReport report) => this.report = report;

    public IReadOnlyList<FhirResource> Resources { get; private set; } = [];

    /// <summary>All versions of those that are there with different content, of which none is known to be the latest.</summary>
    public IReadOnlyList<FhirResource> Disputed { get; private set; } = [];

    /// <summary>Null after an error.</summary>
    public static FhirBundle? Read(JsonElement root, FhirReport report, List<Diagnostic> errors, string pointer)
    {
        if (Wrong(root) is { } wrong)
        {
            errors.Add(wrong with { Pointer = pointer });
            return null;
        }
        var bundle = new FhirBundle(report);
        bundle.ReadEntries(root, "entry", 1);
        var present = bundle.read.Where(r => !bundle.IsDeleted(r)).ToList();
        bundle.Resources = FhirVersions.Latest(present, report);
        var taken = bundle.Resources.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        bundle.Disputed = present.FindAll(r => !taken.Contains(r.Key));
        return bundle;
    }

    private static Diagnostic? Wrong(JsonElement root)
    {
        const string help = "a Bundle is `{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [{\"resource\": {…}}]}`";
        if (root.ValueKind != JsonValueKind.Object) return new Diagnostic(DiagnosticCode.FhirBundleUnusable, "a Bundle is an object", help);
        var type = FhirJson.Text(root, "resourceType");
        if (type is not "Bundle")
            return new Diagnostic(DiagnosticCode.FhirBundleUnusable, type is null ? "the object has no `resourceType`, so it is no Bundle" : $"the resource is a {FactProblems.Quote(type)}, not a Bundle", help);
        return FhirJson.Get(root, "entry") is { ValueKind: not JsonValueKind.Array } ? new Diagnostic(DiagnosticCode.FhirBundleUnusable, "the `entry` of a Bundle is a list", help) : null;
    }

    private void ReadEntries(JsonElement bundle, string place, int depth)
    {
        if (FhirJson.Items(bundle, "link").Any(l => FhirJson.Text(l, "relation") is "next")) Note("the Bundle is one page of several: its `link` names a next one, which was not read");
        var index = 0;
        foreach (var entry in FhirJson.Items(bundle, "entry")) ReadEntry(entry, $"{place} {index++}", depth);
    }

    private void ReadEntry(JsonElement entry, string place, int depth)
    {
        if (FhirJson.Get(entry, "resource") is not { } resource)
        {
            if (FhirJson.Get(entry, "request") is { } request && FhirJson.Text(request, "method") is "DELETE") Delete(entry, request);
            else report.Reject(null, place, FhirRefusal.Resource, "the entry has no resource");
            return;
        }
        switch (FhirJson.Text(resource, "resourceType"))
        {
            case null:
                report.Reject(null, place, FhirRefusal.Resource, "the resource has no `resourceType`");
                break;
            case "Bundle" when depth < MostNestedBundles && Wrong(resource) is null:
                ReadEntries(resource, place + " entry", depth + 1);
                break;
            case "Bundle":
                report.Reject(null, place, FhirRefusal.Resource, $"a Bundle that is none, or more than {MostNestedBundles} inside each other");
                break;
            case "OperationOutcome":
                Note("the Bundle holds an OperationOutcome: the system that made it reports a problem, and data may be missing");
                break;
            case { } type when Known.Contains(type):
                read.Add(new FhirResource(type, resource, FhirJson.Text(entry, "fullUrl"), place));
                break;
        }
    }

    private void Delete(JsonElement entry, JsonElement request)
    {
        if (FhirJson.Text(entry, "fullUrl") is { } address) deleted.Add(FhirReference.WithoutVersion(address));
        if (FhirJson.Text(request, "url") is { } url && FhirReference.IsRelative(url)) deleted.Add(FhirReference.WithoutVersion(url));
    }

    private bool IsDeleted(FhirResource resource)
    {
        if (deleted.Count == 0 || (!deleted.Contains(resource.Key) && !deleted.Contains($"{resource.Type}/{resource.Id}"))) return false;
        report.Reject(null, resource.Name, FhirRefusal.Resource, "the Bundle says that the resource was deleted");
        return true;
    }

    private void Note(string text)
    {
        if (!report.Notes.Contains(text)) report.Notes.Add(text);
    }
}
