using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>What CDS Hooks 2.0.1 asks of answers, as a list of everything that is wrong with one.</summary>
internal static partial class HookStandard
{
    private static readonly string[] Indicators = ["info", "warning", "critical"];
    private static readonly string[] Hooks = ["patient-view", "order-select", "order-sign", "encounter-start"];
    private static readonly string[] Severities = ["fatal", "error", "warning", "information"];
    private static readonly string[] IssueTypes = ["invalid", "login", "forbidden", "not-found", "not-supported", "timeout", "business-rule", "required", "too-long", "throttled", "transient", "exception", "processing"];

    public static List<string> WrongInDiscovery(JsonNode answer)
    {
        var wrong = new List<string>();
        Whole(answer, "", wrong, mayBeEmpty: "/services");
        Keys(answer, "", wrong, ["services"]);
        var seen = new HashSet<(string, string)>();
        foreach (var (service, i) in answer["services"]!.AsArray().Select((s, i) => (s!, i)))
        {
            var at = $"/services/{i}";
            Keys(service, at, wrong, ["hook", "id", "description"], "title", "prefetch", "usageRequirements");
            if (!Hooks.Contains(Text(service, "hook"))) wrong.Add($"{at}/hook is none that there is");
            if (!seen.Add((Text(service, "hook"), Text(service, "id")))) wrong.Add($"{at} stands twice");
            foreach (var (key, template) in service["prefetch"]?.AsObject() ?? [])
                if (!Template().IsMatch(template!.GetValue<string>())) wrong.Add($"{at}/prefetch/{key} is no template that every client understands: {template}");
        }
        return wrong;
    }

