using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Execution;

/// <summary>A decision, or what is wrong with the request, or that it wants another release than the one at hand.</summary>
internal sealed record ExecutionAnswer(Decision? Decision, ExecuteRequest Request, ProblemKind Problem, IReadOnlyList<Diagnostic> Errors)
{
    public Explain Explain => Request.Explain;

    /// <summary>The release to ask instead; null when this one is meant.</summary>
    public int? OtherRelease { get; private init; }

    public string Detail => DetailOf(Errors);

    public static string DetailOf(IReadOnlyList<Diagnostic> errors) => errors.Count == 1 ? errors[0].Message : $"{errors.Count} findings; the first: {errors[0].Message}";

    public static ExecutionAnswer Of(LibrarySnapshot.Lease lease, LibraryWorkflow workflow, ReadOnlySpan<byte> body) =>
        workflow.IsShapeBound ? ByShape(lease, workflow.Name, body) : Declared(lease, lease.Engine.For(workflow.Name), body);

    private static ExecutionAnswer Declared(LibrarySnapshot.Lease lease, WorkflowEngine workflow, ReadOnlySpan<byte> body)
    {
        var facts = workflow.Facts.Rent();
        try
        {
            var request = ExecuteRequest.Read(body, workflow.Facts, facts, lease.Release is not null);
            if (Other(lease, request) is { } other) return other;
            return request.Errors.Count > 0 ? Refused(request) : Decided(workflow.Decide(facts, request.AsOf ?? lease.Engine.Today, request.Explain), request);
        }
        finally
        {
            workflow.Facts.Return(facts);
        }
    }

    private static ExecutionAnswer ByShape(LibrarySnapshot.Lease lease, string workflow, ReadOnlySpan<byte> body)
    {
        var request = ExecuteRequest.Read(body, null, null, lease.Release is not null);
        if (Other(lease, request) is { } other) return other;
        if (request.Errors.Count > 0) return Refused(request);
        var outcome = lease.Engine.Decide(workflow, body[request.Facts], request.AsOf ?? lease.Engine.Today, request.Explain, "/facts");
        return outcome.Decision is { } decision ? Decided(decision, request) : new ExecutionAnswer(null, request, ProblemKind.WrongFacts, outcome.Errors);
    }

    /// <summary>Null when the release at hand is meant.</summary>
    public static ExecutionAnswer? Other(LibrarySnapshot.Lease lease, ExecuteRequest request) =>
        request.Release is { } wanted && wanted != lease.Release?.Number ? new ExecutionAnswer(null, request, ProblemKind.UnknownRelease, []) { OtherRelease = wanted } : null;

    private static ExecutionAnswer Decided(Decision decision, ExecuteRequest request) => new(decision, request, ProblemKind.Unexpected, []);

    private static ExecutionAnswer Refused(ExecuteRequest request) =>
        new(null, request, request.IsMalformed ? ProblemKind.MalformedBody : ProblemKind.WrongFacts, request.Errors);
}
