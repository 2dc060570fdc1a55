using BoneMets.Rules.Verification.Mutation.Suggestions;

namespace BoneMets.Rules.Verification.Mutation;

public enum MutantStatus
{
    /// <summary>A golden case that passes fails with it.</summary>
    Killed,

    /// <summary>No golden case notices it.</summary>
    Survived,

    /// <summary>It is proved to decide the same, so no case can notice it.</summary>
    Equivalent,

    /// <summary>The library refuses it before any case is tried.</summary>
    Invalid,
}

/// <summary>What became of a mutant.</summary>
/// <param name="KilledBy">The first case that failed, <c>id</c> or <c>Workflow/id</c>.</param>
/// <param name="Reason">Why it is equivalent, or the finding that makes it invalid.</param>
/// <param name="Suggestion">A golden case that would kill a survivor; null when none was found, and for all others.</param>
public sealed record MutantResult(Mutant Mutant, MutantStatus Status, string? KilledBy = null, string? Reason = null, SuggestedCase? Suggestion = null);

/// <summary>Killed and survived; equivalent and invalid mutants count for neither.</summary>
public readonly record struct MutationScore(int Killed, int Survived, int Equivalent, int Invalid)
{
    public int Total => Killed + Survived;

    /// <summary>To one decimal place, rounded down, so that 100 is all of them.</summary>
    public decimal Percent => Total == 0 ? 100 : decimal.Floor(1000m * Killed / Total) / 10;

    public static MutationScore Of(IEnumerable<MutantResult> results)
    {
        var counts = new int[4];
        foreach (var result in results) counts[(int)result.Status]++;
        return new MutationScore(counts[0], counts[1], counts[2], counts[3]);
    }
}

/// <summary>How well golden cases guard the rules of a library against small mistakes.</summary>
public sealed class MutationReport(IReadOnlyList<WorkflowMutation> workflows, TimeSpan duration)
{
    public IReadOnlyList<WorkflowMutation> Workflows { get; } = workflows;

    public TimeSpan Duration { get; } = duration;

    public MutationScore Score { get; } = MutationScore.Of(workflows.SelectMany(w => w.Results));

    public IEnumerable<MutantResult> Survivors => Workflows.SelectMany(w => w.Results).Where(r => r.Status == MutantStatus.Survived);

    public IEnumerable<MutantResult> Equivalents => Workflows.SelectMany(w => w.Results).Where(r => r.Status == MutantStatus.Equivalent);
}

/// <summary>The mutants of one workflow, in the order of its document.</summary>
public sealed record WorkflowMutation(string Workflow, IReadOnlyList<MutantResult> Results)
{
    public MutationScore Score { get; } = MutationScore.Of(Results);

    /// <summary>The same by rule, parameter, table and score item.</summary>
    public IReadOnlyList<PartMutation> Parts { get; } = [.. Results.GroupBy(r => r.Mutant.Part).Select(g => new PartMutation(g.Key, [.. g]))];
}

public sealed record PartMutation(MutatedPart Part, IReadOnlyList<MutantResult> Results)
{
    public MutationScore Score { get; } = MutationScore.Of(Results);
}
