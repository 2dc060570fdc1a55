using System.Text.Json;
using System.Text.Unicode;
using BoneMets.Rules.Server.CdsHooks.Services;

namespace BoneMets.Rules.Server.CdsHooks.Data;

/// <summary>Fetches from the client's FHIR server what the client did not send, all at once, within one budget of bytes and time.</summary>
internal sealed class FhirFetch(OutboundClient outbound, AllowedServer server, string? token, string patientId)
{
    private const int MostBytes = 16 * 1024 * 1024, MostPages = 10, MostPerPage = 8 * 1024 * 1024;
    private const string Accept = "application/fhir+json";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };
    private int left = MostBytes;

    /// <summary>The entry of the list that allows this very base; null when none does.</summary>
    public static AllowedServer? Allowed(IReadOnlyList<AllowedServer> servers, string fhirServer) =>
        Uri.TryCreate(fhirServer.TrimEnd('/'), UriKind.Absolute, out var address) && address.Query.Length == 0
            ? servers.FirstOrDefault(s => OutboundClient.IsBelow(s.Address, address) && address.AbsolutePath.TrimEnd('/') == s.Address.AbsolutePath.TrimEnd('/'))
            : null;

    public async Task<IReadOnlyList<HookDatum>> FetchAsync(IEnumerable<HookDatum> wanted, CancellationToken cancellation)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(Patience);
        var fetched = await Task.WhenAll(wanted.Select(datum => FetchAsync(datum, enough.Token)));
        cancellation.ThrowIfCancellationRequested();
        return fetched;
    }

    private async Task<HookDatum> FetchAsync(HookDatum before, CancellationToken cancellation)
    {
        var requirement = before.Requirement;
        var address = new Uri($"{server.Address.AbsoluteUri.TrimEnd('/')}/{requirement.For(patientId)}{Include(requirement)}");
        var pages = new List<JsonElement>();
        while (true)
        {
            var (page, refusal) = await PageAsync(requirement, address, cancellation);
            if (page is null) return pages.Count == 0 ? KeepBetter(before, refusal!) : Joined(requirement, pages, DataState.Incomplete, refusal);
            if (page.State == DataState.Failed || page.Resource is null) return pages.Count == 0 ? KeepBetter(before, page.Why!) : Joined(requirement, pages, DataState.Incomplete, page.Why);
            pages.Add(page.Resource.Value);
            if (PrefetchReading.NextPage(page.Resource.Value) is not { } next)
            {
                if (pages.Count == 1) return Joined(requirement, pages, page.State, page.Why);
                // An error on any page says that something may lack; what a page counts is all of them.
                return pages.Exists(PrefetchReading.ReportsError) ? Joined(requirement, pages, DataState.Incomplete, PrefetchReading.PartlyFailed) : Joined(requirement, pages, DataState.Whole, null);
            }
            if (pages.Count == MostPages) return Joined(requirement, pages, DataState.Incomplete, $"only {MostPages} pages were read");
            if (!Uri.TryCreate(address, next, out var following) || !OutboundClient.IsBelow(server.Address, following)) return Joined(requirement, pages, DataState.Incomplete, "the next page lies on another server and was not read");
            address = following;
        }
    }

    private async Task<(HookDatum? Page, string? Refusal)> PageAsync(DataRequirement requirement, Uri address, CancellationToken cancellation)
    {
        var most = Math.Min(Volatile.Read(ref left), MostPerPage);
        if (most <= 0) return (null, "together the data are too large");
        var (body, refusal) = await outbound.GetAsync(server, address, token, Accept, most, cancellation);
        if (body is null) return (null, refusal);
        if (Interlocked.Add(ref left, -body.Length) < 0) return (null, "together the data are too large");
        try
        {
            if (!Utf8.IsValid(body)) return (null, "the server answered with something that is no JSON");
            using var document = JsonDocument.Parse(body, Strict);
            return (PrefetchReading.Of(requirement, document.RootElement.Clone()) with { IsFetched = true }, null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter for a name with half a character in it.
            return (null, "the server answered with something that is no JSON");
        }
    }

    /// <summary>A first page that the client sent is better than nothing.</summary>
    private static HookDatum KeepBetter(HookDatum before, string refusal) =>
        before.State == DataState.Incomplete ? before with { Why = $"{before.Why}; fetching them failed: {refusal}" } : before with { State = DataState.Failed, Why = $"fetching them failed: {refusal}" };

    private static HookDatum Joined(DataRequirement requirement, List<JsonElement> pages, DataState state, string? why)
    {
        if (pages.Count == 1) return new HookDatum(requirement, state, pages[0], why, IsFetched: true);
        using var joined = JsonDocument.Parse($$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(",", pages.SelectMany(p => PrefetchReading.Items(p, "entry")).Select(e => e.GetRawText()))}}]}""");
        return new HookDatum(requirement, state, joined.RootElement.Clone(), why, IsFetched: true);
    }

    /// <summary>Many records only refer to the drug. A server that does not know the parameter leaves it alone.</summary>
    private static string Include(DataRequirement requirement) => requirement.ResourceType is "MedicationRequest" or "MedicationStatement" or "MedicationAdministration" ? $"&_include={requirement.ResourceType}:medication" : "";
}
