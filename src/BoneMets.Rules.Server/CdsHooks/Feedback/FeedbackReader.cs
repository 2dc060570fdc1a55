using System.Globalization;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.CdsHooks.Data;
using BoneMets.Rules.Server.CdsHooks.Requests;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.CdsHooks.Feedback;

/// <summary>Reads the body of a feedback request. One wrong report refuses all of them, so that the client knows what was taken.</summary>
internal sealed class FeedbackReader(string service, string sender, bool keepsComments)
{
    private const int MostReports = 500, LongestText = 200, LongestComment = 2_000, MostSuggestions = 50;
    private readonly List<Diagnostic> errors = [];

    public IReadOnlyList<Diagnostic> Errors => errors;

    public IReadOnlyList<CardFeedback> Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("feedback", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MostReports)
        {
            Wrong(DiagnosticCode.MissingKey, "/feedback", $"`feedback` is a list of 1 to {MostReports} reports", "{\"feedback\": [{\"card\": …, \"outcome\": …, \"outcomeTimestamp\": …}]}");
            return [];
        }
        return [.. list.EnumerateArray().Select((report, i) => One(report, string.Create(CultureInfo.InvariantCulture, $"/feedback/{i}"))).OfType<CardFeedback>()];
    }

    private CardFeedback? One(JsonElement report, string at)
    {
        var before = errors.Count;
        if (report.ValueKind != JsonValueKind.Object) return Wrong(at, "a report is an object");
        var card = Text(report, "card", at, LongestText);
        var outcome = Text(report, "outcome", at, LongestText) switch
        {
            "accepted" => CardOutcome.Accepted,
            "overridden" => CardOutcome.Overridden,
            null => (CardOutcome?)null,
            _ => Wrong<CardOutcome>($"{at}/outcome", "`outcome` is `accepted` or `overridden`"),
        };
        var time = Text(report, "outcomeTimestamp", at, LongestText) is { } text ? Time(text, at) : null;
        var suggestions = Suggestions(report, at);
        if (outcome == CardOutcome.Accepted && suggestions.Count == 0) Wrong(DiagnosticCode.MissingKey, $"{at}/acceptedSuggestions", "`acceptedSuggestions` is missing", "what is accepted is one or more suggestions of the card: [{\"id\": …}]");
        var (reason, comment) = Override(report, at);
        if (errors.Count > before) return null;
        return new CardFeedback(Guid.TryParse(card, out var uuid) ? uuid.ToString() : card!, outcome!.Value, time!.Value, sender, service, null, reason, comment is not null, keepsComments ? comment : null, suggestions);
    }

    private DateTimeOffset? Time(string text, string at)
    {
        // RFC 3339 with its zone: a time without one would be counted to another hour.
        var hasZone = text.EndsWith('Z') || text.EndsWith('z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        if (hasZone && text.Contains('T', StringComparison.OrdinalIgnoreCase) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)) return time.ToUniversalTime();
        return Wrong<DateTimeOffset>($"{at}/outcomeTimestamp", "`outcomeTimestamp` is a date and time with its zone, such as `2026-01-31T10:05:31Z`");
    }

    private List<string> Suggestions(JsonElement report, string at)
    {
        var found = new List<string>();
        foreach (var suggestion in PrefetchReading.Items(report, "acceptedSuggestions").Take(MostSuggestions))
            if (Text(suggestion, "id", $"{at}/acceptedSuggestions/{found.Count}", LongestText) is { } id) found.Add(id.Replace(' ', '_'));
        return found;
    }

    private (OverrideReason? Reason, string? Comment) Override(JsonElement report, string at)
    {
        if (!report.TryGetProperty("overrideReason", out var why) || why.ValueKind == JsonValueKind.Null) return (null, null);
        at += "/overrideReason";
        if (why.ValueKind != JsonValueKind.Object)
        {
            Wrong(DiagnosticCode.WrongJsonType, at, "`overrideReason` is an object", null);
            return (null, null);
        }
        OverrideReason? reason = null;
        if (why.TryGetProperty("reason", out var coding) && coding.ValueKind != JsonValueKind.Null && Text(coding, "code", $"{at}/reason", LongestText) is { } code && Text(coding, "system", $"{at}/reason", LongestText) is { } system)
            reason = new OverrideReason(system, code, ClientText.Of(coding, "display") is { Length: > 0 and <= LongestText } display ? display : null);
        var comment = why.TryGetProperty("userComment", out var text) && text.ValueKind != JsonValueKind.Null ? Text(why, "userComment", at, LongestComment) : null;
        return (reason, comment);
    }

    private string? Text(JsonElement owner, string name, string at, int longest)
    {
        var text = ClientText.Of(owner, name);
        if (text is { Length: > 0 } && text.Length <= longest && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))) return text;
        Wrong(text is null ? DiagnosticCode.MissingKey : DiagnosticCode.NotOneOf, $"{at}/{name}", text is null ? $"`{name}` is missing or no text" : $"`{name}` is empty, longer than {longest} characters, or holds some that cannot be shown", null);
        return null;
    }

    private CardFeedback? Wrong(string pointer, string message)
    {
        Wrong(DiagnosticCode.WrongJsonType, pointer, message, "{\"card\": …, \"outcome\": …, \"outcomeTimestamp\": …}");
        return null;
    }

    private T? Wrong<T>(string pointer, string message) where T : struct
    {
        Wrong(DiagnosticCode.NotOneOf, pointer, message, null);
        return null;
    }

    private void Wrong(DiagnosticCode code, string pointer, string message, string? help)
    {
        const int most = 20;
        if (errors.Count < most) errors.Add(new Diagnostic(code, message, help, Pointer: pointer));
    }
}
