using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Verification.Analysis;

namespace BoneMets.Rules.Tests.Verification.Analysis;

/// <summary>The documents of <c>tests/spec/analysis</c>: planted faults that the analysis must find, and sound workflows of which it must say nothing.</summary>
public sealed class AnalysisCorpusTests
{
    public static TheoryData<string> Names => [.. AnalysisCorpus.Entries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_analysis_finds_exactly_this(string name)
    {
        var entry = AnalysisCorpus.Entries[name];
        using var engine = entry.Load();
        var report = LibraryAnalysis.Of(engine);
        NeedsSolver(report);
        Assert.Equal(entry.Findings.Order(StringComparer.Ordinal), report.Findings.Select(Line).Order(StringComparer.Ordinal));
        Assert.Equal(entry.Open.Order(StringComparer.Ordinal), report.Open.Select(o => o.Subject).Order(StringComparer.Ordinal));
        foreach (var finding in report.Findings)
        {
            var witness = new Witness(engine, finding);
            if (finding.Example is not { } example)
            {
                Assert.False(witness.IsNeeded, $"no example: {finding.Diagnostic}");
                continue;
            }
            Assert.True(witness.Shows(example), $"{example.Facts.ToJsonString()} does not show it: {finding.Diagnostic}");
            Assert.Empty(Witness.Smaller(example).Where(witness.Shows).Select(s => $"{s.Facts.ToJsonString()} shows it too: {finding.Diagnostic}"));
        }
    }

    [Fact]
    public void Every_kind_of_fault_is_planted_in_several_shapes_beside_sound_workflows()
    {
        var entries = AnalysisCorpus.Entries.Values;
        foreach (var code in DiagnosticCode.All.Keys.Where(c => c.StartsWith("BMR7", StringComparison.Ordinal)))
            Assert.True(entries.Count(e => e.Findings.Any(f => f.StartsWith(code, StringComparison.Ordinal))) >= 5, $"too few entries for {code}");
        Assert.True(entries.Count(e => e.Findings.Count > 0) >= 150);
        Assert.True(entries.Count(e => e.Findings.Count == 0) >= 100);
    }

    [Fact]
    public void Without_the_solver_every_workflow_is_an_open_question_and_what_needs_none_is_still_found()
    {
        using var engine = AnalysisCorpus.Entries["Nothing reads an input"].Load();
        var report = LibraryAnalysis.Of(engine, useSolver: false);
        Assert.Null(report.Solver);
        Assert.Equal(["BMR7010 /Inputs/1"], report.Findings.Select(Line));
        Assert.Equal(["all rules and tables"], report.Open.Select(o => o.Subject));
    }

    [Fact]
    public void What_there_was_no_time_for_is_an_open_question_and_never_a_pass()
    {
        using var engine = AnalysisCorpus.Entries["Two independent facts withhold each other"].Load();
        var report = LibraryAnalysis.Of(engine, perWorkflow: TimeSpan.Zero);
        NeedsSolver(report);
        Assert.Empty(report.Findings);
        Assert.Equal((0, "everything that was not asked yet"), (report.Questions, Assert.Single(report.Open).Subject));
    }

    internal static void NeedsSolver(AnalysisReport report) =>
        Assert.True(report.Solver is not null, "the solver `z3` is not installed, and the tests of the analysis need it: install the package z3");

    /// <summary>As the entries write it: the workflow only when it is not the first one, the severity only when it is not that of the code.</summary>
    private static string Line(Finding finding)
    {
        var (diagnostic, workflow) = (finding.Diagnostic, finding.Workflow == "W" ? "" : finding.Workflow + " ");
        var severity = diagnostic.Severity == diagnostic.Code.Severity ? "" : $" {diagnostic.Severity.ToString().ToLowerInvariant()}";
        return $"{diagnostic.Code.Id} {workflow}{diagnostic.Pointer}{severity}";
    }
}