    public static List<string> WrongInCards(JsonNode answer)
    {
        var wrong = new List<string>();
        Whole(answer, "", wrong, mayBeEmpty: "/cards");
        Keys(answer, "", wrong, ["cards"]); // and no system actions
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (card, i) in answer["cards"]!.AsArray().Select((c, i) => (c!, i))) Card(card, $"/cards/{i}", ids, wrong);
        return wrong;
    }

    public static List<string> WrongInOutcome(JsonNode answer)
    {
        var wrong = new List<string>();
        Whole(answer, "", wrong, mayBeEmpty: null);
        if (Text(answer, "resourceType") != "OperationOutcome") wrong.Add("it is no OperationOutcome");
        foreach (var issue in answer["issue"]!.AsArray())
        {
            if (!Severities.Contains(Text(issue!, "severity"))) wrong.Add("a severity is none of FHIR");
            if (!IssueTypes.Contains(Text(issue!, "code"))) wrong.Add($"the code {issue!["code"]} is none of FHIR");
            if (string.IsNullOrEmpty(issue!["details"]?["text"]?.GetValue<string>())) wrong.Add("an issue says nothing");
        }
        return wrong;
    }

    private static void Card(JsonNode card, string at, HashSet<string> ids, List<string> wrong)
    {
        Keys(card, at, wrong, ["uuid", "summary", "indicator", "source"], "detail", "suggestions", "selectionBehavior", "overrideReasons", "links");
        Unique(card, at, ids, wrong);
        if (Text(card, "summary") is { } summary && (summary.Length >= 140 || summary.Contains('\n', StringComparison.Ordinal))) wrong.Add($"{at}/summary has {summary.Length} characters");
        if (!Indicators.Contains(Text(card, "indicator"))) wrong.Add($"{at}/indicator is {card["indicator"]}");
        Keys(card["source"]!, $"{at}/source", wrong, ["label"], "url", "icon", "topic");
        Address(card["source"]!, $"{at}/source", wrong);
        if (card["suggestions"] is null != card["selectionBehavior"] is null) wrong.Add($"{at} has suggestions without a selection behaviour, or the reverse");
        if (card["selectionBehavior"] is { } behavior && behavior.GetValue<string>() is not ("any" or "at-most-one")) wrong.Add($"{at}/selectionBehavior is {behavior}");
        foreach (var suggestion in card["suggestions"]?.AsArray() ?? []) Suggestion(suggestion!, $"{at}/suggestions", ids, wrong);
        foreach (var reason in card["overrideReasons"]?.AsArray() ?? []) Keys(reason!, $"{at}/overrideReasons", wrong, ["code", "system", "display"]);
        foreach (var link in card["links"]?.AsArray() ?? [])
        {
            Keys(link!, $"{at}/links", wrong, ["label", "url", "type"], "appContext", "autolaunchable");
            Address(link!, $"{at}/links", wrong);
            if (Text(link!, "type") is not ("absolute" or "smart")) wrong.Add($"{at}/links has a type that there is not");
            if (Text(link!, "type") is "absolute" && link!["appContext"] is not null) wrong.Add($"{at}/links has a context for no app");
        }
        if (card["detail"] is { } detail && Html().IsMatch(detail.GetValue<string>())) wrong.Add($"{at}/detail holds HTML");
    }

    private static void Suggestion(JsonNode suggestion, string at, HashSet<string> ids, List<string> wrong)
    {
        Keys(suggestion, at, wrong, ["label", "uuid"], "isRecommended", "actions");
        Unique(suggestion, at, ids, wrong);
        foreach (var action in suggestion["actions"]?.AsArray() ?? [])
        {
            Keys(action!, at, wrong, ["type", "description"], "resource", "resourceId");
            if (Text(action!, "type") is not ("create" or "update" or "delete")) wrong.Add($"{at} has an action that there is not");
            if (Text(action!, "type") is "delete" != action!["resource"] is null) wrong.Add($"{at} has an action without its resource");
            if (action!["resource"] is { } resource && (resource["resourceType"] is null || resource["status"] is null || resource["intent"] is null || resource["subject"] is null)) wrong.Add($"{at} orders something incomplete");
        }
    }

    private static void Unique(JsonNode node, string at, HashSet<string> ids, List<string> wrong)
    {
        if (!Guid.TryParse(Text(node, "uuid"), out _)) wrong.Add($"{at}/uuid is none");
        if (!ids.Add(Text(node, "uuid"))) wrong.Add($"{at}/uuid stands twice");
    }

    private static void Address(JsonNode node, string at, List<string> wrong)
    {
        if (node["url"] is { } url && (!Uri.TryCreate(url.GetValue<string>(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))) wrong.Add($"{at}/url is no address");
    }

    /// <summary>Own data stand under <c>extension</c> alone, by names that are nobody else's.</summary>
    private static void Keys(JsonNode node, string at, List<string> wrong, string[] required, params string[] optional)
    {
        foreach (var key in required)
            if (node[key] is null) wrong.Add($"{at} has no {key}");
        foreach (var (key, value) in node.AsObject())
        {
            if (key == "extension") wrong.AddRange(value!.AsObject().Where(e => !ReverseName().IsMatch(e.Key)).Select(e => $"{at}/extension/{e.Key} is no reverse DNS name"));
            else if (!required.Contains(key) && !optional.Contains(key)) wrong.Add($"{at}/{key} is not of the standard");
        }
    }

    /// <summary>No null, empty text, list or object, but where the standard says so.</summary>
    private static void Whole(JsonNode? node, string at, List<string> wrong, string? mayBeEmpty)
    {
        switch (node)
        {
            case null:
                wrong.Add($"{at} is null");
                break;
            case JsonObject { Count: 0 } or JsonArray { Count: 0 } when at != mayBeEmpty:
                wrong.Add($"{at} is empty");
                break;
            case JsonObject members:
                foreach (var (key, value) in members) Whole(value, $"{at}/{key}", wrong, mayBeEmpty);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++) Whole(items[i], $"{at}/{i}", wrong, mayBeEmpty);
                break;
            default:
                if (node.GetValueKind() == JsonValueKind.String && string.IsNullOrWhiteSpace(node.GetValue<string>())) wrong.Add($"{at} is an empty text");
                break;
        }
    }

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? "";

    /// <summary>A read of the patient, or a search of theirs by code, in order, and of a size.</summary>
    [GeneratedRegex(@"^(Patient/\{\{context\.patientId\}\}|[A-Z][A-Za-z]+\?patient=\{\{context\.patientId\}\}(&code=[^&{}\s]+)?(&_sort=-date)?(&_count=\d+)?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Template();

    [GeneratedRegex(@"^[a-z]{2,}(\.[a-z0-9-]+)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReverseName();

    [GeneratedRegex("<[a-zA-Z/!]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Html();
}
