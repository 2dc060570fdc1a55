namespace BoneMets.Rules.Verification.Reports;

/// <summary>A source as a reference list gives it.</summary>
public static class SourceText
{
    /// <summary>Authors, title, publisher and year. A title that is a whole citation names some of them already; they are not said twice.</summary>
    public static string Citation(EvidenceSource source)
    {
        string?[] parts = [Further(source.Authors), source.Title, Further(source.Publisher), Further(source.Year?.ToString())];
        return Joined(parts);

        string? Further(string? part) => part is not null && source.Title.Contains(part, StringComparison.Ordinal) ? null : part;
    }

    /// <summary>The parts that are there, each a sentence.</summary>
    public static string Joined(params IEnumerable<string?> parts) =>
        string.Join(". ", parts.OfType<string>().Select(p => p.TrimEnd('.'))) + ".";

    /// <summary><c>doi:…</c> or the web address; null when the source has neither.</summary>
    public static string? Address(EvidenceSource source) => source.Doi is { } doi ? $"doi:{doi}" : source.Url;

    /// <summary>Where a link on the address leads; null when it is no web address.</summary>
    public static Uri? Link(EvidenceSource source)
    {
        var address = source.Doi is { } doi ? "https://doi.org/" + string.Join('/', doi.Split('/').Select(Uri.EscapeDataString)) : source.Url;
        return Uri.TryCreate(address, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp) ? link : null;
    }
}
