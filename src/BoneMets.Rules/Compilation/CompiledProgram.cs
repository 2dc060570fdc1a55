using System.Runtime.Loader;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Compilation;

/// <summary>
/// A workflow's compiled rules in a load context of their own. Decides from any thread. <see cref="Dispose"/> only lets go: a decision
/// under way keeps the code alive, and the memory comes back when the last one is done.
/// </summary>
public sealed class CompiledProgram : IDisposable
{
    private readonly FactFrame[] absent;
    private readonly ObjectSchema[] schemas;
    private readonly LoadedCode<CompiledDecision> code;

    private CompiledProgram(BoundWorkflow workflow, EmittedProgram emitted, IEnumerable<ObjectSchema> absentSchemas, LoadedCode<CompiledDecision> code)
    {
        (Workflow, InterpretedRules, this.code) = (workflow, emitted.InterpretedRules, code);
        schemas = [.. workflow.Inputs.Select(i => i.Schema)];
        Words = (workflow.Rules.Count + 63) / 64;
        absent = [.. absentSchemas.Select(schema => new FactFrame(schema, ""))];
    }

    public BoundWorkflow Workflow { get; }

    /// <summary>Rules whose bits are never set: the evaluator decides them.</summary>
    public IReadOnlyList<int> InterpretedRules { get; }

    /// <summary>Words of 64 rules that <see cref="Decide"/> fills.</summary>
    public int Words { get; }

    /// <summary>Once it is there it decides what the doubles leave open: values on a threshold.</summary>
    internal DetailProgram? Exact { get; set; }

    internal AssemblyLoadContext? Context => code.Context;

    /// <summary>Emits and compiles, or takes the image from the cache.</summary>
    public static CompiledProgram Create(BoundWorkflow workflow, CompiledImageCache? cache = null, CancellationToken cancellation = default)
    {
        var (emitted, absentSchemas) = CSharpEmitter.EmitWithLayout(workflow, cancellation);
        return new CompiledProgram(workflow, emitted, absentSchemas, LoadedCode<CompiledDecision>.Create(emitted, cache, cancellation));
    }

    /// <summary>
    /// Fills one bit per rule; see <see cref="CompiledDecision"/>. False = ask the evaluator for the whole decision.
    /// <paramref name="asOfDay"/> is a day number, or <see cref="FactFrame.Unknown"/>.
    /// </summary>
    public bool Decide(ReadOnlySpan<FactFrame> inputs, int asOfDay, Span<ulong> met, Span<ulong> notMet)
    {
        var decide = code.Method;
        Refuse(Workflow, schemas, inputs);
        if (met.Length < Words || notMet.Length < Words) throw new ArgumentException("not enough room for the verdicts", nameof(met));
        return decide(inputs, absent, asOfDay, met, notMet);
    }

    public void Dispose()
    {
        code.Dispose();
        Exact?.Dispose();
    }

    /// <summary>Generated code reads frames by position, so frames of another layout must not reach it.</summary>
    internal static void Refuse(BoundWorkflow workflow, ObjectSchema[] schemas, ReadOnlySpan<FactFrame> inputs)
    {
        if (inputs.Length != schemas.Length) throw new ArgumentException($"{schemas.Length} inputs wanted, {inputs.Length} given", nameof(inputs));
        for (var i = 0; i < inputs.Length; i++)
            if (!ReferenceEquals(inputs[i].Schema, schemas[i])) throw new ArgumentException($"input `{workflow.Inputs[i].Name}` has another schema", nameof(inputs));
    }
}
