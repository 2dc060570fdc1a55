using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Store;
using BoneMets.Rules.Verification.Publication;

namespace BoneMets.Rules.Server.Changes;

/// <summary>What workflows must say of themselves to be published, asked of those that a change touches: nobody has to answer for the rest.</summary>
internal static class PublicationMetadata
{
    public static IReadOnlyList<Diagnostic> MissingIn(RuleLibrary library, Change change) =>
        [.. library.Workflows.Where(w => change.Documents.Any(d => d.Name == w.Model.Node.Document.Name)).SelectMany(PublicationGaps.Of)];
}
