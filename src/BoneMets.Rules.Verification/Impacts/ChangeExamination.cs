using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Verification.Impacts;

/// <summary>The evidence for review of a change: what is wrong with it, what its golden cases say, and whom it affects.</summary>
/// <param name="Impact">Against the content that it is based on; null when either content has errors.</param>
public sealed record ChangeExamination(IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<CaseResult> Cases, Impact? Impact)
{
    public IEnumerable<Diagnostic> Errors => Diagnostics.Where(d => d.IsError);

    public IEnumerable<CaseResult> Failed => Cases.Where(c => !c.Passed);

    /// <summary>How many findings forbid publishing it.</summary>
    public int Against => Errors.Count() + Failed.Count();

    /// <summary>Cases are replayed only when the documents have no errors: half of a library would pass or fail for the wrong reasons.</summary>
    public static ChangeExamination Of(LibraryLoad before, LibraryLoad after, IReadOnlyList<TriedPatient>? recorded = null, CancellationToken cancellation = default)
    {
        if (after.HasErrors) return new ChangeExamination(after.Diagnostics, [], null);
        using var engine = new RuleEngine(after.Library, new EngineOptions { Compile = false });
        var cases = CaseRunner.Run(engine, [], cancellation: cancellation);
        if (before.HasErrors) return new ChangeExamination(after.Diagnostics, cases, null);
        using var old = new RuleEngine(before.Library, new EngineOptions { Compile = false });
        return new ChangeExamination(after.Diagnostics, cases, ImpactFinder.Compare(old, engine, ImpactFinder.Patients(before.Library, after.Library, recorded), cancellation));
    }
}
