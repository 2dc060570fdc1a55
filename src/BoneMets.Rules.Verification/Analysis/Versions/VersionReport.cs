using BoneMets.Rules.Verification.Analysis.Solving;
using BoneMets.Rules.Verification.Impacts;

namespace BoneMets.Rules.Verification.Analysis.Versions;

public enum Relation
{
    /// <summary>Proved for all patients.</summary>
    Same,

    /// <summary>Shown by a patient.</summary>
    Different,

    /// <summary>Neither: never a pass.</summary>
    Undecided,
}

/// <summary>A rule or value in both versions.</summary>
/// <param name="Example">A smallest patient of whom the versions say <paramref name="Before"/> and <paramref name="After"/>.</param>
/// <param name="Why">Why it is undecided.</param>
public sealed record DefinitionComparison(string Name, bool IsRule, Relation Relation, Patient? Example, string? Before, string? After, string? Why);

/// <summary>A workflow in both versions.</summary>
/// <param name="Obstacle">Why nothing could be compared; null when it was.</param>
/// <param name="LongestList">What is proved is about lists of up to so many elements; null when it reads no list.</param>
public sealed record WorkflowComparison(string Workflow, IReadOnlyList<DefinitionComparison> Definitions, string? Obstacle, int? LongestList)
{
    /// <summary>The examples, to look at everything that changes for them.</summary>
    public IEnumerable<TriedPatient> Examples => Definitions.Where(d => d.Example is not null).Select(d => new TriedPatient(Workflow, $"example for {d.Name}", d.Example!.Bytes(), d.Example.AsOf));
}

/// <summary>Two versions of a library, workflow by workflow.</summary>
/// <param name="Solver">Null when it is not installed, so that nothing is proved.</param>
public sealed record VersionReport(IReadOnlyList<WorkflowComparison> Workflows, string? Solver);
