using System.Text.Json;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Server.CdsHooks.Requests;

/// <summary>
/// Reads a hook request and finds everything in it that the standard does not allow. Members that are not known are left alone: later versions
/// of the standard add some, and clients add their own under <c>extension</c>.
/// </summary>
internal sealed class HookRequestReader
{
    private const int LongestId = 200;
    private static readonly string[] Practitioners = ["Practitioner", "PractitionerRole"];
    private static readonly string[] Viewers = [.. Practitioners, "Patient", "RelatedPerson"];
    private readonly List<Diagnostic> errors = [];

    /// <summary>Null after an error.</summary>
    public static HookRequest? Read(JsonElement body, IReadOnlyList<string> hooks, string service, out IReadOnlyList<Diagnostic> errors)
    {
        var reader = new HookRequestReader();
        errors = reader.errors;
        return reader.Read(body, hooks, service) is { } request && reader.errors.Count == 0 ? request : null;
    }

    private HookRequest? Read(JsonElement body, IReadOnlyList<string> hooks, string service)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            Wrong(DiagnosticCode.WrongJsonType, "", "the body is an object", "write {\"hook\": …, \"hookInstance\": …, \"context\": {…}}");
            return null;
        }
        var hook = Text(body, "hook", "", isRequired: true);
        if (hook is not null && !hooks.Contains(hook, StringComparer.Ordinal))
            Wrong(DiagnosticCode.NotOneOf, "/hook", $"the service `{service}` does not answer the hook `{ClientText.Quoted(hook)}`", $"it answers {string.Join(", ", hooks)}");
        if (Text(body, "hookInstance", "", isRequired: true) is { } instance && !Guid.TryParse(instance, out _)) Wrong(DiagnosticCode.NotOneOf, "/hookInstance", "`hookInstance` is no UUID", "such as `d1577c69-dfbe-44ad-ba6d-3e05e953b2ea`");
        var patient = Object(body, "context", "", isRequired: true) is { } context ? Context(context, hook) : (Id: null, Orders: null);
        var (server, token) = Server(body);
        return hook is null || patient.Id is null ? null : new HookRequest(hook, patient.Id) { DraftOrders = patient.Orders, FhirServer = server, AccessToken = token, Prefetch = Prefetch(body) };
    }

    private (string? Id, JsonElement? Orders) Context(JsonElement context, string? hook)
    {
        const string at = "/context";
        var isOrder = hook is "order-select" or "order-sign";
        if (Text(context, "userId", at, isRequired: true) is { } user) Reference(user, $"{at}/userId", hook is "patient-view" ? Viewers : Practitioners);
        var patient = Text(context, "patientId", at, isRequired: true);
        if (patient is not null && !IsId(patient)) Wrong(DiagnosticCode.NotOneOf, $"{at}/patientId", "`patientId` is the id of a Patient alone, of letters, digits, `-`, `.` and `_`", "such as `123`, without `Patient/`");
        if (Text(context, "encounterId", at, isRequired: hook is "encounter-start") is { } encounter && !IsId(encounter)) Wrong(DiagnosticCode.NotOneOf, $"{at}/encounterId", "`encounterId` is the id of an Encounter alone", "such as `123`, without `Encounter/`");
        var orders = Object(context, "draftOrders", at, isRequired: isOrder);
        if (orders is { } bundle && ClientText.Of(bundle, "resourceType") is not "Bundle") Wrong(DiagnosticCode.NotOneOf, $"{at}/draftOrders", "`draftOrders` is no Bundle", "{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\": {…}}]}");
        if (hook is "order-select") Selections(context, at);
        return (patient is not null && IsId(patient) ? patient : null, orders);
    }

    private void Selections(JsonElement context, string at)
    {
        if (!context.TryGetProperty("selections", out var selections) || selections.ValueKind != JsonValueKind.Array)
        {
            Wrong(DiagnosticCode.MissingKey, $"{at}/selections", "`selections` is missing or no list", "the orders of `draftOrders` that were selected, such as [\"MedicationRequest/1\"]");
            return;
        }
        var index = 0;
        foreach (var selection in selections.EnumerateArray())
        {
            var place = $"{at}/selections/{index++}";
            if (ClientText.Of(selection) is not { } text || text.Split('/') is not [{ Length: > 0 }, { Length: > 0 }]) Wrong(DiagnosticCode.NotOneOf, place, "a selection is a type and an id", "such as `MedicationRequest/1`");
        }
    }

    private (string? Server, string? Token) Server(JsonElement body)
    {
        var server = Text(body, "fhirServer", "", isRequired: false);
        if (Object(body, "fhirAuthorization", "", isRequired: false) is not { } authorization) return (server, null);
        const string at = "/fhirAuthorization";
        if (server is null) Wrong(DiagnosticCode.MissingKey, "/fhirServer", "`fhirAuthorization` needs `fhirServer`", "the address of the server that the token is for");
        var token = Text(authorization, "access_token", at, isRequired: true);
        if (Text(authorization, "token_type", at, isRequired: true) is { } type && type is not "Bearer") Wrong(DiagnosticCode.NotOneOf, $"{at}/token_type", "`token_type` is `Bearer`", null);
        if (!authorization.TryGetProperty("expires_in", out var expires) || expires.ValueKind != JsonValueKind.Number || !expires.TryGetInt64(out _)) Wrong(DiagnosticCode.WrongJsonType, $"{at}/expires_in", "`expires_in` is a whole number of seconds", null);
        Text(authorization, "scope", at, isRequired: true);
        Text(authorization, "subject", at, isRequired: true);
        if (token is not null && token.Any(c => c is < '!' or > '~')) Wrong(DiagnosticCode.NotOneOf, $"{at}/access_token", "the token holds characters that no header can carry", null);
        return (server, token);
    }

    private Dictionary<string, JsonElement> Prefetch(JsonElement body)
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (Object(body, "prefetch", "", isRequired: false) is not { } prefetch) return found;
        foreach (var property in prefetch.EnumerateObject())
        {
            if (property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Null) found[property.Name] = property.Value;
            else Wrong(DiagnosticCode.WrongJsonType, $"/prefetch/{ClientText.Pointer(property.Name)}", "a prefetch value is a resource, or null where there are no data", null);
        }
        return found;
    }

    private void Reference(string text, string place, string[] types)
    {
        if (text.Split('/') is not [var type, { Length: > 0 } id] || !types.Contains(type) || !IsId(id)) Wrong(DiagnosticCode.NotOneOf, place, $"the user is one of {string.Join(", ", types)} with an id", $"such as `{types[0]}/123`");
    }

    private JsonElement? Object(JsonElement owner, string name, string at, bool isRequired)
    {
        if (owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
        {
            if (value.ValueKind == JsonValueKind.Object) return value;
            Wrong(DiagnosticCode.WrongJsonType, $"{at}/{name}", $"`{name}` is an object", null);
        }
        else if (isRequired)
        {
            Wrong(DiagnosticCode.MissingKey, $"{at}/{name}", $"`{name}` is missing", null);
        }
        return null;
    }

    private string? Text(JsonElement owner, string name, string at, bool isRequired)
    {
        if (owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null)
        {
            if (ClientText.Of(value) is { Length: > 0 } text) return text;
            Wrong(DiagnosticCode.WrongJsonType, $"{at}/{name}", $"`{name}` is a text that is not empty", null);
        }
        else if (isRequired)
        {
            Wrong(DiagnosticCode.MissingKey, $"{at}/{name}", $"`{name}` is missing", null);
        }
        return null;
    }

    /// <summary>Real ids are longer than the 64 characters of FHIR; what matters is that none leads anywhere else in an address.</summary>
    private static bool IsId(string text) => text.Length <= LongestId && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') && text.Any(char.IsAsciiLetterOrDigit);

    private void Wrong(DiagnosticCode code, string pointer, string message, string? help) => errors.Add(new Diagnostic(code, message, help, Pointer: pointer));
}
