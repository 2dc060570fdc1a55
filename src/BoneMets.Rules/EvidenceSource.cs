using BoneMets.Rules.Documents;

namespace BoneMets.Rules;

/// <summary>A published source. <see cref="Verified"/> says whether somebody compared the content with the source itself or a faithful copy.</summary>
public sealed record EvidenceSource(
    string Id, string Title, string? Authors, string? Publisher, int? Year, string? Doi, string? Url, bool Verified, string? Note, DateOnly? ReviewDue, JsonTextNode Node);

/// <summary>
/// One statement of a source, in the library's own words, that rules encode by citing its id. <see cref="NoRule"/> says why none does;
/// a statement with neither is a gap. Traceability reads from here to rules and cases.
/// </summary>
public sealed record SourceStatement(string Id, string Source, string Text, string? NoRule, JsonTextNode Node);

/// <summary>What <c>evidence.json</c> holds.</summary>
public sealed record EvidenceDocument(IReadOnlyList<EvidenceSource> Sources, IReadOnlyList<SourceStatement> Statements)
{
    public static readonly EvidenceDocument None = new([], []);
}
