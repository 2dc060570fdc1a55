using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Verification.Publication;

namespace BoneMets.Rules.Server.Changes;

/// <summary>
/// What workflows must say of themselves to be published, asked of those that a change touches: whose decisions can be others than before,
/// because of their own document, a fact schema, or a workflow that they build on. Nobody has to answer for the rest.
/// </summary>
internal static class PublicationMetadata
{
    public static IReadOnlyList<Diagnostic> MissingIn(RuleLibrary before, RuleLibrary after) =>
        [.. after.Workflows.Where(w => !before.TryGet(w.Name, out var old) || WorkflowHash.Of(old) != WorkflowHash.Of(w)).SelectMany(PublicationGaps.Of)];
}
