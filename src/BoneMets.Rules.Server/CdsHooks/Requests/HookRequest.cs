using System.Text.Json;

namespace BoneMets.Rules.Server.CdsHooks.Requests;

/// <summary>A request of a client, as far as it is used here. The elements live as long as the document that they were read from.</summary>
internal sealed record HookRequest(string Hook, string PatientId)
{
    /// <summary>What the client fetched beforehand, by key; a value of JSON's null says that there are no such data.</summary>
    public IReadOnlyDictionary<string, JsonElement> Prefetch { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Orders that are being made and not signed.</summary>
    public JsonElement? DraftOrders { get; init; }

    public string? FhirServer { get; init; }

    /// <summary>For <see cref="FhirServer"/>. It is used for this request, and neither kept nor logged.</summary>
    public string? AccessToken { get; init; }
}
