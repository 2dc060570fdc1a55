using BoneMets.Rules.Verification.Reports;

namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>Sources and statements as they are cited. A source that nobody compared with the original is marked wherever it stands.</summary>
internal static class EvidencePart
{
    private static readonly Mark NotVerified = new("not verified", MarkKind.NotVerified);

    /// <summary>A citation in full with the statements that it takes from the source.</summary>
    public static ListItem Full(Guideline guideline, Citation citation)
    {
        var below = new List<IReadOnlyList<Inline>>();
        var source = guideline.Library.Evidence.GetValueOrDefault(citation.Source);
        if (source is { Verified: false, Note: { } note }) below.Add([note]);
        foreach (var id in citation.Statements)
            below.Add([new Strong($"Statement {id.Text}:"), $" {guideline.Library.Statements.FirstOrDefault(s => s.Id == id.Text)?.Text}"]);
        return new ListItem(source is null ? [new Code(citation.Source)] : Reference(source, citation.Locator), below);
    }

    /// <summary>For table cells: the titles, each leading to the list of sources.</summary>
    public static IReadOnlyList<Inline> Short(Guideline guideline, IReadOnlyList<Citation> citations)
    {
        var parts = new List<Inline>();
        foreach (var citation in citations)
        {
            if (parts.Count > 0) parts.Add("; ");
            var source = guideline.Library.Evidence.GetValueOrDefault(citation.Source);
            parts.Add(new PageLink(source?.Title ?? citation.Source, null, Anchors.Source(citation.Source)));
            if (citation.Locator is { } place) parts.Add($", {place}");
            foreach (var id in citation.Statements) parts.Add($", {id.Text}");
            if (source is { Verified: false }) parts.AddRange([" ", NotVerified]);
        }
        return parts;
    }

    /// <summary>Every source that the workflow cites, in the order of first citation, with what is known about its checking.</summary>
    public static IReadOnlyList<Block> Sources(Guideline guideline, Workflow model)
    {
        var cited = model.Citations().Select(c => c.Source).Distinct(StringComparer.Ordinal).Select(guideline.Library.Evidence.GetValueOrDefault).OfType<EvidenceSource>().ToList();
        if (cited.Count == 0) return [];
        var open = cited.Count(s => !s.Verified);
        return
        [
            new Paragraph(["Verified means that somebody compared the content with the source or a copy of it; the note says with which. ", new Strong(open == 0 ? "All are verified." : $"{open} of {cited.Count} not verified.")]),
            new Listing([.. cited.Select(s => new ListItem(Reference(s, null), s.Note is { } note ? [[note]] : [], Anchors.Source(s.Id)))]),
        ];
    }

    private static List<Inline> Reference(EvidenceSource source, string? place)
    {
        var citation = SourceText.Citation(source);
        var parts = new List<Inline> { place is null ? citation : $"{citation.TrimEnd('.')}, {place.TrimEnd('.')}." };
        if (SourceText.Address(source) is { } address) parts.AddRange([" ", SourceText.Link(source) is { } link ? new WebLink(address, link) : address]);
        if (!source.Verified) parts.AddRange([" ", NotVerified]);
        return parts;
    }
}
