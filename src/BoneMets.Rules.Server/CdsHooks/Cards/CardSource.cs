using System.Text.Json.Nodes;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>Whose statement a card is, and where it can be read.</summary>
internal static class CardSource
{
    private const int MostLinks = 5;

    public static JsonObject Of(Decision decision, IReadOnlyList<ResolvedCitation> evidence)
    {
        var label = Label(decision.Source?.Title ?? decision.Workflow, decision.Release, decision.ReleaseStatus);
        if (decision.Source is { IsReviewOverdue: true }) label += ", review overdue";
        var source = new JsonObject { ["label"] = label };
        if (evidence.Select(UrlOf).OfType<string>().FirstOrDefault() is { } url) source["url"] = url;
        return source;
    }

    public static string Label(string title, int? release, string status)
    {
        var label = Markdown.OneLine(title);
        if (release is { } number) label += string.Create(System.Globalization.CultureInfo.InvariantCulture, $", release {number}");
        return status is "unreviewed" ? label + ", not reviewed" : label;
    }

    public static JsonArray Links(IReadOnlyList<ResolvedCitation> evidence) =>
    [
        .. evidence.Where(e => UrlOf(e) is not null).DistinctBy(UrlOf).Take(MostLinks)
            .Select(e => (JsonNode?)new JsonObject { ["label"] = Markdown.OneLine(e.Details!.Title), ["url"] = UrlOf(e), ["type"] = "absolute" }),
    ];

    /// <summary>One line for each source, as markdown.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<ResolvedCitation> evidence) => [.. evidence.Select(Line).Distinct(StringComparer.Ordinal)];

    public static string Line(ResolvedCitation citation)
    {
        if (citation.Details is not { } source) return Markdown.Escape(citation.Source);
        var parts = new[] { source.Title, source.Publisher, source.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture), citation.Locator, source.Verified ? null : "not compared with the source itself" };
        return Markdown.Escape(string.Join(", ", parts.Where(p => !string.IsNullOrWhiteSpace(p))));
    }

    public static string? UrlOf(ResolvedCitation citation)
    {
        var text = citation.Details is { Doi: { Length: > 0 } doi } ? $"https://doi.org/{Uri.EscapeDataString(doi).Replace("%2F", "/", StringComparison.Ordinal)}" : citation.Details?.Url;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;
    }
}
