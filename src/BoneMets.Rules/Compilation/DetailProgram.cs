using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>A workflow's compiled details; see <see cref="DetailedDecision"/>. Decides from any thread.</summary>
internal sealed class DetailProgram : IDisposable
{
    private readonly FactFrame[] absent;
    private readonly ObjectSchema[] schemas;
    private readonly LoadedCode<DetailedDecision> code;

    private DetailProgram(DetailEmission emission, LoadedCode<DetailedDecision> code)
    {
        (Workflow, Layout, Paths, this.code) = (emission.Workflow, emission.Layout, emission.Paths, code);
        schemas = [.. Workflow.Inputs.Select(i => i.Schema)];
        absent = [.. emission.AbsentSchemas.Select(schema => new FactFrame(schema, ""))];
    }

    public BoundWorkflow Workflow { get; }

    public DetailLayout Layout { get; }

    /// <summary>The facts that may be missing, by bit, in ordinal order.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Null when the workflow has a construct without such code.</summary>
    public static DetailProgram? Create(BoundWorkflow workflow, CompiledImageCache? cache = null, CancellationToken cancellation = default)
    {
        if (Emit(workflow, cancellation) is not { } emission) return null;
        var emitted = new EmittedProgram(workflow.Name, workflow.Hash, DetailEmitter.Write(emission), []);
        return new DetailProgram(emission, LoadedCode<DetailedDecision>.Create(emitted, cache, cancellation));
    }

    public static DetailEmission? Emit(BoundWorkflow workflow, CancellationToken cancellation = default)
    {
        try
        {
            return DetailEmission.Of(workflow, cancellation);
        }
        catch (NotCompiledException)
        {
            return null;
        }
    }

    /// <summary>See <see cref="DetailedDecision"/>. False = ask the evaluator for the whole decision.</summary>
    public bool Decide(ReadOnlySpan<FactFrame> inputs, int asOfDay, Details details)
    {
        var decide = code.Method;
        CompiledProgram.Refuse(Workflow, schemas, inputs);
        return decide(inputs, absent, asOfDay, details.Met, details.NotMet, details.Missing, details.Cells, out details.Noticed);
    }

    public void Dispose() => code.Dispose();
}

/// <summary>Room for the details of one decision; used again and again.</summary>
internal sealed class Details
{
    private const int WordBits = 64;

    /// <summary>The one table of which no row applies, or -1.</summary>
#pragma warning disable CA1051 // Filled by reference.
    public int Noticed;
#pragma warning restore CA1051

    public Details(DetailProgram program)
    {
        var words = (program.Workflow.Rules.Count + WordBits - 1) / WordBits;
        (Met, NotMet) = (new ulong[words], new ulong[words]);
        Missing = new UInt128[program.Workflow.Rules.Count];
        Cells = new OutputCell[program.Layout.Cells.Count];
    }

    public ulong[] Met { get; }

    public ulong[] NotMet { get; }

    public UInt128[] Missing { get; }

    public OutputCell[] Cells { get; }

    public Verdict VerdictOf(int rule)
    {
        var (word, bit) = (rule / WordBits, 1UL << (rule % WordBits));
        if ((Met[word] & bit) != 0) return Verdict.Met;
        return (NotMet[word] & bit) != 0 ? Verdict.NotMet : Verdict.Undetermined;
    }
}
