using System.Diagnostics;
using System.Runtime.CompilerServices;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Cases;

/// <summary>
/// Golden cases made ready to be replayed, often and against many versions of the rules: their facts are bytes once and for all.
/// Immutable and thread safe.
/// </summary>
public sealed class CaseSuite
{
    /// <summary>A file that is still the same object, in another version of its library, needs no second preparation.</summary>
    private static readonly ConditionalWeakTable<GoldenCaseFile, IReadOnlyList<ReplayableCase>> Prepared = [];

    private CaseSuite(IReadOnlyList<ReplayableCase> cases) => Cases = cases;

    /// <summary>By workflow as in the library, then as in the file.</summary>
    public IReadOnlyList<ReplayableCase> Cases { get; }

    /// <summary>The cases of a library, or of <paramref name="files"/> instead; only those of the named workflows when any are named.</summary>
    public static CaseSuite Of(RuleLibrary library, IReadOnlyCollection<string> workflows, IReadOnlyList<GoldenCaseFile>? files = null) =>
        new([.. (files ?? [.. library.Workflows.Select(w => w.Cases).OfType<GoldenCaseFile>()])
            .Where(f => workflows.Count == 0 || workflows.Contains(f.Workflow, StringComparer.Ordinal))
            .SelectMany(f => Prepared.GetValue(f, static file => [.. file.Cases.Select(c => new ReplayableCase(file.Workflow, c, CanonicalJson.Of(c.Facts)))]))]);

    /// <summary>Some of the cases, in their order.</summary>
    public CaseSuite Where(Func<ReplayableCase, bool> isWanted) => new([.. Cases.Where(isWanted)]);

    /// <summary>Every case against the rules of one engine, in parallel; the results stand in the order of <see cref="Cases"/> however many cores work.</summary>
    public IReadOnlyList<CaseResult> Replay(RuleEngine engine, CancellationToken cancellation = default) => ReplayTimed(engine, cancellation).Results;

    /// <summary>The same with how long it took.</summary>
    public (IReadOnlyList<CaseResult> Results, ReplaySpeed Speed) ReplayTimed(RuleEngine engine, CancellationToken cancellation = default)
    {
        var results = new CaseResult[Cases.Count];
        var cores = Math.Clamp(results.Length, 1, Environment.ProcessorCount);
        var started = Stopwatch.GetTimestamp();
        Parallel.For(0, results.Length, Cores.Options(cancellation, cores), i => results[i] = CaseRunner.Run(engine, Cases[i]));
        return (results, new ReplaySpeed(results.Length, Stopwatch.GetElapsedTime(started), cores));
    }
}

/// <summary>A case with its facts as plain JSON: comments and layout of the document are gone, every value is kept.</summary>
public sealed record ReplayableCase(string Workflow, GoldenCase Case, ReadOnlyMemory<byte> Facts);
