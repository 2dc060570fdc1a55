using BoneMets.Rules.Compilation;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Bench.Engine;

/// <summary>One workflow as the engine runs it: compiled, with the evaluator behind it.</summary>
internal sealed class EngineUnderTest : IDisposable
{
    private const int BitsPerWord = 64;
    private readonly CompiledProgram program;

    public EngineUnderTest(RuleLibrary library, string workflow)
    {
        Engine = new RuleEngine(library);
        Workflow = Engine.For(workflow);
        Workflow.CompileAsync().GetAwaiter().GetResult();
        if (!Workflow.IsCompiled) throw new InvalidOperationException($"{workflow} was not compiled", Workflow.CompilationFailure);
        program = CompiledProgram.Create(Bound);
        program.Exact = DetailProgram.Create(Bound);
        if (program.InterpretedRules.Count > 0) throw new InvalidOperationException($"{program.InterpretedRules.Count} rules of {workflow} are not compiled");
    }

    public RuleEngine Engine { get; }

    public WorkflowEngine Workflow { get; }

    public BoundWorkflow Bound => Workflow.Workflow;

    public int Words => program.Words;

    /// <summary>A frame set of its own, filled from a line.</summary>
    public FactSet Read(ReadOnlySpan<byte> line)
    {
        var facts = new FactSet(Bound.Inputs.Select(i => (i.Name, i.Schema)));
        ReadInto(line, facts);
        return facts;
    }

    public void ReadInto(ReadOnlySpan<byte> line, FactSet facts)
    {
        if (!Workflow.Facts.ReadLine(line, facts, null, out _)) throw new InvalidOperationException("the engine refuses generated facts");
    }

    /// <summary>
    /// Compiled code on doubles where it decides, compiled code on exact decimals where two numbers are too near for that, the evaluator where
    /// both decline: as a decision is made. False when the first declined.
    /// </summary>
    public bool Decide(FactSet facts, Span<ulong> met, Span<ulong> notMet)
    {
        if (program.Decide(facts.Frames, FactFrame.Unknown, met, notMet)) return true;
        if (!program.Exact!.Decide(facts.Frames, FactFrame.Unknown, met, notMet)) Evaluate(facts, met, notMet);
        return false;
    }

    public void Evaluate(FactSet facts, Span<ulong> met, Span<ulong> notMet)
    {
        met.Clear();
        notMet.Clear();
        var evaluator = new Evaluator(Bound, facts.Inputs, null);
        for (var i = 0; i < Bound.Rules.Count; i++)
        {
            if (evaluator.ValueOf(Bound.Rules[i]) is not KnownValue { Content: bool truth }) continue;
            (truth ? met : notMet)[i / BitsPerWord] |= 1UL << (i % BitsPerWord);
        }
    }

    public void Dispose()
    {
        Engine.Dispose();
        program.Dispose();
    }
}
