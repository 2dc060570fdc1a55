using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Tests.Spec;
using BoneMets.Rules.Verification.Analysis;

namespace BoneMets.Rules.Tests.Content;

/// <summary>What the analysis finds in the shipped content is mended or justified.</summary>
public sealed class ShippedAnalysisTests
{
    private const string Heading = "## Remarks of the analysis";

    [Fact]
    public void Nothing_stays_open_nothing_is_wrong_and_every_remark_is_justified_in_the_workflows_README()
    {
        using var engine = new RuleEngine(Shipped.Library, new EngineOptions { Compile = false });
        var report = LibraryAnalysis.Of(engine, perWorkflow: TimeSpan.FromMinutes(5));
        Assert.True(report.Solver is not null, "the solver `z3` is not installed, and this test needs it: install the package z3");
        Assert.Empty(report.Open);
        Assert.Empty(report.Findings.Where(f => f.Diagnostic.Severity != Severity.Info).Select(f => f.Diagnostic.ToString()));
        Assert.NotEmpty(report.Findings);
        Assert.Empty(report.Findings.Where(f => !Remarks(f).Contains($"`{Rule(f)}`", StringComparison.Ordinal)).Select(f => f.Diagnostic.ToString()));
    }

    private static string Remarks(Finding finding)
    {
        var text = File.ReadAllText(Path.Combine(SpecTable.Root(), "workflows", Path.GetDirectoryName(finding.Diagnostic.Document)!, "README.md"));
        var start = text.IndexOf(Heading, StringComparison.Ordinal);
        if (start < 0) return "";
        var end = text.IndexOf("\n## ", start, StringComparison.Ordinal);
        return end < 0 ? text[start..] : text[start..end];
    }

    /// <summary>The one that it is about is the first that the message names.</summary>
    private static string Rule(Finding finding) => finding.Diagnostic.Message.Split('`')[1];
}
