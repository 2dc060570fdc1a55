using System.Xml.Linq;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Conventions;

public sealed class RepositoryTests
{
    private const int LookAgainAt = 300;
    private static readonly string Root = SpecTable.Root();

    /// <summary>Longer than 300 lines for a reason: one table, or one walk over a closed family of nodes.</summary>
    private static readonly string[] LongFiles = [];

    [Theory]
    [InlineData("BoneMets.Rules", "")]
    [InlineData("BoneMets.Rules.Verification", "BoneMets.Rules")]
    [InlineData("BoneMets.Rules.Store", "BoneMets.Rules")]
    [InlineData("BoneMets.Rules.Cli", "BoneMets.Rules,BoneMets.Rules.Verification,BoneMets.Rules.Store")]
    [InlineData("BoneMets.Rules.Server", "BoneMets.Rules,BoneMets.Rules.Verification,BoneMets.Rules.Store")]
    public void A_project_depends_only_on_what_the_design_allows(string project, string allowed)
    {
        var file = XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj"));
        var references = file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.Empty(references.Except(allowed.Split(',')));
    }

    [Fact]
    public void Source_files_are_short()
    {
        var tooLong = SourceFiles().Select(f => (Name: Path.GetRelativePath(Root, f), Lines: File.ReadAllLines(f).Length))
            .Where(f => f.Lines > LookAgainAt && !LongFiles.Contains(f.Name)).Select(f => $"{f.Name}: {f.Lines}");
        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_folder_is_a_bag_of_things()
    {
        string[] bags = ["Utils", "Util", "Helpers", "Helper", "Common", "Core", "Manager", "Managers", "Misc", "Shared", "Abstractions"];
        var found = SourceFiles().Select(f => Path.GetRelativePath(Root, f)).SelectMany(f => Path.GetDirectoryName(f)!.Split('/')).Distinct().Intersect(bags, StringComparer.OrdinalIgnoreCase);
        Assert.Empty(found);
    }

    [Fact]
    public void Every_diagnostic_has_its_page_and_every_page_its_diagnostic()
    {
        var pages = Directory.GetFiles(Path.Combine(Root, "docs", "diagnostics"), "BMR*.md").Select(f => Path.GetFileNameWithoutExtension(f)!);
        Assert.Equal(DiagnosticCode.All.Keys.Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_idea_is_told_in_the_same_words_everywhere()
    {
        const string idea = "a workflow is JSON that a clinician can read; the engine checks it, compiles it, and turns a patient's facts into a decision that says what, why, on whose evidence, and what is still missing; every change to it is replayed against golden cases before anyone relies on it.";
        foreach (var path in new[] { "README.md", "src/BoneMets.Rules/README.md", "src/BoneMets.Rules/RuleLibrary.cs" })
        {
            var text = string.Join(' ', File.ReadAllText(Path.Combine(Root, path)).Replace("///", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains(idea, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Only_the_compiler_knows_Roslyn()
    {
        var users = SourceFiles().Where(f => f.StartsWith(Path.Combine(Root, "src"), StringComparison.Ordinal) && File.ReadAllText(f).Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Root, f)).ToList();
        Assert.All(users, f => Assert.StartsWith("src/BoneMets.Rules/Compilation/", f, StringComparison.Ordinal));
    }

    private static IEnumerable<string> SourceFiles() =>
        new[] { "src", "tests", "bench" }.SelectMany(folder => Directory.GetFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal) && !f.Contains("/spec/emitted/", StringComparison.Ordinal));
}
