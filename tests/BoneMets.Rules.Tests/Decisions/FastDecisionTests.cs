using System.Buffers;
using System.Text;
using System.Text.Json;
using BoneMets.Rules.Compilation;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Tests.Compilation;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Decisions;

/// <summary>The decision written from compiled details is, byte for byte, the one that the evaluator gives.</summary>
public class FastDecisionTests
{
    private static readonly DateOnly AsOf = new(2026, 1, 31);
    internal static readonly DecisionStamp Stamp = new(new Guid("01980000-0000-7000-8000-000000000001"), new DateTimeOffset(2026, 1, 31, 12, 0, 1, 250, TimeSpan.Zero), 3, "approved");

    /// <summary>Shipped workflows that the evaluator writes, because of a list of objects, a used workflow or an included one.</summary>
    private static readonly string[] Interpreted = ["BoneMetastasisPathway", "PrimaryTumorWorkup", "SuspectedBoneMetastasis"];

    private static readonly Lazy<RuleLibrary> Shipped = new(() => RuleLibrary.Load(Path.Combine(SpecTable.Root(), "workflows")).Library);

    [Theory]
    [InlineData("MirelsFractureRisk")]
    [InlineData("SpinalInstability")]
    [InlineData("Hypercalcemia")]
    [InlineData("BoneTargetedAgent")]
    public void Golden_cases_with_facts_left_out_are_written_the_same(string name)
    {
        var workflow = Shipped.Value[name];
        using var comparison = new Comparison(workflow.Bound!);
        var facts = new FactReader([.. workflow.Bound!.Inputs.Select(i => (i.Name, i.Schema))]).Rent();
        var reader = new FactReader([.. workflow.Bound.Inputs.Select(i => (i.Name, i.Schema))]);
#pragma warning disable CA5394 // Random tests, not secrets.
        var random = new Random(1);
        foreach (var golden in workflow.Cases!.Cases)
        {
            for (var i = 0; i < Nightly.Times(10, 60); i++)
            {
                Assert.True(reader.Read(Encoding.UTF8.GetBytes(golden.Facts.Raw), facts, null), golden.Id);
                if (i > 0) LeaveOut(facts, random, i % 10);
                comparison.Check(facts, golden.AsOf, $"{golden.Id}, {i}");
            }
        }
#pragma warning restore CA5394
        Assert.True(comparison.Left <= comparison.Decisions / 100, $"{comparison.Left} of {comparison.Decisions} decisions were left to the evaluator");
        Assert.Equal(0, comparison.LeftWithRules);
    }

