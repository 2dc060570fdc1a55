using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.Facts;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Execution;

/// <summary>
/// A decision, with what was read from a Bundle where one was sent; or what is wrong with the request, or that it wants another release than
/// the one at hand.
/// </summary>
internal sealed record ExecutionAnswer(Decision? Decision, ExecuteRequest Request, ProblemKind Problem, IReadOnlyList<Diagnostic> Errors)
{
    public Explain Explain => Request.Explain;

    /// <summary>What the Bundle said that was decided on; null where the facts were given.</summary>
    public FhirReading? Reading { get; private init; }

    /// <summary>The bytes of the decision, where only they were asked for: there is no <see cref="Decision"/> then.</summary>
    public WrittenDecision? Written { get; private init; }

    /// <summary>The release to ask instead; null when this one is meant.</summary>
    public int? OtherRelease { get; private init; }

    public string Detail => DetailOf(Errors);

    public static string DetailOf(IReadOnlyList<Diagnostic> errors) => errors.Count == 1 ? errors[0].Message : $"{errors.Count} findings; the first: {errors[0].Message}";

    /// <summary>The facts that were decided on: as they were sent, or as the Bundle says them.</summary>
    public ReadOnlyMemory<byte> Facts(RequestBody body) => Reading?.Facts ?? body.JsonMemory[Request.Facts];

    /// <param name="lease">The release at hand.</param>
    /// <param name="workflow">One of it.</param>
    /// <param name="body">The request's.</param>
    /// <param name="today">The date of the decision where the request has none.</param>
    /// <param name="onlyWritten">Nobody wants more of the decision than its bytes, so that none has to be made where compiled code can write them.</param>
    public static ExecutionAnswer Of(LibrarySnapshot.Lease lease, LibraryWorkflow workflow, ReadOnlyMemory<byte> body, DateOnly today, bool onlyWritten) =>
        workflow.IsShapeBound ? ByShape(lease, workflow, body, today) : Declared(lease, workflow, body, today, onlyWritten);

    private static ExecutionAnswer Declared(LibrarySnapshot.Lease lease, LibraryWorkflow workflow, ReadOnlyMemory<byte> body, DateOnly today, bool onlyWritten)
    {
        var engine = lease.Engine.For(workflow.Name);
        var facts = engine.Facts.Rent();
        try
        {
            var request = ExecuteRequest.Read(body.Span, engine.Facts, facts, lease.Release is not null);
            if (Other(lease, request) is { } other) return other;
            if (request.Errors.Count > 0) return Refused(request);
            var asOf = request.AsOf ?? today;
            var reading = ReadBundle(workflow, request, body, asOf);
            if (reading is { Errors.Count: > 0 }) return Unreadable(request, reading);
            var errors = new List<Diagnostic>();
            if (reading is not null && !engine.Facts.Read(reading.Facts.Span, facts, errors, "/bundle")) return new ExecutionAnswer(null, request, ProblemKind.WrongBundle, errors);
            if (onlyWritten && reading is null) return new ExecutionAnswer(null, request, ProblemKind.Unexpected, []) { Written = WrittenDecision.Of(engine, facts, asOf, request.Explain) };
            return Decided(engine.Decide(facts, asOf, request.Explain), request, reading);
        }
        finally
        {
            engine.Facts.Return(facts);
        }
    }

    private static ExecutionAnswer ByShape(LibrarySnapshot.Lease lease, LibraryWorkflow workflow, ReadOnlyMemory<byte> body, DateOnly today)
    {
        var request = ExecuteRequest.Read(body.Span, null, null, lease.Release is not null);
        if (Other(lease, request) is { } other) return other;
        if (request.Errors.Count > 0) return Refused(request);
        var asOf = request.AsOf ?? today;
        var reading = ReadBundle(workflow, request, body, asOf);
        if (reading is { Errors.Count: > 0 }) return Unreadable(request, reading);
        var outcome = lease.Engine.Decide(workflow.Name, (reading?.Facts ?? body[request.Facts]).Span, asOf, request.Explain, "/facts");
        return outcome.Decision is { } decision ? Decided(decision, request, reading) : new ExecutionAnswer(null, request, ProblemKind.WrongFacts, outcome.Errors);
    }

    private static FhirReading? ReadBundle(LibraryWorkflow workflow, ExecuteRequest request, ReadOnlyMemory<byte> body, DateOnly asOf) =>
        request.Bundle is { } range ? LivingPatient.Require(BundleReport.Read(workflow, body[range], asOf, request.Patient)) : null;

    private static ExecutionAnswer Unreadable(ExecuteRequest request, FhirReading reading) => new(null, request, ProblemKind.WrongBundle, reading.Errors);

    /// <summary>Null when the release at hand is meant.</summary>
    public static ExecutionAnswer? Other(LibrarySnapshot.Lease lease, ExecuteRequest request) =>
        request.Release is { } wanted && wanted != lease.Release?.Number ? new ExecutionAnswer(null, request, ProblemKind.UnknownRelease, []) { OtherRelease = wanted } : null;

    private static ExecutionAnswer Decided(Decision decision, ExecuteRequest request, FhirReading? reading) =>
        new(decision, request, ProblemKind.Unexpected, []) { Reading = reading };

    private static ExecutionAnswer Refused(ExecuteRequest request) =>
        new(null, request, request.IsMalformed ? ProblemKind.MalformedBody : ProblemKind.WrongFacts, request.Errors);
}
