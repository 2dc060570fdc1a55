using System.Text.Json;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Changes;

/// <summary>What the store knows of changes, as answers.</summary>
internal static class ChangeAnswers
{
    public static async Task<ChangeAnswer> OfAsync(RuleStore store, Change change, CancellationToken cancellation)
    {
        var reviews = await store.Changes.ReviewsAsync(change.Id, cancellation);
        return new ChangeAnswer(
            change.Id, change.Title, change.Description, EnumWord.Of(change.State), change.Base, change.ContentHash, change.CreatedBy, change.CreatedAt, change.UpdatedAt, change.Authors,
            [.. change.Documents.Select(Of)], [.. reviews.Select(r => new ReviewAnswer(r.Id, r.ContentHash, r.Reviewer, EnumWord.Of(r.Verdict), r.Comment, r.At))],
            change.Evidence is { } evidence ? JsonSerializer.Deserialize<JsonElement>(evidence) : null, change.EvidenceAgainst, change.PublishedAs);
    }

    public static ChangeSummary Of(ChangeLine line) => new(line.Id, line.Title, EnumWord.Of(line.State), line.Base, line.CreatedBy, line.UpdatedAt);

    public static CommentAnswer Of(ChangeComment comment) =>
        new(comment.Id, comment.Document, comment.Place, comment.Text, comment.By, comment.At, comment.ResolvedBy, comment.ResolvedAt);

    private static ChangedDocumentAnswer Of(ChangedDocument document) => new(
        document.Name, document.BaseHash is null ? "added" : document.Hash is null ? "removed" : "edited", document.BaseHash, document.Hash, document.EditedBy, document.EditedAt);
}
