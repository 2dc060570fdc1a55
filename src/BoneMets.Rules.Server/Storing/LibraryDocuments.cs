using BoneMets.Rules.Libraries;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Storing;

/// <summary>Documents of the store as a library.</summary>
internal static class LibraryDocuments
{
    public static LibraryLoad Load(IReadOnlyList<StoredDocument> documents) =>
        RuleLibrary.Load(Files([.. documents.Where(d => d.Name.EndsWith(".json", StringComparison.Ordinal))]));

    public static IReadOnlyList<LibraryFile> Files(IReadOnlyList<StoredDocument> documents) => [.. documents.Select(d => new LibraryFile(d.Name, d.Content))];
}
