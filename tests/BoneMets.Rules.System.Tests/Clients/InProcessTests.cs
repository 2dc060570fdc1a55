using System.IO.Compression;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.Extensions.DependencyInjection;

namespace BoneMets.Rules.System.Tests.Clients;

/// <summary>The engine inside somebody's own application.</summary>
public sealed class InProcessTests : IDisposable
{
    private readonly string library = Repository.CopyLibrary();

    public void Dispose() => Directory.Delete(library, recursive: true);

    [Fact]
    public void A_workflow_decides_on_an_object_and_on_JSON()
    {
        var load = RuleLibrary.Load(library);
        var decision = load["MirelsFractureRisk"].Decide(new { lesion = new { Fractured = true, pain = (string?)null } }, new DateOnly(2026, 1, 31), Explain.Full);
        Assert.Equal((Verdict.Met, new DateOnly(2026, 1, 31)), (decision["ActualFracture"], decision.AsOf));
        Assert.Contains(decision.Missing, m => m.Fact == "lesion.pain" || m.Fact == "lesion.site");
        Assert.Equal(decision.Hash, load["MirelsFractureRisk"].Decide("""{"lesion":{"fractured":true}}"""u8).Hash);
    }

    [Fact]
    public void Facts_that_do_not_fit_and_libraries_with_errors_are_exceptions_that_say_everything()
    {
        var load = RuleLibrary.Load(library);
        var wrong = Assert.Throws<FactsException>(() => load["MirelsFractureRisk"].Decide(new { lesion = new { fractured = "yes", siet = 1 } }));
        Assert.Equal(["/lesion/fractured", "/lesion/siet"], wrong.Errors.Select(e => e.Pointer));
        Assert.Contains("site", wrong.Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => load["Mirels"]);

        File.WriteAllText(Path.Combine(library, "mirels-fracture-risk", "workflow.json"), """{"WorkflowName": "MirelsFractureRisk", "Inputs": [], "Rules": [{"RuleName": "A", "Expression": "zzz"}]}""");
        var broken = RuleLibrary.Load(library);
        Assert.Contains("zzz", Assert.Throws<LibraryException>(() => broken["Hypercalcemia"]).Message, StringComparison.Ordinal);
        Assert.Throws<LibraryException>(() => broken.Library["MirelsFractureRisk"].Decide(new { }));
    }

    [Fact]
    public void A_container_has_one_engine_and_reads_the_folder_when_it_is_asked_for()
    {
        using var services = new ServiceCollection().AddBoneMetsRules(library, new EngineOptions { Compile = false }).AddBoneMetsRules("nowhere").BuildServiceProvider();
        using var own = new ServiceCollection().AddBoneMetsRules(library).BuildServiceProvider();
        Assert.Same(own.GetRequiredService<RuleEngine>(), own.GetRequiredService<RuleEngine>());
        Assert.NotNull(own.GetRequiredService<RuleEngine>().Decide("Hypercalcemia", "{}"u8, new DateOnly(2026, 1, 31)).Decision);
        Assert.ThrowsAny<Exception>(() => services.GetRequiredService<RuleLibrary>());
    }

    [Theory]
    [InlineData("BoneMets.Rules")]
    [InlineData("BoneMets.Rules.Client")]
    public async Task A_package_holds_the_assembly_its_documentation_and_the_README(string project)
    {
        var target = Path.Combine(library, "packages");
        await ProgramRun.OutputAsync("dotnet", ["pack", Path.Combine(Repository.Root, "src", project), "-c", "Release", "--no-build", "--nologo", "-o", target]);
        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(target, "*.nupkg")));
        foreach (var file in new[] { $"lib/net10.0/{project}.dll", $"lib/net10.0/{project}.xml", "README.md" }) Assert.NotNull(package.GetEntry(file));
    }
}
