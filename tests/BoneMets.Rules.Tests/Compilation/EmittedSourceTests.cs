using System.Runtime.CompilerServices;
using BoneMets.Rules.Compilation;

namespace BoneMets.Rules.Tests.Compilation;

public class EmittedSourceTests
{
    private const string Regenerate = "BONEMETS_REGENERATE";

    [Theory]
    [InlineData("mirels")]
    [InlineData("everything")]
    public void Source_is_as_recorded(string sample)
    {
        var workflow = sample == "mirels" ? Samples.Mirels() : Samples.Everything();
        IsAsRecorded(sample + ".cs", CSharpEmitter.Emit(workflow).Source);
    }

    [Fact]
    public void Details_are_as_recorded() => IsAsRecorded("mirels-details.cs", DetailEmitter.Write(DetailEmission.Of(Samples.Mirels(), CancellationToken.None)).Source);

    private static void IsAsRecorded(string file, string source)
    {
        var path = Path.Combine(SpecFolder(), file);
        if (Environment.GetEnvironmentVariable(Regenerate) == "1") File.WriteAllText(path, source);
        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == source,
            $"the emitted code differs from {Path.GetFileName(path)}; look at it, then: {Regenerate}=1 dotnet test tests/BoneMets.Rules.Tests --filter EmittedSource");
    }

    [Fact]
    public void The_same_workflow_gives_the_same_source() =>
        Assert.Equal(CSharpEmitter.Emit(Samples.Everything()).Source, CSharpEmitter.Emit(Samples.Everything()).Source);

    [Fact]
    public void Samples_are_compiled_wholly()
    {
        Assert.Empty(CSharpEmitter.Emit(Samples.Mirels()).InterpretedRules);
        Assert.Empty(CSharpEmitter.Emit(Samples.Everything()).InterpretedRules);
    }

    private static string SpecFolder([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../spec/emitted"));
}
