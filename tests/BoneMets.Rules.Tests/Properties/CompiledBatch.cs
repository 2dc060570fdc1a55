using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using BoneMets.Rules.Compilation;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>Several emitted programs in one assembly, each in a namespace of its own, otherwise unchanged.</summary>
internal sealed class CompiledBatch : IDisposable
{
    private const string Namespace = "namespace BoneMets.Rules.Generated;\n";
    private readonly AssemblyLoadContext context = new("batch", isCollectible: true);
    private readonly Assembly assembly;

    public CompiledBatch(IReadOnlyList<EmittedProgram> programs)
    {
        var source = new StringBuilder(programs[0].Source[..programs[0].Source.IndexOf(Namespace, StringComparison.Ordinal)]);
        for (var i = 0; i < programs.Count; i++)
        {
            var text = programs[i].Source;
            var start = text.IndexOf(Namespace, StringComparison.Ordinal) + Namespace.Length;
            source.Append("namespace BoneMets.Rules.Generated.W").Append(i).Append("\n{\n").Append(text.AsSpan(start)).Append("}\n");
        }
        using var image = new MemoryStream(RoslynCompiler.Compile(source.ToString()), writable: false);
        assembly = context.LoadFromStream(image);
    }

    public CompiledDecision this[int index] => Method<CompiledDecision>(index);

    public TMethod Method<TMethod>(int index)
        where TMethod : Delegate =>
        assembly.GetType($"BoneMets.Rules.Generated.W{index}.Decision")!.GetMethod(EmittedProgram.MethodName)!.CreateDelegate<TMethod>();

    /// <summary>Decisions that are still held keep the code.</summary>
    public void Dispose() => context.Unload();
}
