using System.Collections.Concurrent;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>A workflow's compiled details; see <see cref="DetailedDecision"/>. Decides from any thread.</summary>
internal sealed class DetailProgram : IDisposable
{
    private const int MostPooled = 64;
    private readonly ConcurrentQueue<Details> pool = new();
    private readonly FactFrame[] absent;
    private readonly ObjectSchema[] schemas;
    private readonly IDisposable? code;
    private DetailedDecision? decision;

    /// <summary>With <paramref name="decision"/>, whose assembly goes with <paramref name="code"/>.</summary>
    public DetailProgram(DetailEmission emission, DetailedDecision decision, IDisposable? code)
    {
        (Workflow, Layout, Paths, this.decision, this.code) = (emission.Workflow, emission.Layout, emission.Paths, decision, code);
        (IsWhole, SkippedRules) = (emission.IsWhole, emission.SkippedRules);
        schemas = [.. Workflow.Inputs.Select(i => i.Schema)];
        absent = [.. emission.AbsentSchemas.Select(schema => new FactFrame(schema, ""))];
    }

    public BoundWorkflow Workflow { get; }

    public DetailLayout Layout { get; }

    /// <summary>The facts that may be missing, by bit, in ordinal order.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>See <see cref="DetailEmission.IsWhole"/>.</summary>
    public bool IsWhole { get; }

    public IReadOnlyList<int> SkippedRules { get; }

    public static DetailProgram Create(BoundWorkflow workflow, CompiledImageCache? cache = null, CancellationToken cancellation = default)
    {
        var emission = DetailEmission.Of(workflow, cancellation);
        var loaded = LoadedCode<DetailedDecision>.Create(DetailEmitter.Write(emission), cache, cancellation);
        return new DetailProgram(emission, loaded.Method, loaded);
    }

    /// <summary>Room for one decision. Give it back when it is written.</summary>
    public Details Rent() => pool.TryDequeue(out var details) ? details : new Details(this);

    public void Return(Details details)
    {
        if (pool.Count < MostPooled) pool.Enqueue(details);
    }

    /// <summary>The verdicts alone; of a rule without code neither bit is set.</summary>
    public bool Decide(ReadOnlySpan<FactFrame> inputs, int asOfDay, Span<ulong> met, Span<ulong> notMet)
    {
        var details = Rent();
        var isDecided = Decide(inputs, asOfDay, details);
        details.Met.CopyTo(met);
        details.NotMet.CopyTo(notMet);
        Return(details);
        return isDecided;
    }

    /// <summary>See <see cref="DetailedDecision"/>. False = ask the evaluator for the whole decision, also when the code was let go meanwhile.</summary>
    public bool Decide(ReadOnlySpan<FactFrame> inputs, int asOfDay, Details details)
    {
        if (decision is not { } decide) return false;
        CompiledProgram.Refuse(Workflow, schemas, inputs);
        return decide(inputs, absent, asOfDay, details.Met, details.NotMet, details.Missing, details.Cells, out details.Noticed);
    }

    public void Dispose()
    {
        decision = null;
        code?.Dispose();
    }
}

/// <summary>Room for the details of one decision; used again and again.</summary>
internal sealed class Details
{
    /// <summary>Rules per word.</summary>
    public const int WordBits = 64;

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

    /// <summary>A bit for each of those rules.</summary>
    public static ulong[] Bits<T>(IReadOnlyList<T> rules, Func<T, bool> choose)
    {
        var words = new ulong[(rules.Count + WordBits - 1) / WordBits];
        for (var i = 0; i < rules.Count; i++)
            if (choose(rules[i])) words[i / WordBits] |= 1UL << (i % WordBits);
        return words;
    }

    public Verdict VerdictOf(int rule)
    {
        var (word, bit) = (rule / WordBits, 1UL << (rule % WordBits));
        if ((Met[word] & bit) != 0) return Verdict.Met;
        return (NotMet[word] & bit) != 0 ? Verdict.NotMet : Verdict.Undetermined;
    }
}
