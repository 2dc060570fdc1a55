using BoneMets.Rules.Libraries;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Server.Storing;

/// <summary>Documents of the store as a library.</summary>
internal static class LibraryDocuments
{
    public static LibraryLoad Load(IReadOnlyList<StoredDocument> documents) =>
        RuleLibrary.Load([.. documents.Where(d => d.Name.EndsWith(".json", StringComparison.Ordinal)).Select(d => new LibraryFile(d.Name, d.Content))]);
}