    [Fact]
    public void Random_values_at_thresholds_are_written_the_same()
    {
        var interpreted = new List<string>();
        foreach (var workflow in Shipped.Value.Workflows)
        {
            using var comparison = new Comparison(workflow.Bound!);
            if (!comparison.IsWhole) interpreted.Add(workflow.Name);
            if (!comparison.IsWhole) continue;
            var random = new RandomFacts(workflow.Bound!, 5);
            var facts = new FactSet(workflow.Bound!.Inputs.Select(i => (i.Name, i.Schema)));
            for (var i = 0; i < 1_500; i++)
            {
                random.Fill(facts);
                comparison.Check(facts, i % 5 == 0 ? null : AsOf, $"{workflow.Name}, {i}");
            }
            Assert.Equal(0, comparison.Left);
            Assert.True(comparison.LeftWithRules == 0, $"{workflow.Name}: {comparison.LeftWithRules} decisions with rules were left to the evaluator");
        }
        Assert.Equal(Interpreted, interpreted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Random_workflows_are_written_the_same()
    {
        var seeds = int.Parse(Environment.GetEnvironmentVariable("BONEMETS_SEEDS") ?? "30");
        var (compiled, left, leftWithRules, decisions) = (0, 0, 0, 0);
        for (var seed = 1; seed <= seeds; seed++)
        {
            var random = new RandomWorkflows(seed, rules: 5, plain: true);
            var workflow = random.Workflow();
            using var comparison = new Comparison(workflow);
            if (comparison.IsWhole) compiled++;
            var facts = new FactSet([("patient", Samples.Patient)]);
            for (var i = 0; i < Nightly.Times(10, 60); i++)
            {
                facts.Clear();
                random.Fill(facts["patient"]);
                comparison.Check(facts, i % 10 == 0 ? null : AsOf, $"seed {seed}, facts {i}");
            }
            left += comparison.Left;
            leftWithRules += comparison.LeftWithRules;
            decisions += comparison.Decisions;
        }
        Assert.True(compiled > seeds / 4, $"{compiled} of {seeds} workflows have compiled details");
        Assert.True(left < decisions * 3 / 4, $"{left} of {decisions} decisions were left to the evaluator");
        Assert.True(leftWithRules < (decisions - left) * 3 / 4, $"{leftWithRules} of {decisions - left} decisions with rules were left to the evaluator");
    }

    [Fact]
    public async Task Writing_allocates_nothing()
    {
        using var engine = new WorkflowEngine(Shipped.Value["BoneTargetedAgent"].Bound!, Shipped.Value.Evidence, new EngineOptions { NewDecisionId = () => Stamp.Id });
        await engine.CompileAsync();
        Assert.True(engine.WritesCompiled);
        var facts = engine.Facts.Rent();
        var output = new ArrayBufferWriter<byte>(1 << 16);
        foreach (var golden in Shipped.Value["BoneTargetedAgent"].Cases!.Cases)
        {
            Assert.True(engine.Facts.Read(Encoding.UTF8.GetBytes(golden.Facts.Raw), facts, null));
            Allocations.None(100, () => Write(Explain.None));
            Allocations.None(100, () => Write(Explain.Rules));
        }

        void Write(Explain explain)
        {
            output.ResetWrittenCount();
            engine.Write(facts, AsOf, output, explain: explain);
        }
    }

    [Fact]
    public async Task An_engine_writes_the_same_before_and_after_its_code_is_ready()
    {
        var library = Shipped.Value;
        using var slow = new WorkflowEngine(library["MirelsFractureRisk"].Bound!, library.Evidence, new EngineOptions { Compile = false });
        using var fast = new WorkflowEngine(library["MirelsFractureRisk"].Bound!, library.Evidence, new EngineOptions());
        await fast.CompileAsync();
        var facts = fast.Facts.Rent();
        foreach (var golden in library["MirelsFractureRisk"].Cases!.Cases)
        {
            Assert.True(fast.Facts.Read(Encoding.UTF8.GetBytes(golden.Facts.Raw), facts, null));
            foreach (var explain in Enum.GetValues<Explain>()) Assert.Equal(Write(slow, explain), Write(fast, explain));
        }

        string Write(WorkflowEngine engine, Explain explain)
        {
            var output = new ArrayBufferWriter<byte>();
            engine.Write(facts, AsOf, output, stamped: false, explain);
            return Encoding.UTF8.GetString(output.WrittenSpan);
        }
    }

    private static void LeaveOut(FactSet facts, Random random, int outOfTen)
    {
        foreach (var frame in facts.Inputs)
            foreach (var property in frame.Schema.Properties)
#pragma warning disable CA5394 // Random tests, not secrets.
                if (random.Next(10) < outOfTen) frame.SetUnknown(property);
#pragma warning restore CA5394
    }

    private sealed class Comparison(BoundWorkflow workflow) : IDisposable
    {
        private readonly DetailProgram program = DetailProgram.Create(workflow);
        private readonly WrittenDecisions written = new(workflow, Shipped.Value.Evidence);

        public int LeftWithRules => written.LeftWithRules;

        public bool IsWhole => program.IsWhole;

        public int Decisions { get; private set; }

        public int Left { get; private set; }

        public void Dispose() => program.Dispose();

        public void Check(FactSet facts, DateOnly? asOf, string where)
        {
            Decisions++;
            if (written.Compare(program, facts, asOf, Decisions % 2 == 0 ? Stamp : null, out var isLeft) is { } difference) Assert.Fail($"{where}\n{difference}");
            if (isLeft) Left++;
        }
    }
}
