using BoneMets.Rules.Libraries;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Differences;
using BoneMets.Rules.Verification.Impacts;

namespace BoneMets.Rules.Verification.Analysis.Versions;

/// <summary>Two versions of a library: what was written otherwise, what is proved to decide the same, and for whom the decision changes.</summary>
/// <param name="Versions">Null when it was not asked for, or nothing differs.</param>
/// <param name="Impact">Over the golden cases of both versions and the examples found, as far as both versions can decide; null when nothing differs.</param>
/// <param name="Failed">Golden cases of the new version that fail in it.</param>
/// <param name="Obstacles">What has errors, so that only its text is compared.</param>
public sealed record LibraryComparison(
    IReadOnlyList<DocumentDifference> Documents, VersionReport? Versions, Impact? Impact, IReadOnlyList<CaseResult> Failed, IReadOnlyList<ComparisonObstacle> Obstacles)
{
    /// <summary>No document has another text.</summary>
    public bool IsSame => Documents.Count == 0;

    public static LibraryComparison Of(LibraryLoad before, LibraryLoad after, IReadOnlyList<LibraryFile> old, IReadOnlyList<LibraryFile> now, bool prove, CancellationToken cancellation = default)
    {
        var documents = LibraryDifferences.Between(old, now);
        if (documents.Count == 0) return new LibraryComparison(documents, null, null, [], []);
        using var one = new RuleEngine(before.Library, new EngineOptions { Compile = false });
        using var other = new RuleEngine(after.Library, new EngineOptions { Compile = false });
        var versions = prove ? VersionComparison.Between(one, other, cancellation) : null;
        var examples = versions?.Workflows.SelectMany(w => w.Examples).ToList();
        var patients = ImpactFinder.Patients(before.Library, after.Library, examples).Where(p => Compares(before, after, p.Workflow)).ToList();
        var cases = CaseSuite.Of(after.Library, []).Where(c => CanDecide(after, c.Workflow));
        return new LibraryComparison(
            documents, versions, ImpactFinder.Compare(one, other, patients, cancellation), [.. cases.Replay(other, cancellation).Where(r => !r.Passed)],
            [.. ComparisonObstacle.Of(before, isNewer: false), .. ComparisonObstacle.Of(after, isNewer: true)]);
    }

    /// <summary>
    /// Both can decide; or one does not have the workflow and was read completely, so that it is known not to have it.
    /// </summary>
    private static bool Compares(LibraryLoad before, LibraryLoad after, string workflow) =>
        (CanDecide(before, workflow) || IsAbsent(before, workflow)) && (CanDecide(after, workflow) || IsAbsent(after, workflow));

    private static bool IsAbsent(LibraryLoad load, string workflow) => !load.HasErrors && !load.Library.TryGet(workflow, out _);

    private static bool CanDecide(LibraryLoad load, string workflow) => load.Library.TryGet(workflow, out var found) && found.CanDecide;
}
