using BoneMets.Rules.Server.Storing;
using BoneMets.Rules.Store;
using BoneMets.Rules.Verification.Differences;

namespace BoneMets.Rules.Server.Changes;

/// <summary>What a change means, against the release that it is based on, as an answer.</summary>
internal static class ChangeDifferences
{
    public static async Task<ChangeDifferencesAnswer> OfAsync(RuleStore store, long id, CancellationToken cancellation)
    {
        var (change, documents) = await store.Changes.WithDocumentsAsync(id, cancellation);
        var before = await store.Releases.DocumentsAsync(change.Base, cancellation);
        var found = await Task.Run(() => LibraryDifferences.Between(LibraryDocuments.Files(before), LibraryDocuments.Files(documents)), cancellation);
        return new ChangeDifferencesAnswer(change.Base, change.ContentHash, [.. found.Select(Answer)]);
    }

    private static DocumentDifferenceAnswer Answer(DocumentDifference document) => new(
        document.Name, EnumWord.Of(document.Kind), document.Title, EnumWord.Of(document.Of), document.Workflow, document.IsUnreadable, [.. document.Parts.Select(Answer)]);

    private static PartDifferenceAnswer Answer(PartDifference part) => new(
        EnumWord.Of(part.Kind), EnumWord.Of(part.Of), part.Name, part.Title, part.Pointer,
        [.. part.Fields.Select(f => new FieldDifferenceAnswer(f.Name, f.Label, f.Before, f.After, f.BeforeSentence, f.AfterSentence, f.IsExpression))]);
}
