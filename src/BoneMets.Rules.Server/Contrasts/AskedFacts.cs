using System.Runtime.InteropServices;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.Execution;
using BoneMets.Rules.Server.Facts;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Contrasts;

/// <summary>The facts that somebody asks about: given, or read from a Bundle.</summary>
internal sealed record AskedFacts(ReadOnlyMemory<byte> Json, DateOnly AsOf, FhirReading? Reading)
{
    public BundleReport? Report => Reading is { } reading ? BundleReport.Of(reading) : null;

    public static AskedFacts Of(LibraryWorkflow workflow, JsonElement? facts, JsonElement? bundle, string? patient, DateOnly asOf)
    {
        var wrong = ExecuteOptions.Sources(facts is not null, bundle is not null, patient is not null).ToList();
        if (wrong.Count > 0) throw Wrong(ProblemKind.MalformedBody, wrong);
        if (facts is { } given) return new AskedFacts(JsonMarshal.GetRawUtf8Value(given).ToArray(), asOf, null);
        var reading = LivingPatient.Require(BundleReport.Read(workflow, JsonMarshal.GetRawUtf8Value(bundle!.Value).ToArray(), asOf, patient));
        return reading.Errors.Count > 0 ? throw Wrong(ProblemKind.WrongBundle, reading.Errors) : new AskedFacts(reading.Facts, asOf, reading);
    }

    /// <summary>Null when the answer is that there is none.</summary>
    public T? Ask<T>(RuleEngine engine, string workflow, Func<WorkflowEngine, FactSet, T?> ask)
        where T : class
    {
        var (answer, errors) = engine.Ask(workflow, Json.Span, ask, Reading is null ? "/facts" : "/bundle");
        return errors.Count > 0 ? throw Wrong(Reading is null ? ProblemKind.WrongFacts : ProblemKind.WrongBundle, errors) : answer;
    }

    private static ProblemException Wrong(ProblemKind kind, IReadOnlyList<Diagnostic> errors) => new(kind, ExecutionAnswer.DetailOf(errors), errors);
}
