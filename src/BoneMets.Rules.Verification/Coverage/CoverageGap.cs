namespace BoneMets.Rules.Verification.Coverage;

public enum CoverageGapKind
{
    /// <summary>It has errors, or builds on what has.</summary>
    Errors,

    /// <summary>Its inputs are not declared, so that it has no expressions before it meets facts.</summary>
    InputsNotDeclared,

    /// <summary>There is something to cover, and no case reaches any of it. It counts in the totals, but few among many are easily overlooked there.</summary>
    NoCase,
}

/// <summary>A workflow about which the percentages of all workflows say nothing; no threshold is met with one.</summary>
public sealed record CoverageGap(string Workflow, CoverageGapKind Kind)
{
    /// <summary>As a sentence without its full stop.</summary>
    public override string ToString() => Kind switch
    {
        CoverageGapKind.Errors => $"`{Workflow}` is not measured, because it or what it builds on has errors",
        CoverageGapKind.InputsNotDeclared => $"`{Workflow}` is not measured, because its inputs are not declared",
        _ => $"no golden case reaches `{Workflow}`",
    };

    /// <summary>Null when the workflow is measured, or nothing in it could be.</summary>
    internal static CoverageGap? Of(LibraryWorkflow workflow, WorkflowCoverage? coverage)
    {
        if (coverage is not null)
            return coverage.Elements.Any(e => e.IsRequired) && !coverage.Elements.Any(e => e.Sides.Any(s => s.Count > 0)) ? new CoverageGap(workflow.Name, CoverageGapKind.NoCase) : null;
        if (!workflow.CanDecide) return new CoverageGap(workflow.Name, CoverageGapKind.Errors);
        return workflow.Model.Rules.Count > 0 ? new CoverageGap(workflow.Name, CoverageGapKind.InputsNotDeclared) : null;
    }
}
