using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using BoneMets.Rules.Server.CdsHooks.Requests;
using BoneMets.Rules.Server.CdsHooks.Services;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.CdsHooks.Data;

/// <summary>All data of one request, from wherever they came.</summary>
internal sealed record HookData(IReadOnlyList<HookDatum> Items, IReadOnlyList<string> Notes)
{
    private static readonly string[] Orderly = ["Request", "Order", "Prescription"];

    /// <summary>Takes what the client sent and fetches the rest. Required data that are not to be had end the request.</summary>
    public static async Task<HookData> GatherAsync(HookService service, HookRequest request, IReadOnlyList<AllowedServer> servers, OutboundClient outbound, CancellationToken cancellation)
    {
        var items = service.Data.Select(d => PrefetchReading.Of(d, request.Prefetch)).ToList();
        var others = request.Prefetch.Keys.Where(k => service.Data.All(d => d.Key != k)).Select(ClientText.Quoted).ToList();
        List<string> notes = others.Count == 0 ? [] : [$"The prefetch {(others.Count == 1 ? "key" : "keys")} {string.Join(", ", others.Take(5))} of the request {(others.Count == 1 ? "is" : "are")} none of this service; what stands there was not read."];
        var orders = request.DraftOrders is { } drafts ? Resources(drafts).Count() - Orders(drafts).Count() : 0;
        if (orders > 0) notes.Add($"`draftOrders` holds {orders} entries that are no orders; they were not read.");
        var open = items.Where(i => !i.IsSettled || !i.IsUsable).ToList();
        if (open.Count > 0) await FetchAsync(items, open, request, servers, outbound, notes, cancellation);
        var missing = items.Where(i => i.Requirement.IsRequired && !i.IsUsable).ToList();
        if (missing.Count > 0)
            throw new ProblemException(ProblemKind.DataNeeded, string.Join(" ", missing.Select(m => $"`{m.Requirement.Key}` ({m.Requirement.Label}) is needed, but {m.Why ?? "there is none"}.").Concat(notes)));
        RequirePatient(items[0], request.PatientId);
        return new HookData(items, notes);
    }

    /// <summary>Requests among what a client calls its draft orders; anything else there would count as a record of what was done.</summary>
    public static IEnumerable<JsonElement> Orders(JsonElement? draftOrders) =>
        draftOrders is { } bundle ? Resources(bundle).Where(r => ClientText.Of(r, "resourceType") is { } type && Orderly.Any(end => type.EndsWith(end, StringComparison.Ordinal))) : [];

    /// <summary>Everything as one Bundle. Orders that are not signed are among it under their own status, which no mapping of given medicine accepts.</summary>
    public byte[] Bundle(JsonElement? draftOrders)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { MaxDepth = 256 }))
        {
            writer.WriteStartObject();
            writer.WriteString("resourceType", "Bundle");
            writer.WriteString("type", "collection");
            writer.WriteStartArray("entry");
            // Drafts under names of their own: a draft of an order that is charted too must not take its place.
            var charted = Items.Select(i => i.Resource).OfType<JsonElement>().Select(r => (Resource: r, Name: (string?)null));
            var drafts = Orders(draftOrders).Select((r, i) => (Resource: r, Name: (string?)$"urn:draft-order:{i}"));
            foreach (var (resource, name) in charted.Concat(drafts))
            {
                writer.WriteStartObject();
                if (name is not null) writer.WriteString("fullUrl", name);
                writer.WritePropertyName("resource");
                // As it came: half a character in one of its texts is the matter of whoever reads that text.
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(resource), skipInputValidation: true);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return output.WrittenSpan.ToArray();
    }

    private static async Task FetchAsync(List<HookDatum> items, List<HookDatum> open, HookRequest request, IReadOnlyList<AllowedServer> servers, OutboundClient outbound, List<string> notes, CancellationToken cancellation)
    {
        if (request.FhirServer is not { } address) return;
        if (FhirFetch.Allowed(servers, address) is not { } server)
        {
            notes.Add("This service may not ask the FHIR server that the request names, so what was not sent was not fetched.");
            return;
        }
        foreach (var fetched in await new FhirFetch(outbound, server, request.AccessToken, request.PatientId).FetchAsync(open, cancellation))
            items[items.FindIndex(i => i.Requirement == fetched.Requirement)] = fetched;
    }

    /// <summary>A record of somebody else is a mistake that nobody may decide on.</summary>
    private static void RequirePatient(HookDatum patient, string id)
    {
        var found = Patients(patient).ToList();
        if (found.Count == 1 && ClientText.Of(found[0], "id") == id) return;
        throw new ProblemException(ProblemKind.MalformedBody, found.Count == 1 ? "the Patient that was sent is not the one of `context.patientId`" : $"`{patient.Requirement.Key}` holds {found.Count} Patients; the one of `context.patientId` belongs there");
    }

    private static IEnumerable<JsonElement> Resources(JsonElement bundle) =>
        PrefetchReading.Items(bundle, "entry").Select(e => e.ValueKind == JsonValueKind.Object && e.TryGetProperty("resource", out var r) ? r : default);

    private static IEnumerable<JsonElement> Patients(HookDatum datum)
    {
        if (datum.Resource is not { } resource) return [];
        if (ClientText.Of(resource, "resourceType") is "Patient") return [resource];
        return Resources(resource).Where(r => ClientText.Of(r, "resourceType") is "Patient");
    }
}
