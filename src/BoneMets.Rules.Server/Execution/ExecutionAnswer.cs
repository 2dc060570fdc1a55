using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Execution;

/// <summary>A decision, or what is wrong with the request.</summary>
internal sealed record ExecutionAnswer(Decision? Decision, Explain Explain, ProblemKind Problem, IReadOnlyList<Diagnostic> Errors)
{
    public string Detail => Errors.Count == 1 ? Errors[0].Message : $"{Errors.Count} findings; the first: {Errors[0].Message}";

    public static ExecutionAnswer Of(RuleEngine engine, LibraryWorkflow workflow, ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8)) body = body["\uFEFF"u8.Length..];
        return workflow.IsShapeBound ? ByShape(engine, workflow.Name, body) : Declared(engine, engine.For(workflow.Name), body);
    }

    private static ExecutionAnswer Declared(RuleEngine engine, WorkflowEngine workflow, ReadOnlySpan<byte> body)
    {
        var facts = workflow.Facts.Rent();
        try
        {
            var request = ExecuteRequest.Read(body, workflow.Facts, facts);
            return request.Errors.Count > 0 ? Refused(request) : Decided(workflow.Decide(facts, request.AsOf ?? engine.Today, request.Explain), request.Explain);
        }
        finally
        {
            workflow.Facts.Return(facts);
        }
    }

    private static ExecutionAnswer ByShape(RuleEngine engine, string workflow, ReadOnlySpan<byte> body)
    {
        var request = ExecuteRequest.Read(body, null, null);
        if (request.Errors.Count > 0) return Refused(request);
        var outcome = engine.Decide(workflow, body[request.Facts], request.AsOf ?? engine.Today, request.Explain, "/facts");
        return outcome.Decision is { } decision
            ? Decided(decision, request.Explain)
            : new ExecutionAnswer(null, request.Explain, ProblemKind.WrongFacts, outcome.Errors);
    }

    private static ExecutionAnswer Decided(Decision decision, Explain explain) => new(decision, explain, ProblemKind.Unexpected, []);

    private static ExecutionAnswer Refused(ExecuteRequest request) =>
        new(null, request.Explain, request.IsMalformed ? ProblemKind.MalformedBody : ProblemKind.WrongFacts, request.Errors);
}
