using BoneMets.Rules.Documents;

namespace BoneMets.Rules;

/// <summary>A published source. <see cref="Verified"/> says whether somebody compared the content with the source itself or a faithful copy.</summary>
public sealed record EvidenceSource(
    string Id, string Title, string? Authors, string? Publisher, int? Year, string? Doi, string? Url, bool Verified, string? Note, DateOnly? ReviewDue, JsonTextNode Node);
