using System.Diagnostics;
using System.Text.Json;
using BoneMets.Rules.Binding;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Libraries;

/// <summary>
/// The engines of a workflow without declared inputs, one per shape of input. An input that only lacks fields of a known shape uses that one, its
/// absent fields being unknown; one with further fields widens a shape that it agrees with; only fields of another type make a shape of their own.
/// The answer never depends on what came before. Thread safe.
/// </summary>
internal sealed class ShapeEngines(LibraryWorkflow workflow, EngineOptions options) : IDisposable
{
    /// <summary>The one not used for the longest time makes way for a new one.</summary>
    private const int MostShapes = 64;

    /// <summary>A shape met less often is not worth compiling.</summary>
    private const int UsesBeforeCompiling = 100;
    private readonly Lock gate = new();
    private volatile ShapeEngine[] engines = [];

    public DecisionOutcome Decide(ReadOnlySpan<byte> facts, DateOnly? asOf, Explain explain, string pointerPrefix)
    {
        List<Diagnostic>? errors = null;
        foreach (var shape in engines)
        {
            if (!TryDecide(shape.Engine, facts, asOf, explain, pointerPrefix, out var outcome)) continue;
            if (outcome.Decision is null)
            {
                errors ??= [.. outcome.Errors];
                continue;
            }
            Volatile.Write(ref shape.LastUse, Stopwatch.GetTimestamp());
            if (Interlocked.Increment(ref shape.Uses) == UsesBeforeCompiling && options.Compile) _ = shape.Engine.CompileAsync();
            return outcome;
        }
        // What is wrong with the facts is found in the same order whether or not their shape is known.
        var bag = new DiagnosticBag();
        if (Infer(facts, pointerPrefix, bag) is not { } inputs) return new DecisionOutcome(null, bag.Items);
        if (errors is not null) return new DecisionOutcome(null, errors);
        return Bind(inputs, bag) is { } added
            ? RuleEngine.Decide(added, facts, asOf, explain, pointerPrefix)
            : new DecisionOutcome(null, bag.Items);
    }

    public void Dispose()
    {
        foreach (var shape in engines) shape.Engine.Dispose();
    }

    /// <summary>False when the facts have another shape.</summary>
    private static bool TryDecide(WorkflowEngine engine, ReadOnlySpan<byte> facts, DateOnly? asOf, Explain explain, string pointerPrefix, out DecisionOutcome outcome)
    {
        var set = engine.Facts.Rent();
        try
        {
            var errors = new List<Diagnostic>();
            var isRead = engine.Facts.Read(facts, set, errors, pointerPrefix);
            outcome = new DecisionOutcome(isRead ? engine.Decide(set, asOf, explain) : null, errors);
            return isRead || !(set.ShapeMismatch || errors.TrueForAll(e => e.Code == DiagnosticCode.UnknownInput));
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
            var reader = new Utf8JsonReader(facts.StartsWith("\uFEFF"u8) ? facts["\uFEFF"u8.Length..] : facts, new JsonReaderOptions { MaxDepth = FactReader.MostNested });
            document = JsonDocument.ParseValue(ref reader);
        }
        catch (JsonException malformed)
        {
            bag.Add(Malformed(facts, pointerPrefix)
                ?? new Diagnostic(DiagnosticCode.FactsMalformed, $"the facts are not well-formed JSON at line {malformed.LineNumber + 1}", null, Pointer: pointerPrefix));
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

    /// <summary>In the words of the reader of facts.</summary>
    private static Diagnostic? Malformed(ReadOnlySpan<byte> facts, string pointerPrefix)
    {
        var reader = new FactReader([]);
        var errors = new List<Diagnostic>();
        reader.Read(facts, reader.Rent(), errors, pointerPrefix);
        return errors.Find(e => e.Code == DiagnosticCode.FactsMalformed || e.Code == DiagnosticCode.FactsTooDeep);
    }

    /// <summary>
    /// The inputs are bound as they are, so that a rule which does not fit them is an error whatever came before; what is kept is the shape of them
    /// and the newest one that they agree with, unless the rules only fit the two apart.
    /// </summary>
    private WorkflowEngine? Bind(List<BoundWorkflowInput> inputs, DiagnosticBag bag)
    {
        lock (gate)
        {
            var candidates = engines.Select(e => (Known: e, Inputs: Merge(e.Inputs, inputs))).Where(m => m.Inputs is not null).Reverse().ToList();
            if (candidates.Find(m => KeyOf(m.Inputs!) == m.Known.Key) is { Known: { } covering }) return covering.Engine;
            if (Bound(inputs, bag) is not { } own) return null;
            if (candidates is not [var newest, ..] || Bound(newest.Inputs!, new DiagnosticBag()) is not { } wider) return Keep(own, inputs);
            return Keep(wider, newest.Inputs!);
        }
    }

    private BoundWorkflow? Bound(List<BoundWorkflowInput> inputs, DiagnosticBag bag)
    {
        var binder = new LibraryBinder([.. workflow.Library.Workflows.Select(w => w.Model)], workflow.Library.Schemas, bag, BoundBefore.Nothing);
        var bound = binder.BindToShape(workflow.Name, inputs);
        if (bound is null && !bag.HasErrors) bag.Add(RuleEngine.CannotDecide(workflow.Name));
        return bound;
    }

    /// <summary>In the place of all shapes that the new one covers, and of the one that was not used for the longest time when there are too many.</summary>
    private WorkflowEngine Keep(BoundWorkflow bound, List<BoundWorkflowInput> inputs)
    {
        var added = new ShapeEngine(new WorkflowEngine(bound, workflow.Library.Evidence, options with { Compile = false }), inputs, KeyOf(inputs));
        var dropped = engines.Where(e => Merge(inputs, e.Inputs) is { } both && KeyOf(both) == added.Key).ToList();
        if (engines.Length - dropped.Count >= MostShapes) dropped.Add(engines.Except(dropped).MinBy(e => Volatile.Read(ref e.LastUse))!);
        engines = [.. engines.Except(dropped), added];
        foreach (var shape in dropped) shape.Engine.Dispose();
        return added.Engine;
    }

    /// <summary>Null when a field has another type in each.</summary>
    private static List<BoundWorkflowInput>? Merge(List<BoundWorkflowInput> known, List<BoundWorkflowInput> further)
    {
        var merged = new List<BoundWorkflowInput>();
        foreach (var input in known)
        {
            var other = further.Find(f => f.Name == input.Name);
            if (ShapeInference.Merge(input.Schema, other?.Schema ?? input.Schema) is not { } schema) return null;
            merged.Add(new BoundWorkflowInput(input.Name, schema));
        }
        merged.AddRange(further.Where(f => !known.Exists(k => k.Name == f.Name)));
        return merged;
    }

    private static string KeyOf(List<BoundWorkflowInput> inputs) => ShapeInference.KeyOf(inputs.Select(i => (i.Name, i.Schema)));

    private sealed class ShapeEngine(WorkflowEngine engine, List<BoundWorkflowInput> inputs, string key)
    {
        public int Uses;

        public long LastUse = Stopwatch.GetTimestamp();

        public WorkflowEngine Engine { get; } = engine;

        public List<BoundWorkflowInput> Inputs { get; } = inputs;

        public string Key { get; } = key;
    }
}
