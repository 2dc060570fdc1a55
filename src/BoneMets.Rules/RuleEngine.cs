using System.Collections.Concurrent;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Libraries;

namespace BoneMets.Rules;

/// <summary>Decides with the workflows of one library: the entry for applications. Thread safe. Dispose it when its library is replaced; decisions under way end well.</summary>
public sealed class RuleEngine(RuleLibrary library, EngineOptions? options = null) : IDisposable
{
    private readonly EngineOptions options = options ?? new EngineOptions();
    private readonly ConcurrentDictionary<string, Lazy<WorkflowEngine>> engines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ShapeEngines> shapes = new(StringComparer.Ordinal);

    public RuleLibrary Library { get; } = library;

    /// <summary>Today in UTC: the evaluation date when a caller gives none.</summary>
    public DateOnly Today => DateOnly.FromDateTime(options.Clock.GetUtcNow().UtcDateTime);

    /// <summary>The engine of a workflow with declared inputs and without errors.</summary>
    public WorkflowEngine For(string workflow)
    {
        var bound = Library[workflow].Bound ?? throw new InvalidOperationException($"workflow `{workflow}` is not bound");
        return engines.GetOrAdd(workflow, _ => new Lazy<WorkflowEngine>(() => new WorkflowEngine(bound, Library.Evidence, options))).Value;
    }

    /// <summary>
    /// One decision from facts as JSON, <c>{"patient": {…}}</c>. Wrong facts give findings and no decision.
    /// <paramref name="pointerPrefix"/> is where the facts stand in the caller's message.
    /// </summary>
    public DecisionOutcome Decide(string workflow, ReadOnlySpan<byte> facts, DateOnly? asOf, Explain explain = Explain.Rules, string pointerPrefix = "")
    {
        if (!Library.TryGet(workflow, out var found)) return new DecisionOutcome(null, [NoWorkflow(workflow)]);
        if (found.IsShapeBound) return ShapesOf(found).Decide(facts, asOf, explain, pointerPrefix);
        if (found.Bound is null)
            return new DecisionOutcome(null, [CannotDecide(workflow)]);
        return Decide(For(workflow), facts, asOf, explain, pointerPrefix);
    }

    /// <summary>The same without advice.</summary>
    public (Judgement? Judgement, IReadOnlyList<Diagnostic> Errors) Judge(string workflow, ReadOnlySpan<byte> facts, DateOnly? asOf)
    {
        if (Library.TryGet(workflow, out var found) && found.Bound is not null)
        {
            var engine = For(workflow);
            return WithFacts(engine, facts, "", set => engine.Judge(set, asOf));
        }
        var outcome = Decide(workflow, facts, asOf, Explain.None);
        return (outcome.Decision, outcome.Errors);
    }

    /// <summary>
    /// What somebody asks about facts, of a workflow with declared inputs: <see cref="Contrasts.NextQuestions"/>, <see cref="Contrasts.RuleContrasts"/>.
    /// Wrong facts give findings and no answer. The facts are only lent.
    /// </summary>
    public (T? Answer, IReadOnlyList<Diagnostic> Errors) Ask<T>(string workflow, ReadOnlySpan<byte> facts, Func<WorkflowEngine, FactSet, T?> ask, string pointerPrefix = "")
        where T : class
    {
        if (!Library.TryGet(workflow, out var found)) return (null, [NoWorkflow(workflow)]);
        if (found.IsShapeBound) return (null, [new Diagnostic(DiagnosticCode.UnknownWorkflow, $"workflow `{workflow}` declares no `Inputs`, so nothing is known of the facts that it could have", "declare its inputs and their fact schemas")]);
        if (found.Bound is null) return (null, [CannotDecide(workflow)]);
        var engine = For(workflow);
        return WithFacts(engine, facts, pointerPrefix, set => ask(engine, set));
    }

    public void Dispose()
    {
        foreach (var engine in engines.Values)
            if (engine.IsValueCreated) engine.Value.Dispose();
        foreach (var shape in shapes.Values) shape.Dispose();
    }

    /// <summary>The workflow, or one that it uses, has errors.</summary>
    internal static Diagnostic CannotDecide(string workflow) =>
        new(DiagnosticCode.UnknownWorkflow, $"workflow `{workflow}` has errors and cannot decide", "`bonemets check` lists them");

    internal static DecisionOutcome Decide(WorkflowEngine engine, ReadOnlySpan<byte> facts, DateOnly? asOf, Explain explain, string pointerPrefix)
    {
        var (decision, errors) = WithFacts(engine, facts, pointerPrefix, set => engine.Decide(set, asOf, explain));
        return new DecisionOutcome(decision, errors);
    }

    private Diagnostic NoWorkflow(string workflow) =>
        new(DiagnosticCode.UnknownWorkflow, $"there is no workflow `{workflow}`", Suggestion.DidYouMean(workflow, Library.Workflows.Select(w => w.Name)));

    private static (T? Result, IReadOnlyList<Diagnostic> Errors) WithFacts<T>(WorkflowEngine engine, ReadOnlySpan<byte> facts, string pointerPrefix, Func<FactSet, T?> decide)
        where T : class
    {
        var set = engine.Facts.Rent();
        try
        {
            var errors = new List<Diagnostic>();
            return engine.Facts.Read(facts, set, errors, pointerPrefix) ? (decide(set), []) : (null, errors);
        }
        finally
        {
            engine.Facts.Return(set);
        }
    }

    private ShapeEngines ShapesOf(LibraryWorkflow workflow) =>
        shapes.GetOrAdd(workflow.Name, _ => new ShapeEngines(workflow, options));
}

/// <summary>A decision, or what is wrong with the facts.</summary>
public sealed record DecisionOutcome(Decision? Decision, IReadOnlyList<Diagnostic> Errors);
