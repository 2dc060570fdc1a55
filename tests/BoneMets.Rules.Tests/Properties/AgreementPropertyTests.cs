using BoneMets.Rules.Compilation;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using Xunit.Abstractions;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>Compiled code decides every rule as the evaluator does, or says that it does not decide.</summary>
public sealed class AgreementPropertyTests(ITestOutputHelper output)
{
    private long decisions;
    private long native;
    private long rules;
    private long interpreted;
    private long verdicts;
    private long decided;

    /// <summary>2,000 workflows in 200 libraries, 50 fact sets for each of them: 100,000 decisions.</summary>
    [Fact]
    public void Compiled_code_and_evaluator_agree_on_random_workflows()
    {
        new Effort(Libraries: Nightly.Times(40, 1_000), Workflows: 10, Facts: 50, IsPure: false, Completions: 0).Try(Compiled);
        output.WriteLine($"{decisions} decisions, {native} of them by compiled code alone ({100.0 * native / decisions:F1} %); {interpreted} of {rules} rules are interpreted ({100.0 * interpreted / rules:F1} %)");
        output.WriteLine($"{verdicts} verdicts of compiled rules compared, {decided} of them met or not met");
        Assert.True(native > decisions * 85 / 100, $"only {native} of {decisions} decisions were made by compiled code");
        Assert.True(verdicts > decisions * 2 && decided > verdicts / 2, $"{verdicts} verdicts, {decided} of them decided, say too little");
        Assert.True(interpreted < rules * 60 / 100, $"{interpreted} of {rules} rules are interpreted");
    }

    /// <summary>The code of all workflows of a library in one assembly: the compiler's own start costs more than a workflow.</summary>
    private IReadOnlyList<ICheck> Compiled(IReadOnlyList<BoundWorkflow> workflows)
    {
        var emitted = workflows.Select(w => CSharpEmitter.EmitWithLayout(w, CancellationToken.None)).ToList();
        using var batch = new CompiledBatch([.. emitted.Select(e => e.Program)]);
        return [.. workflows.Select((w, i) => new Agreement(this, w, emitted[i].Program.InterpretedRules, batch[i], [.. emitted[i].AbsentSchemas.Select(s => new FactFrame(s, ""))]))];
    }

    private sealed class Agreement : ICheck
    {
        private readonly AgreementPropertyTests counts;
        private readonly Subject subject;
        private readonly CompiledDecision decide;
        private readonly FactFrame[] absent;
        private readonly HashSet<int> interpreted;
        private readonly ulong[] met;
        private readonly ulong[] notMet;

        public Agreement(AgreementPropertyTests counts, BoundWorkflow workflow, IReadOnlyList<int> interpreted, CompiledDecision decide, FactFrame[] absent)
        {
            (this.counts, subject, this.decide, this.absent, this.interpreted) = (counts, new Subject(workflow), decide, absent, [.. interpreted]);
            var words = (workflow.Rules.Count + 63) / 64;
            (met, notMet) = (new ulong[words], new ulong[words]);
            Interlocked.Add(ref counts.rules, workflow.Rules.Count);
            Interlocked.Add(ref counts.interpreted, interpreted.Count);
        }

        public string? Fails(FactValues facts, IReadOnlyList<FactValues> completions)
        {
            Interlocked.Increment(ref counts.decisions);
            var set = subject.Read(facts);
            if (!decide(set.Frames, absent, facts.AsOf?.DayNumber ?? FactFrame.Unknown, met, notMet)) return null;
            Interlocked.Increment(ref counts.native);
            var evaluator = new Evaluator(subject.Workflow, set.Inputs, facts.AsOf);
            for (var i = 0; i < subject.Workflow.Rules.Count; i++)
            {
                if (!interpreted.Contains(i)) Interlocked.Increment(ref counts.verdicts);
                var rule = subject.Workflow.Rules[i];
                var expected = interpreted.Contains(i) ? null : VerdictBits.Expected(evaluator, rule);
                if (expected is not null) Interlocked.Increment(ref counts.decided);
                if (VerdictBits.Difference(i, expected, met, notMet) is { } wrong) return $"{rule.Name} {wrong}{(interpreted.Contains(i) ? " (interpreted)" : "")}";
            }
            return null;
        }

        public void Dispose()
        {
        }
    }
}
