using System.Reflection;
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
    private AssemblyLoadContext? context;
    private CompiledDecision? decision;

    private CompiledProgram(BoundWorkflow workflow, EmittedProgram emitted, IEnumerable<ObjectSchema> absentSchemas, byte[] image)
    {
        (Workflow, InterpretedRules) = (workflow, emitted.InterpretedRules);
        schemas = [.. workflow.Inputs.Select(i => i.Schema)];
        Words = (workflow.Rules.Count + 63) / 64;
        absent = [.. absentSchemas.Select(schema => new FactFrame(schema, ""))];
        context = new AssemblyLoadContext($"rules of {workflow.Name}", isCollectible: true);
        using var stream = new MemoryStream(image, writable: false);
        var method = context.LoadFromStream(stream).GetType(EmittedProgram.TypeName)?.GetMethod(EmittedProgram.MethodName, BindingFlags.Public | BindingFlags.Static);
        decision = (method ?? throw new InvalidDataException("not an image of the engine")).CreateDelegate<CompiledDecision>();
    }

    public BoundWorkflow Workflow { get; }

    /// <summary>Rules whose bits are never set: the evaluator decides them.</summary>
    public IReadOnlyList<int> InterpretedRules { get; }

    /// <summary>Words of 64 rules that <see cref="Decide"/> fills.</summary>
    public int Words { get; }

    internal AssemblyLoadContext? Context => context;

    /// <summary>Emits and compiles, or takes the image from the cache.</summary>
    public static CompiledProgram Create(BoundWorkflow workflow, CompiledImageCache? cache = null, CancellationToken cancellation = default)
    {
        var (emitted, absentSchemas) = CSharpEmitter.EmitWithLayout(workflow, cancellation);
        if (cache?.Find(emitted) is { } cached)
        {
            try
            {
                return new CompiledProgram(workflow, emitted, absentSchemas, cached);
            }
            catch (Exception e) when (e is BadImageFormatException or InvalidDataException)
            {
                // Intact as written, yet no image of ours: compiled again below.
            }
        }
        var image = RoslynCompiler.Compile(emitted.Source, cancellation);
        cache?.Store(emitted, image);
        return new CompiledProgram(workflow, emitted, absentSchemas, image);
    }

    /// <summary>
    /// Fills one bit per rule; see <see cref="CompiledDecision"/>. False = ask the evaluator for the whole decision.
    /// <paramref name="asOfDay"/> is a day number, or <see cref="FactFrame.Unknown"/>.
    /// </summary>
    public bool Decide(ReadOnlySpan<FactFrame> inputs, int asOfDay, Span<ulong> met, Span<ulong> notMet)
    {
        var current = decision ?? throw new ObjectDisposedException(nameof(CompiledProgram));
        if (inputs.Length != schemas.Length) throw new ArgumentException($"{schemas.Length} inputs wanted, {inputs.Length} given", nameof(inputs));
        if (met.Length < Words || notMet.Length < Words) throw new ArgumentException("not enough room for the verdicts", nameof(met));
        for (var i = 0; i < inputs.Length; i++)
            if (!ReferenceEquals(inputs[i].Schema, schemas[i])) throw new ArgumentException($"input `{Workflow.Inputs[i].Name}` has another schema", nameof(inputs));
        return current(inputs, absent, asOfDay, met, notMet);
    }

    public void Dispose()
    {
        decision = null;
        Interlocked.Exchange(ref context, null)?.Unload();
    }
}
