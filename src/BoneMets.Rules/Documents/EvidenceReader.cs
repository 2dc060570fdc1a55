using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Documents;

/// <summary>Reads <c>evidence.json</c>: an object with <c>Sources</c> and <c>Statements</c>, or the bare list of sources.</summary>
public static class EvidenceReader
{
    public static EvidenceDocument Read(JsonTextNode root, DiagnosticBag findings)
    {
        if (root.Kind == JsonTextKind.Array)
            return new EvidenceDocument(Sources(root.Items.Select(item => new ObjectReader(item, "source", findings, strict: true)).Where(r => r.IsObject)), []);
        var document = new ObjectReader(root, "list of sources", findings, strict: true);
        document.Ignore("$schema");
        var sources = Sources(document.Objects("Sources", "source", required: true));
        var statements = Statements(document.Objects("Statements", "statement"), sources);
        document.Finish();
        return new EvidenceDocument(sources, statements);
    }

    private static List<EvidenceSource> Sources(IEnumerable<ObjectReader> readers)
    {
        var sources = new List<EvidenceSource>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var reader in readers)
        {
            var id = Id(reader, seen, "source");
            var title = reader.Text("Title", required: true);
            var authors = reader.Text("Authors");
            var publisher = reader.Text("Publisher");
            var year = reader.Integer("Year", 1800, 2200);
            var doi = reader.Text("Doi");
            if (doi is not null && !(doi.StartsWith("10.", StringComparison.Ordinal) && doi.IndexOf('/', StringComparison.Ordinal) is > 3 and var slash && slash < doi.Length - 1))
                reader.Report("Doi", DiagnosticCode.NotOneOf, $"`{doi}` is not a DOI", "it begins with `10.`, without an address before it");
            var url = reader.Text("Url");
            if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
                reader.Report("Url", DiagnosticCode.NotOneOf, $"`{url}` is not a web address", "it begins with `https://`");
            var verified = reader.Flag("Verified");
            reader.Value("Verified", required: true);
            var note = reader.Text("Note");
            var reviewDue = reader.Date("ReviewDue");
            reader.Finish();
            if (id is not null && title is not null)
                sources.Add(new EvidenceSource(id, title, authors, publisher, year, doi, url, verified, note, reviewDue, reader.Node));
        }
        return sources;
    }

    private static List<SourceStatement> Statements(IEnumerable<ObjectReader> readers, List<EvidenceSource> sources)
    {
        var statements = new List<SourceStatement>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var reader in readers)
        {
            var id = Id(reader, seen, "statement");
            var source = reader.Text("Source", required: true);
            if (source is not null && sources.All(s => s.Id != source))
                reader.Report("Source", DiagnosticCode.UnknownSource, $"`{source}` is not in evidence.json", Suggestion.DidYouMean(source, sources.Select(s => s.Id)));
            var text = reader.Text("Text", required: true);
            var noRule = reader.Text("NoRule");
            reader.Finish();
            if (id is not null && source is not null && text is not null) statements.Add(new SourceStatement(id, source, text, noRule, reader.Node));
        }
        return statements;
    }

    private static string? Id(ObjectReader reader, HashSet<string> seen, string kind)
    {
        if (reader.Text("Id", required: true) is not { } id) return null;
        if (!id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_')) reader.Report("Id", DiagnosticCode.InvalidName, $"`{id}` is not an id", "letters, digits, `-`, `.` and `_`");
        if (!seen.Add(id)) reader.Report("Id", DiagnosticCode.DuplicateName, $"`{id}` is already the id of a {kind}");
        return id;
    }
}
