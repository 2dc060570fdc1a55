using BoneMets.Rules.Libraries;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Differences;
using BoneMets.Rules.Verification.Impacts;

namespace BoneMets.Rules.Verification.Analysis.Versions;

/// <summary>Two versions of a library: what was written otherwise, what is proved to decide the same, and for whom the decision changes.</summary>
/// <param name="Versions">Null when it was not asked for, or a version has errors.</param>
/// <param name="Impact">Over the golden cases of both versions and the examples found; null when a version has errors.</param>
/// <param name="Failed">Golden cases of the new version that fail in it.</param>
public sealed record LibraryComparison(IReadOnlyList<DocumentDifference> Documents, VersionReport? Versions, Impact? Impact, IReadOnlyList<CaseResult> Failed)
{
    /// <summary>No document has another text.</summary>
    public bool IsSame => Documents.Count == 0;

    public static LibraryComparison Of(LibraryLoad before, LibraryLoad after, IReadOnlyList<LibraryFile> old, IReadOnlyList<LibraryFile> now, bool prove, CancellationToken cancellation = default)
    {
        var documents = LibraryDifferences.Between(old, now);
        if (documents.Count == 0 || before.HasErrors || after.HasErrors) return new LibraryComparison(documents, null, null, []);
        var versions = prove ? Prove(before.Library, after.Library, cancellation) : null;
        var examination = ChangeExamination.Of(before, after, versions?.Workflows.SelectMany(w => w.Examples).ToList(), cancellation);
        return new LibraryComparison(documents, versions, examination.Impact, [.. examination.Failed]);
    }

    private static VersionReport Prove(RuleLibrary before, RuleLibrary after, CancellationToken cancellation)
    {
        using var one = new RuleEngine(before, new EngineOptions { Compile = false });
        using var other = new RuleEngine(after, new EngineOptions { Compile = false });
        return VersionComparison.Between(one, other, cancellation);
    }
}
