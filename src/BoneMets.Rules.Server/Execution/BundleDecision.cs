using System.Diagnostics;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Language;
using BoneMets.Rules.Server.Access;
using BoneMets.Rules.Server.Library;
using BoneMets.Rules.Server.Problems;
using BoneMets.Rules.Server.Recording;
using BoneMets.Rules.Server.Telemetry;

namespace BoneMets.Rules.Server.Execution;

/// <summary>What a patient's Bundle comes to on the routes that others have standardised: read, decided, recorded for keys that record, and counted.</summary>
/// <param name="Live">What decides, for today.</param>
/// <param name="At">Where the Bundle stands in the request.</param>
internal sealed record BundleDecision(HttpContext Context, LibrarySnapshot.Lease Live, BoundWorkflow Workflow, string At)
{
    private readonly long started = Stopwatch.GetTimestamp();

    public FhirReading Read(ReadOnlyMemory<byte> bundle, string? subject)
    {
        var reading = FhirFacts.Read([.. Workflow.Inputs.Select(i => (i.Name, i.Schema))], bundle, Live.Engine.Today, subject, At);
        return reading.Errors.Count == 0 ? reading : throw new ProblemException(ProblemKind.WrongBundle, ExecutionAnswer.DetailOf(reading.Errors), reading.Errors);
    }

    /// <summary>Whether the facts say that the workflow concerns the patient; null where it does not say whom it concerns.</summary>
    public Value? Relevance(FhirReading reading) => Live.Engine.Ask(Workflow.Name, reading.Facts.Span, (engine, facts) => engine.Relevance(facts, Live.Engine.Today), At).Answer;

    public async Task<Decision> DecideAsync(FhirReading reading)
    {
        var outcome = Live.Engine.Decide(Workflow.Name, reading.Facts.Span, Live.Engine.Today, Explain.Rules, At);
        if (outcome.Decision is not { } decision) throw new InvalidOperationException($"the mappings of {Workflow.Name} gave facts that its schema refuses: {string.Join(", ", outcome.Errors.Select(e => e.Code.Id))}");
        var services = Context.RequestServices;
        if (Actor.RecordsDecisions(Context.User)) await services.GetRequiredService<DecisionRecorder>().RecordAsync(decision, Explain.Rules, reading.Facts, reading, Actor.KeyOf(Context.User)!, Context.RequestAborted);
        services.GetRequiredService<ServerMeter>().Decided(decision.Workflow, decision.Status, Stopwatch.GetElapsedTime(started));
        return decision;
    }
}
