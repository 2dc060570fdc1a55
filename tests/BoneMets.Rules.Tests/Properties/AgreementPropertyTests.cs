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

    /// <summary>2,000 workflows in 200 libraries, 50 fact sets for each of them: 100,000 decisions.</summary>
    [Fact]
    public void Compiled_code_and_evaluator_agree_on_random_workflows()
    {
        new Effort(Libraries: 200, Workflows: 10, Facts: 50, IsPure: false).Try(workflow => new Agreement(this, workflow));
        output.WriteLine($"{decisions} decisions, {native} of them by compiled code alone ({100.0 * native / decisions:F1} %); {interpreted} of {rules} rules are interpreted ({100.0 * interpreted / rules:F1} %)");
        Assert.True(native > decisions * 6 / 10, $"only {native} of {decisions} decisions were made by compiled code");
        Assert.True(interpreted < rules / 2, $"{interpreted} of {rules} rules are interpreted");
    }

    private sealed class Agreement : ICheck
    {
        private readonly AgreementPropertyTests counts;
        private readonly Subject subject;
        private readonly CompiledProgram program;
        private readonly HashSet<int> interpreted;
        private readonly ulong[] met;
        private readonly ulong[] notMet;

        public Agreement(AgreementPropertyTests counts, BoundWorkflow workflow)
        {
            (this.counts, subject) = (counts, new Subject(workflow));
            program = CompiledProgram.Create(workflow);
            interpreted = [.. program.InterpretedRules];
            (met, notMet) = (new ulong[program.Words], new ulong[program.Words]);
            Interlocked.Add(ref counts.rules, workflow.Rules.Count);
            Interlocked.Add(ref counts.interpreted, interpreted.Count);
        }

        public string? Fails(FactValues facts, IReadOnlyList<FactValues> completions)
        {
            Interlocked.Increment(ref counts.decisions);
            var set = subject.Read(facts);
            if (!program.Decide(set.Frames, facts.AsOf?.DayNumber ?? FactFrame.Unknown, met, notMet)) return null;
            Interlocked.Increment(ref counts.native);
            var evaluator = new Evaluator(subject.Workflow, set.Inputs, facts.AsOf);
            for (var i = 0; i < subject.Workflow.Rules.Count; i++)
            {
                // A rule without a bit is undetermined, failed or not compiled: the engine then asks the evaluator.
                var expected = interpreted.Contains(i) ? null : (evaluator.ValueOf(subject.Workflow.Rules[i]) as KnownValue)?.Content as bool?;
                var actual = (Bit(met, i), Bit(notMet, i)) switch { (true, true) => "both", (true, false) => "met", (false, true) => "not met", _ => "no verdict" };
                var wanted = expected switch { true => "met", false => "not met", _ => "no verdict" };
                if (actual != wanted) return $"{subject.Workflow.Rules[i].Name} is {wanted}, compiled {actual}{(interpreted.Contains(i) ? " (interpreted)" : "")}";
            }
            return null;
        }

        public void Dispose() => program.Dispose();

        private static bool Bit(ulong[] words, int index) => (words[index / 64] >> (index % 64) & 1) != 0;
    }
}
