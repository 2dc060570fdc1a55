namespace BoneMets.Rules.Verification.Analysis;

/// <summary>Looks for one kind of fault. Stateless and thread safe.</summary>
internal interface IAnalyzer
{
    IEnumerable<Finding> Analyze(WorkflowUnderAnalysis subject, CancellationToken cancellation);
}
