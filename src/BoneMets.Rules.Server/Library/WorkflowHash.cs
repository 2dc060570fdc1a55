using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Server.Library;

/// <summary>Equal hashes decide alike: over a workflow, what it builds on and its fact schemas; over its document alone while it is not bound.</summary>
internal static class WorkflowHash
{
    public static string Of(LibraryWorkflow workflow) => workflow.Bound?.Hash ?? ContentHash.Of(workflow.Model.Node);
}
