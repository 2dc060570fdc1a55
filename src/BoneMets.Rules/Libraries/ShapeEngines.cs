using System.Text.Json;
using BoneMets.Rules.Binding;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Libraries;

/// <summary>
/// The engines of a workflow without declared inputs, one per shape of input that it has met. An input that only lacks fields of a known
/// shape uses that one, its absent fields being unknown. Thread safe.
/// </summary>
internal sealed class ShapeEngines(LibraryWorkflow workflow, EngineOptions options) : IDisposable
{
    private const int MostShapes = 64;

    /// <summary>A shape met less often is not worth compiling.</summary>
    private const int UsesBeforeCompiling = 100;
    private readonly Lock gate = new();
    private volatile ShapeEngine[] engines = [];

    public DecisionOutcome Decide(ReadOnlySpan<byte> facts, DateOnly? asOf, Explain explain, string pointerPrefix)
    {
        foreach (var shape in engines)
        {
            if (TryDecide(shape.Engine, facts, asOf, explain, pointerPrefix) is not { } outcome) continue;
            if (Interlocked.Increment(ref shape.Uses) == UsesBeforeCompiling && options.Compile) _ = shape.Engine.CompileAsync();
            return outcome;
        }
        var bag = new DiagnosticBag();
        return Infer(facts, pointerPrefix, bag) is { } inputs && Bind(inputs, bag) is { } added
            ? RuleEngine.Decide(added, facts, asOf, explain, pointerPrefix)
            : new DecisionOutcome(null, bag.Items);
    }

    public void Dispose()
    {
        foreach (var shape in engines) shape.Engine.Dispose();
    }

    /// <summary>Null when the facts have another shape.</summary>
    private static DecisionOutcome? TryDecide(WorkflowEngine engine, ReadOnlySpan<byte> facts, DateOnly? asOf, Explain explain, string pointerPrefix)
    {
        var set = engine.Facts.Rent();
        try
        {
            var errors = new List<Diagnostic>();
            if (engine.Facts.Read(facts, set, errors, pointerPrefix)) return new DecisionOutcome(engine.Decide(set, asOf, explain), []);
            return set.ShapeMismatch || errors.TrueForAll(e => e.Code == DiagnosticCode.UnknownInput) ? null : new DecisionOutcome(null, errors);
        }
        finally
        {
            engine.Facts.Return(set);
        }
    }

    private static List<BoundWorkflowInput>? Infer(ReadOnlySpan<byte> facts, string pointerPrefix, DiagnosticBag bag)
    {
        JsonDocument document;
        try
        {
            var reader = new Utf8JsonReader(facts, new JsonReaderOptions { MaxDepth = FactReader.MostNested });
            document = JsonDocument.ParseValue(ref reader);
        }
        catch (JsonException malformed)
        {
            bag.Add(new Diagnostic(DiagnosticCode.FactsMalformed, $"the facts are not well-formed JSON at line {malformed.LineNumber + 1}", null, Pointer: pointerPrefix));
            return null;
        }
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                bag.Add(new Diagnostic(DiagnosticCode.WrongFactType, "the facts are an object with the workflow's inputs", "write {\"input1\": {…}}", Pointer: pointerPrefix));
                return null;
            }
            var inputs = new List<BoundWorkflowInput>();
            foreach (var property in document.RootElement.EnumerateObject())
                if (ShapeInference.Infer(property.Name, property.Value, bag) is { } schema) inputs.Add(new BoundWorkflowInput(property.Name, schema));
            return bag.HasErrors ? null : inputs;
        }
    }

    private WorkflowEngine? Bind(List<BoundWorkflowInput> inputs, DiagnosticBag bag)
    {
        lock (gate)
        {
            if (engines.Length >= MostShapes)
            {
                bag.Add(new Diagnostic(DiagnosticCode.TooManyShapes, $"workflow `{workflow.Name}` has met {MostShapes} different shapes of input already", "declare its `Inputs`"));
                return null;
            }
            var binder = new LibraryBinder([.. workflow.Library.Workflows.Select(w => w.Model)], workflow.Library.Schemas, bag);
            var bound = binder.BindToShape(workflow.Name, inputs);
            if (bound is null)
            {
                if (!bag.HasErrors) bag.Add(RuleEngine.CannotDecide(workflow.Name));
                return null;
            }
            var engine = new WorkflowEngine(bound, workflow.Library.Evidence, options with { Compile = false });
            engines = [.. engines, new ShapeEngine(engine)];
            return engine;
        }
    }

    private sealed class ShapeEngine(WorkflowEngine engine)
    {
        public int Uses;

        public WorkflowEngine Engine { get; } = engine;
    }
}
