using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Verification.Cases;

/// <summary>Replays golden cases. Deterministic and thread safe.</summary>
public static class CaseRunner
{
    /// <summary>All cases of the named workflows (of every workflow when <paramref name="workflows"/> is empty), in parallel, in their order.</summary>
    public static IReadOnlyList<CaseResult> Run(RuleEngine engine, IReadOnlyCollection<string> workflows, IReadOnlyList<GoldenCaseFile>? files = null, CancellationToken cancellation = default) =>
        CaseSuite.Of(engine.Library, workflows, files).Replay(engine, cancellation);

    public static CaseResult Run(RuleEngine engine, string workflow, GoldenCase golden) =>
        Run(engine, new ReplayableCase(workflow, golden, CanonicalJson.Of(golden.Facts)));

    /// <summary>Without the parts of a decision that no case states: advice, reasons, messages and evidence.</summary>
    public static CaseResult Run(RuleEngine engine, ReplayableCase replayable)
    {
        var (workflow, golden) = (replayable.Workflow, replayable.Case);
        var (judgement, errors) = engine.Judge(workflow, replayable.Facts.Span, golden.AsOf);
        if (judgement is null)
            return new CaseResult(workflow, golden, null, [.. errors.Select(e => new CaseDifference(new CaseSubject(CaseSubjectKind.Facts, e.Pointer), "valid facts", e.Message))]);
        return new CaseResult(workflow, golden, judgement, CaseComparison.Compare(judgement, golden.Expect));
    }

    /// <summary>The decision behind a result with all its reasons, made once more; null when the facts do not fit. Costs far more than the replay.</summary>
    public static Decision? Explain(RuleEngine engine, CaseResult result) =>
        engine.Decide(result.Workflow, CanonicalJson.Of(result.Case.Facts), result.Case.AsOf, Rules.Explain.Full).Decision;
}
