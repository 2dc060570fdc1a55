using System.Reflection;
using BoneMets.Rules.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BoneMets.Rules.Compilation;

/// <summary>Turns emitted source into an assembly image, in release mode.</summary>
public static class RoslynCompiler
{
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: false, deterministic: true,
        concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>Only what the generated code names: the runtime and the fact frames.</summary>
    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
    [
        MetadataReference.CreateFromFile(typeof(object).Assembly.Location),
        MetadataReference.CreateFromFile(Assembly.Load("System.Runtime").Location),
        MetadataReference.CreateFromFile(Assembly.Load("System.Collections").Location),
        MetadataReference.CreateFromFile(typeof(FactFrame).Assembly.Location),
    ]);

    public static byte[] Compile(string source, CancellationToken cancellation = default)
    {
        var tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None), cancellationToken: cancellation);
        var compilation = CSharpCompilation.Create("BoneMets.Rules.Generated", [tree], References.Value, Options);
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: cancellation);
        if (result.Success) return image.ToArray();
        var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(3).Select(d => d.ToString());
        throw new InvalidOperationException("the generated code does not compile, which is a defect of the engine: " + string.Join("; ", errors));
    }
}
