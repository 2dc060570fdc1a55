using BoneMets.Rules.Compilation;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Compilation;

/// <summary>Compiled code decides as the evaluator does, or says that it does not decide.</summary>
public class AgreementTests
{
    private static readonly DateOnly AsOf = new(2026, 1, 31);

    [Fact]
    public void Random_workflows_agree()
    {
        var seeds = int.Parse(Environment.GetEnvironmentVariable("BONEMETS_SEEDS") ?? "25");
        var (decisions, left, rules, interpreted) = (0, 0, 0, 0);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var random = new RandomWorkflows(seed);
            var workflow = random.Workflow();
            using var program = CompiledProgram.Create(workflow);
            rules += workflow.Rules.Count;
            interpreted += program.InterpretedRules.Count;
            for (var i = 0; i < 200; i++)
            {
                decisions++;
                if (!Agrees(workflow, program, random.Facts(), i % 10 == 0 ? null : AsOf, $"seed {seed}, facts {i}")) left++;
            }
        }
        Assert.True(left < decisions * 3 / 4, $"{left} of {decisions} decisions were left to the evaluator");
        Assert.True(interpreted < rules / 2, $"{interpreted} of {rules} rules are interpreted");
    }

    [Fact]
    public void Samples_agree()
    {
        using var program = CompiledProgram.Create(Samples.Everything());
        var random = new RandomWorkflows(7);
        var decided = 0;
        for (var i = 0; i < 2_000; i++)
            if (Agrees(program.Workflow, program, random.Facts(), AsOf, $"facts {i}")) decided++;
        Assert.InRange(decided, 1_500, 2_000);
    }

    private static bool Agrees(BoundWorkflow workflow, CompiledProgram program, FactFrame facts, DateOnly? asOf, string where)
    {
        ulong[] met = new ulong[program.Words], notMet = new ulong[program.Words];
        if (!program.Decide([facts], asOf?.DayNumber ?? FactFrame.Unknown, met, notMet)) return false;
        var evaluator = new Evaluator(workflow, [facts], asOf);
        for (var i = 0; i < workflow.Rules.Count; i++)
        {
            if (program.InterpretedRules.Contains(i)) continue;
            var value = evaluator.ValueOf(workflow.Rules[i]);
            var expected = value switch { KnownValue { Content: true } => "met", KnownValue => "notMet", FaultValue => "failed", _ => "undetermined" };
            var actual = Bit(met, i) ? Bit(notMet, i) ? "both" : "met" : Bit(notMet, i) ? "notMet" : "undetermined";
            Assert.True(expected == actual, $"{where}, {workflow.Rules[i].Name}: evaluator {expected}, compiled {actual}");
        }
        return true;
    }

    private static bool Bit(ulong[] words, int index) => (words[index / 64] >> (index % 64) & 1) != 0;
}
