using System.Reflection;
using System.Runtime.Loader;

namespace BoneMets.Rules.Compilation;

/// <summary>The one method of an image in a load context of its own. <see cref="Dispose"/> only lets go: who is inside keeps the code alive.</summary>
internal sealed class LoadedCode<TMethod> : IDisposable
    where TMethod : Delegate
{
    private AssemblyLoadContext? context;
    private TMethod? method;

    private LoadedCode(EmittedProgram emitted, byte[] image)
    {
        context = new AssemblyLoadContext($"rules of {emitted.WorkflowName}", isCollectible: true);
        using var stream = new MemoryStream(image, writable: false);
        var found = context.LoadFromStream(stream).GetType(EmittedProgram.TypeName)?.GetMethod(EmittedProgram.MethodName, BindingFlags.Public | BindingFlags.Static);
        method = (found ?? throw new InvalidDataException("not an image of the engine")).CreateDelegate<TMethod>();
    }

    public TMethod Method => method ?? throw new ObjectDisposedException(nameof(LoadedCode<>));

    public AssemblyLoadContext? Context => context;

    /// <summary>Compiles, or takes the image from the cache.</summary>
    public static LoadedCode<TMethod> Create(EmittedProgram emitted, CompiledImageCache? cache, CancellationToken cancellation)
    {
        if (cache?.Find(emitted) is { } cached)
        {
            try
            {
                return new LoadedCode<TMethod>(emitted, cached);
            }
            catch (Exception e) when (e is BadImageFormatException or InvalidDataException)
            {
                // Intact as written, yet no image of ours: compiled again below.
            }
        }
        var image = RoslynCompiler.Compile(emitted.Source, cancellation);
        cache?.Store(emitted, image);
        return new LoadedCode<TMethod>(emitted, image);
    }

    public void Dispose()
    {
        method = null;
        Interlocked.Exchange(ref context, null)?.Unload();
    }
}
