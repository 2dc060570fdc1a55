using BoneMets.Rules.Compilation;
using BoneMets.Rules.Decisions;
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
    private readonly CancellationTokenSource disposed = new();
    private readonly Lock gate = new();
    private CompiledProgram? program;
    private Task? compilation;

    public WorkflowEngine(BoundWorkflow workflow, IReadOnlyDictionary<string, EvidenceSource> evidence, EngineOptions options)
    {
        (Workflow, this.options) = (workflow, options);
        maker = new DecisionMaker(workflow, evidence);
        Facts = new FactReader([.. workflow.Inputs.Select(i => (i.Name, i.Schema))]);
        if (options.Compile) _ = CompileAsync();
    }

    public BoundWorkflow Workflow { get; }

    /// <summary>Reads and pools the facts of this workflow's inputs.</summary>
    public FactReader Facts { get; }

    public bool IsCompiled => Volatile.Read(ref program) is not null;

    /// <summary>Why there is no compiled code although it was tried; the evaluator goes on serving.</summary>
    public Exception? CompilationFailure { get; private set; }

    /// <summary>Compiles in the background, once. The task ends when the compiled code is in use, or could not be made.</summary>
    public Task CompileAsync()
    {
        lock (gate) return compilation ??= Task.Run(Compile, disposed.Token);
    }

    /// <summary>One decision. Without <paramref name="asOf"/> the evaluation date is unknown, and missing wherever a rule reads it.</summary>
    public Decision Decide(FactSet facts, DateOnly? asOf, Explain explain = Explain.Rules)
    {
        var now = options.Clock.GetUtcNow();
        var id = options.NewDecisionId?.Invoke() ?? Guid.CreateVersion7(now);
        return maker.Decide(facts, asOf, explain, new DecisionStamp(id, now, options.Release, options.ReleaseStatus), Volatile.Read(ref program));
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (disposed.IsCancellationRequested) return;
            disposed.Cancel();
            Interlocked.Exchange(ref program, null)?.Dispose();
        }
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
