using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.System.Tests.CdsHooks;

namespace BoneMets.Rules.System.Tests.Fuzzing;

/// <summary>What holds of every answer, whatever was asked: no defect, a refusal in the one shape that a route has, and nothing of our inside.</summary>
internal static partial class AnswerRules
{
    private static readonly HashSet<string> Known = [.. ProblemKind.All.Select(k => $"/problems/{k.Slug}")];

    /// <summary>What is wrong; null when all is well.</summary>
    public static async Task<string?> WrongAsync(FuzzRequest request, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var status = (int)response.StatusCode;
        var shown = $"{status} {text[..Math.Min(text.Length, 2_000)]}";
        if (status >= 500 && status != 503 && !IsMeantToFail(request, text)) return shown;
        if (status is 429 or 503 && response.Headers.RetryAfter is null) return $"no Retry-After: {shown}";
        if (Inside().Match(text) is { Success: true } found) return $"tells of the inside (`{found.Value}`): {shown}";
        // The server itself refuses what is no request at all, before any of our code.
        if (status < 400 || request.Method == "HEAD" || status is 431 or 414) return null;
        return text.Length == 0 ? Empty(request, status) : Refusal(request, response, text) is { } wrong ? $"{wrong}: {shown}" : null;
    }

    /// <summary>One workflow of the tables divides by zero for every patient; nothing is proposed then, and the answer says so with 500.</summary>
    private static bool IsMeantToFail(FuzzRequest request, string text) => request.Path.Contains("Faulty", StringComparison.Ordinal) && text.Contains("/problems/decision-failed", StringComparison.Ordinal);

    /// <summary>Clients of CDS Hooks hear nothing of why their token is none.</summary>
    private static string? Empty(FuzzRequest request, int status) =>
        (status is 401 or 403 && request.Path.StartsWith("/cds-services", StringComparison.Ordinal)) || request.Headers.Any(h => h.Name is "Host" or "Expect") || request.Method == "TRACE" || request.Path.Contains("%00", StringComparison.Ordinal) ? null : $"{status} without a body";

    private static string? Refusal(FuzzRequest request, HttpResponseMessage response, string text)
    {
        JsonNode? answer;
        try
        {
            answer = JsonNode.Parse(text);
        }
        catch (JsonException e)
        {
            return $"no JSON ({e.Message})";
        }
        if (answer?["resourceType"] is not null) return HookStandard.WrongInOutcome(answer) is [var first, ..] ? first : null;
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json") return $"of type {response.Content.Headers.ContentType}";
        if (answer?["type"]?.GetValue<string>() is not { } type || !Known.Contains(type)) return "of no known type";
        if (answer["status"]?.GetValue<int>() != (int)response.StatusCode) return "with another status";
        return string.IsNullOrEmpty(answer["title"]?.GetValue<string>()) || string.IsNullOrEmpty(answer["traceId"]?.GetValue<string>()) ? "without title or traceId" : null;
    }

    [GeneratedRegex(@"\bat [\w.<>`]+\([^)]*\)( in |\r?\n)|System\.[A-Z]\w*(\.\w+)*Exception|BoneMets\.Rules\.(Server|Store)\.\w+|Microsoft\.(AspNetCore|Data|Extensions)\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inside();
}
