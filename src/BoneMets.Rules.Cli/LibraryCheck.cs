using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Verification.Analysis;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Publication;

namespace BoneMets.Rules.Cli;

/// <summary>Everything that is found about a library without replaying its cases.</summary>
/// <param name="Analysis">Null when it was left out: it takes seconds where everything else takes none.</param>
internal sealed record LibraryCheck(IReadOnlyList<Diagnostic> Findings, int Cases, AnalysisReport? Analysis)
{
    public IEnumerable<Diagnostic> Errors => Findings.Where(f => f.IsError);

    public static LibraryCheck Of(LoadedLibrary loaded, TimeProvider clock, bool analyse, CancellationToken cancellation)
    {
        var bag = new DiagnosticBag();
        bag.AddRange(loaded.Load.Diagnostics);
        var suite = CaseSuite.Of(loaded.Library, []);
        using var engine = new RuleEngine(loaded.Library, new EngineOptions { Compile = false });
        bag.AddRange(CaseChecker.Check(engine, suite, cancellation));
        bag.AddRange(OverdueReviews.Find(loaded.Library, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
        foreach (var workflow in loaded.Library.Workflows) bag.AddRange(PublicationGaps.Of(workflow));
        var analysis = analyse ? LibraryAnalysis.Of(engine, cancellation: cancellation) : null;
        bag.AddRange(analysis?.Findings.Select(f => f.Diagnostic) ?? []);
        return new LibraryCheck([.. bag.Sorted()], suite.Cases.Count, analysis);
    }
}
