namespace BoneMets.Rules.Verification;

/// <summary>
/// How many patients, workflows or mutants are worked on at once. Without a bound a parallel loop takes every worker thread that its process
/// has, and in a server the short requests wait for it.
/// </summary>
internal static class Cores
{
    /// <param name="cores">Null for as many as there are processors.</param>
    public static ParallelOptions Options(CancellationToken cancellation, int? cores = null) =>
        new() { CancellationToken = cancellation, MaxDegreeOfParallelism = cores ?? Environment.ProcessorCount };
}
