using BoneMets.Rules.Server.Problems;
using Microsoft.Net.Http.Headers;

namespace BoneMets.Rules.Server.Execution;

/// <summary>What the bodies are that routes read themselves.</summary>
internal static class BodyTypes
{
    public const string Json = "application/json", Lines = "application/x-ndjson", Csv = "text/csv";

    /// <summary>Refuses a body of another type or in another encoding than UTF-8.</summary>
    public static void Require(HttpRequest request, params string[] types)
    {
        var isIt = MediaTypeHeaderValue.TryParse(request.ContentType, out var given)
            && types.Any(type => given.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
            && (given.Charset.Length == 0 || HeaderUtilities.RemoveQuotes(given.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (!isIt) throw new ProblemException(ProblemKind.WrongContentType, $"the body takes {string.Join(" or ", types.Select(t => $"`{t}`"))} in UTF-8");
    }
}
