using System.Reflection;
using System.Runtime.Loader;
using BoneMets.Rules.Bench.Workloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BoneMets.Rules.Bench.Opponents;

/// <summary>The opponents of the second workload, compiled like any program: release mode, never unloaded, so that the JIT's tiers and profile apply.</summary>
public sealed class ThousandRules
{
    private static readonly Lazy<ThousandRules> Lazy = new(Compile);

    private ThousandRules(Assembly printed)
    {
        Nullable = Method<NullableDecision>(printed, ThousandRulesSource.Nullable);
        Plain = Method<PlainDecision>(printed, ThousandRulesSource.Plain);
        Branchless = Method<PlainDecision>(printed, ThousandRulesSource.Branchless);
    }

    public NullableDecision Nullable { get; }

    public PlainDecision Plain { get; }

    /// <summary>(b) with <c>&amp;</c> for <c>&amp;&amp;</c>: what a developer who measured would write.</summary>
    public PlainDecision Branchless { get; }

    /// <summary>Compiled on first use.</summary>
    public static ThousandRules Instance => Lazy.Value;

    private static ThousandRules Compile()
    {
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var references = trusted.Split(Path.PathSeparator).Append(typeof(ThousandRules).Assembly.Location).Distinct(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            ThousandRulesSource.Namespace,
            [CSharpSyntaxTree.ParseText(ThousandRulesSource.Text())],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success) throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(5)));
        image.Position = 0;
        return new ThousandRules(AssemblyLoadContext.Default.LoadFromStream(image));
    }

    private static T Method<T>(Assembly printed, string type)
        where T : Delegate =>
        printed.GetType($"{ThousandRulesSource.Namespace}.{type}")!.GetMethod("Decide")!.CreateDelegate<T>();
}
