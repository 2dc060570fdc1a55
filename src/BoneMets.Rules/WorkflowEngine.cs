using System.Buffers;
using System.Text.Json;
using BoneMets.Rules.Compilation;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules;

/// <summary>
/// Decides with one bound workflow. The evaluator serves from the first moment; compiled code is made in the background and takes over the
/// verdicts when it is ready, so a new version costs no cold start. Both give the same answers. Thread safe; <see cref="Dispose"/> lets go of
/// the compiled code, which is unloaded when the last decision under way is done.
/// </summary>
public sealed class WorkflowEngine : IDisposable
{
    private readonly DecisionMaker maker;
    private readonly EngineOptions options;
    private readonly IReadOnlyDictionary<string, EvidenceSource> evidence;
    private readonly CancellationTokenSource disposed = new();
    private readonly Lock gate = new();

    /// <summary>Null when rules of included workflows join a decision: which, is known only when it is made.</summary>
    private readonly RuleHeading[]? headings;
    private CompiledProgram? program;
    private FastDecisionWriter? fastWriter;
    private Task? compilation;

    public WorkflowEngine(BoundWorkflow workflow, IReadOnlyDictionary<string, EvidenceSource> evidence, EngineOptions options)
    {
        (Workflow, this.evidence, this.options) = (workflow, evidence, options);
        maker = new DecisionMaker(workflow, evidence);
        if (workflow.Includes.Count == 0) headings = [.. workflow.Rules.Select(r => new RuleHeading(r.Name, r.Model.Title, r.Model.SuccessEvent, r.Parent is not null))];
        Facts = new FactReader([.. workflow.Inputs.Select(i => (i.Name, i.Schema))]);
        if (options.Compile) _ = CompileAsync();
    }

    public BoundWorkflow Workflow { get; }

    /// <summary>Reads and pools the facts of this workflow's inputs.</summary>
    public FactReader Facts { get; }

    public bool IsCompiled => Volatile.Read(ref program) is not null;

    /// <summary>Whether <see cref="Write"/> has compiled code too; it never has for a workflow with a construct that only the evaluator knows.</summary>
    public bool WritesCompiled => Volatile.Read(ref fastWriter) is not null;

    /// <summary>Why there is no compiled code although it was tried; the evaluator goes on serving.</summary>
    public Exception? CompilationFailure { get; private set; }

    /// <summary>Compiles in the background, once. The task ends when the compiled code is in use, or could not be made.</summary>
    public Task CompileAsync()
    {
        lock (gate) return compilation ??= Task.Run(Compile, disposed.Token);
    }

    /// <summary>
    /// Decides and writes the decision as JSON, the same bytes as <see cref="DecisionWriter"/>; with compiled code in use nothing is allocated,
    /// unless everything is to be explained. Without <paramref name="stamped"/> it has neither <c>decisionId</c> nor <c>evaluatedAt</c>.
    /// </summary>
    public DecisionStatus Write(FactSet facts, DateOnly? asOf, IBufferWriter<byte> output, bool stamped = true, Explain explain = Explain.None)
    {
        var stamp = stamped ? NewStamp() : default(DecisionStamp?);
        if (explain != Explain.Full && Volatile.Read(ref fastWriter) is { } fast && fast.TryWrite(facts, asOf, explain, stamp, output, out var status)) return status;
        var unstamped = new DecisionStamp(default, default, options.Release, options.ReleaseStatus);
        var decision = maker.Decide(facts, asOf, explain, stamp ?? unstamped, Volatile.Read(ref program));
        using var writer = new Utf8JsonWriter(output, DecisionWriter.Compact with { SkipValidation = true });
        DecisionWriter.Write(writer, decision, explain, stamped);
        return decision.Status;
    }

    /// <summary>One decision. Without <paramref name="asOf"/> the evaluation date is unknown, and missing wherever a rule reads it.</summary>
    public Decision Decide(FactSet facts, DateOnly? asOf, Explain explain = Explain.Rules)
    {
        return maker.Decide(facts, asOf, explain, NewStamp(), Volatile.Read(ref program));
    }

    /// <summary>What a decision finds, without its advice: for whoever compares verdicts and values of many patients.</summary>
    public Judgement Judge(FactSet facts, DateOnly? asOf) => maker.Judge(facts, asOf, Volatile.Read(ref program));

    /// <summary>The verdicts alone: with compiled code in use they cost less than any result that is made of them.</summary>
    public RuleVerdicts Verdicts(FactSet facts, DateOnly? asOf)
    {
        if (headings is not null && Volatile.Read(ref program) is { InterpretedRules.Count: 0 } compiled && CompiledVerdicts.Of(compiled, facts, asOf) is { } verdicts)
            return new RuleVerdicts(headings, verdicts);
        return new RuleVerdicts(Judge(facts, asOf));
    }

    /// <summary>The same, watched: every definition that takes part is evaluated before the eyes of <paramref name="trace"/>, whether or not there is compiled code.</summary>
    public Judgement Judge(FactSet facts, DateOnly? asOf, ITrace trace) => maker.Judge(facts, asOf, null, trace);

    /// <summary>Whether the facts say that the workflow concerns the patient: true, false, unknown or a fault; null where it does not say whom it concerns.</summary>
    public Value? Relevance(FactSet facts, DateOnly? asOf) => Workflow.Relevance is { } relevance ? new Evaluator(Workflow, facts.Inputs, asOf).Evaluate(relevance.Condition) : null;

    public void Dispose()
    {
        lock (gate)
        {
            if (disposed.IsCancellationRequested) return;
            disposed.Cancel();
            Interlocked.Exchange(ref program, null)?.Dispose();
            Volatile.Write(ref fastWriter, null);
        }
    }

    private DecisionStamp NewStamp()
    {
        var now = options.Clock.GetUtcNow();
        return new DecisionStamp(options.NewDecisionId?.Invoke() ?? DecisionIds.New(now), now, options.Release, options.ReleaseStatus);
    }

    private void Compile()
    {
        try
        {
            var cache = options.CacheDirectory is { } directory ? new CompiledImageCache(directory) : null;
            var compiled = CompiledProgram.Create(Workflow, cache, disposed.Token);
            lock (gate)
            {
                if (disposed.IsCancellationRequested) compiled.Dispose();
                else Volatile.Write(ref program, compiled);
            }
            var details = DetailProgram.Create(Workflow, cache, disposed.Token);
            var fast = details.IsWhole ? new FastDecisionWriter(details, evidence, options.Release, options.ReleaseStatus) : null;
            lock (gate)
            {
                compiled.Exact = details;
                if (disposed.IsCancellationRequested) details.Dispose();
                else Volatile.Write(ref fastWriter, fast);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any more.
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
            CompilationFailure = e;
        }
    }
}
