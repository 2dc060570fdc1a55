using System.Runtime.InteropServices;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.CdsHooks.Requests;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Fhir.Applying;

/// <summary>Reads the Parameters of an operation, and finds everything in them that it does not take.</summary>
internal sealed class ParametersReader
{
    private const string Subject = "subject", Encounter = "encounter", Data = "data";

    /// <summary>R4 gives them to <c>$apply</c>; nothing here depends on them, and the answer says so.</summary>
    private static readonly string[] WithoutEffect = ["practitioner", "organization", "userType", "userLanguage", "userTaskContext", "setting", "settingContext"];

    private readonly List<Diagnostic> errors = [];

    public static ApplyRequest ReadApply(JsonElement body)
    {
        var reader = new ParametersReader();
        var request = reader.Apply(body);
        return reader.errors.Count == 0 && request is not null ? request : throw reader.Refusal();
    }

    public static void RequireNone(JsonElement body)
    {
        var reader = new ParametersReader();
        foreach (var (name, _, at) in reader.Items(body)) reader.Wrong(DiagnosticCode.UnknownKey, at, $"the operation takes no parameter `{ClientText.Quoted(name)}`", null);
        if (reader.errors.Count > 0) throw reader.Refusal();
    }

    private ProblemException Refusal() => new(ProblemKind.MalformedBody, ExecutionAnswer.DetailOf(errors), errors);

    private ApplyRequest? Apply(JsonElement body)
    {
        string? subject = null, encounter = null;
        (ReadOnlyMemory<byte> Bundle, string At)? data = null;
        var unused = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, item, at) in Items(body))
        {
            if (!seen.Add(name)) Wrong(DiagnosticCode.DuplicateName, at, $"`{ClientText.Quoted(name)}` stands twice", name is Subject ? "one patient for each request" : null);
            else if (name is Subject) subject = Reference(item, at, name, "Patient");
            else if (name is Encounter) encounter = Reference(item, at, name, "Encounter");
            else if (name is Data) data = Bundle(item, at);
            else if (WithoutEffect.Contains(name, StringComparer.Ordinal)) unused.Add(name);
            else Wrong(DiagnosticCode.UnknownKey, $"{at}/name", $"`$apply` takes no parameter `{ClientText.Quoted(name)}`", $"it takes {string.Join(", ", WithoutEffect.Prepend(Encounter).Prepend(Data).Prepend(Subject))}");
        }
        if (errors.Count > 0) return null;
        if (subject is null) Wrong(DiagnosticCode.MissingKey, "/parameter", "`subject` is missing", "{\"name\": \"subject\", \"valueString\": \"Patient/123\"}");
        if (data is null) Wrong(DiagnosticCode.MissingKey, "/parameter", "`data` is missing: this server keeps no patients, so their resources come with the request", "{\"name\": \"data\", \"resource\": {\"resourceType\": \"Bundle\", …}}");
        return subject is not null && data is { } given ? new ApplyRequest(subject, encounter, given.Bundle, given.At, unused) : null;
    }

    private IEnumerable<(string Name, JsonElement Item, string At)> Items(JsonElement body)
    {
        if (ClientText.Of(body, "resourceType") is not "Parameters")
        {
            Wrong(DiagnosticCode.WrongJsonType, "", "the body is no resource of the type Parameters", "{\"resourceType\": \"Parameters\", \"parameter\": [ … ]}");
            yield break;
        }
        if (!body.TryGetProperty("parameter", out var list)) yield break;
        if (list.ValueKind != JsonValueKind.Array)
        {
            Wrong(DiagnosticCode.WrongJsonType, "/parameter", "`parameter` is a list", null);
            yield break;
        }
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var at = $"/parameter/{index++}";
            if (ClientText.Of(item, "name") is { Length: > 0 } name) yield return (name, item, at);
            else Wrong(DiagnosticCode.MissingKey, $"{at}/name", "a parameter has a `name`", null);
        }
    }

    /// <summary>R4 has a text here; a reference is understood too.</summary>
    private string? Reference(JsonElement item, string at, string name, string type)
    {
        var text = ClientText.Of(item, "valueString") ?? ClientText.Of(item, "valueUri") ?? (item.TryGetProperty("valueReference", out var reference) ? ClientText.Of(reference, "reference") : null);
        if (text is not null && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) && (text.StartsWith("urn:uuid:", StringComparison.Ordinal) || text.Split('/') is [.., var last, { Length: > 0 }] && last == type)) return text;
        Wrong(DiagnosticCode.NotOneOf, at, $"`{name}` refers to no {type}", $"{{\"name\": \"{name}\", \"valueString\": \"{type}/123\"}}, or with the whole address before it");
        return null;
    }

    private (ReadOnlyMemory<byte> Bundle, string At)? Bundle(JsonElement item, string at)
    {
        if (item.TryGetProperty("resource", out var resource) && ClientText.Of(resource, "resourceType") is "Bundle") return (JsonMarshal.GetRawUtf8Value(resource).ToArray(), $"{at}/resource");
        Wrong(DiagnosticCode.NotOneOf, $"{at}/resource", "`data` holds no Bundle", "{\"name\": \"data\", \"resource\": {\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [ … ]}}");
        return null;
    }

    private void Wrong(DiagnosticCode code, string pointer, string message, string? help) => errors.Add(new Diagnostic(code, message, help, Pointer: pointer));
}
