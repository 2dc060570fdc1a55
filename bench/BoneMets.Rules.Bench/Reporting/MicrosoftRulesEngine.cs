namespace BoneMets.Rules.Bench.Reporting;

/// <summary>
/// Microsoft's RulesEngine is not on every package registry, so it does not run here. It was measured once beside (b), on typed inputs and in the
/// same rounds; multiplied with the engine's ratio to (b) of this run, that gives the engine's ratio to it. (b) took 15 ns for the twenty rules
/// then, on an AMD EPYC: that is what it takes there when it is asked about the same patients again and again, so here it is asked like that, too.
/// </summary>
internal static class MicrosoftRulesEngine
{
    private const string Name = "Microsoft RulesEngine 6.0.1 (derived)";

    /// <summary>How many times as fast as it (b) was.</summary>
    private static readonly double[] OfPlain = [617, 61];

    public static IEnumerable<Row> Rows(string workload, int index, double againstPlain, double resultsAgainstPlain, double goal, double resultsGoal)
    {
        var note = $"ratio to {Workloads.Names.PlainAgain}, × {OfPlain[index]}";
        yield return Row.AtLeast($"decision, {workload}, against {Name}", againstPlain * OfPlain[index], goal, note);
        yield return Row.AtLeast($"decision with every rule's result read, {workload}, against {Name}", resultsAgainstPlain * OfPlain[index], resultsGoal, note);
    }
}
