using System.Text.Json.Nodes;

namespace BoneMets.Rules.Server.Fhir.Searching;

/// <summary>A search parameter that the resources here answer, by the rules of FHIR for its type.</summary>
internal sealed record SearchParameter(string Name, string Type, string Documentation, IReadOnlyList<string> Modifiers, Func<JsonObject, string, string?, bool> Matches)
{
    private const string Exact = "exact", Contains = "contains";

    public static readonly IReadOnlyList<SearchParameter> All =
    [
        Token("_id", "The id", r => [(null, Text(r, "id"))]),
        Token("identifier", "The name of the workflow, or the hash of its content", r => r["identifier"]!.AsArray().Select(i => (Text(i!, "system"), Text(i!, "value")))),
        Words("name", "The name of the workflow"),
        Token("status", "active (approved), draft (not reviewed), retired (taken out of use)", r => [("http://hl7.org/fhir/publication-status", Text(r, "status"))]),
        Words("title", "The title"),
        new("url", "uri", "The canonical address, without a version", [], (r, wanted, _) => string.Equals(Text(r, "url"), wanted, StringComparison.Ordinal)),
        Token("version", "The version", r => [(null, Text(r, "version"))]),
    ];

    /// <summary>From the beginning and whatever the case, unless a modifier says otherwise.</summary>
    private static SearchParameter Words(string name, string documentation) => new(name, "string", documentation, [Exact, Contains], (r, wanted, modifier) => Text(r, name) is { } text && modifier switch
    {
        Exact => text.Equals(wanted, StringComparison.Ordinal),
        Contains => text.Contains(wanted, StringComparison.OrdinalIgnoreCase),
        _ => text.StartsWith(wanted, StringComparison.OrdinalIgnoreCase),
    });

    /// <summary><c>code</c>, <c>system|code</c>, <c>|code</c> (without a system), <c>system|</c> (any code of it).</summary>
    private static SearchParameter Token(string name, string documentation, Func<JsonObject, IEnumerable<(string? System, string? Code)>> values) => new(name, "token", documentation, [], (r, wanted, _) =>
    {
        var bar = wanted.IndexOf('|', StringComparison.Ordinal);
        return values(r).Any(v => v.Code is not null
            && (bar < 0 || string.Equals(v.System ?? "", wanted[..bar], StringComparison.Ordinal))
            && (bar >= 0 && bar == wanted.Length - 1 || string.Equals(v.Code, wanted[(bar + 1)..], StringComparison.Ordinal)));
    });

    private static string? Text(JsonNode owner, string name) => owner[name]?.GetValue<string>();
}
