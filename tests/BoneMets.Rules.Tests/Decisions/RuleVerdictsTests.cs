using System.Text;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Decisions;

/// <summary>Verdicts alone are those of the whole decision, whoever gives them.</summary>
public class RuleVerdictsTests
{
    private static readonly Lazy<RuleLibrary> Shipped = new(() => RuleLibrary.Load(Path.Combine(SpecTable.Root(), "workflows")).Library);

    public static TheoryData<string> Workflows => [.. Shipped.Value.Workflows.Where(w => w.Cases is { Cases.Count: > 0 }).Select(w => w.Name)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public async Task Verdicts_of_the_golden_cases_are_those_of_the_judgement_interpreted_and_compiled(string name)
    {
        var workflow = Shipped.Value[name];
        using var interpreting = new WorkflowEngine(workflow.Bound!, Shipped.Value.Evidence, new EngineOptions { Compile = false });
        using var compiled = new WorkflowEngine(workflow.Bound!, Shipped.Value.Evidence, new EngineOptions());
        await compiled.CompileAsync();
        foreach (var golden in workflow.Cases!.Cases)
            foreach (var engine in new[] { interpreting, compiled })
            {
                var facts = Read(engine, golden.Facts.Raw);
                var judgement = engine.Judge(facts, golden.AsOf);
                var verdicts = engine.Verdicts(facts, golden.AsOf);
                Assert.Equal(judgement.Rules.Select(r => (r.Name, r.Title, r.Verdict, r.Event, r.IsNested)), verdicts.Select(v => (v.Name, v.Rule.Title, v.Verdict, v.Event, v.Rule.IsNested)));
                Assert.All(judgement.Rules, r => Assert.Equal(r.Verdict, verdicts[r.Name]));
                Assert.Equal(judgement.Rules.All(r => r.Verdict is Verdict.Met or Verdict.NotMet), verdicts.AreAllDecided);
            }
    }

    [Fact]
    public async Task A_rule_that_fails_is_neither_met_nor_undetermined()
    {
        using var engine = Engine("""{ "RuleName": "Fails", "Expression": "p.n / (p.n - p.n) > 1" }, { "RuleName": "Holds", "Expression": "p.n > 1", "SuccessEvent": "yes" }""");
        await engine.CompileAsync();
        var verdicts = engine.Verdicts(Read(engine, """{"p":{"n":2}}"""), null);
        Assert.Equal([("Fails", Verdict.Failed, null), ("Holds", Verdict.Met, "yes")], verdicts.Select(v => (v.Name, v.Verdict, v.Event)));
        Assert.False(verdicts.AreAllDecided);
        Assert.Equal([Verdict.Undetermined, Verdict.Undetermined], engine.Verdicts(Read(engine, "{}"), null).Select(v => v.Verdict));
        Assert.Contains("`Other`", Assert.Throws<KeyNotFoundException>(() => verdicts["Other"]).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public async Task Rules_of_every_length_of_name_are_written_one_after_the_other(int rules)
    {
        static string NameOf(int i) => $"R{new string('x', i % 90)}{i}";
        using var engine = Engine(string.Join(", ", Enumerable.Range(0, rules).Select(i => $$"""{ "RuleName": "{{NameOf(i)}}", "Expression": "p.n > {{i}}" }""")));
        await engine.CompileAsync();
        Assert.True(engine.WritesCompiled);
        foreach (var facts in new[] { """{"p":{"n":40}}""", "{}" })
        {
            var output = new System.Buffers.ArrayBufferWriter<byte>();
            engine.Write(Read(engine, facts), null, output, stamped: false);
            var expected = string.Join(",", Enumerable.Range(0, rules).Select(i => $"\"{NameOf(i)}\":\"{(facts == "{}" ? "undetermined" : i < 40 ? "met" : "notMet")}\""));
            Assert.Contains($"\"verdicts\":{{{expected}}},\"outputs\"", Encoding.UTF8.GetString(output.WrittenSpan), StringComparison.Ordinal);
        }
    }

    private static WorkflowEngine Engine(string rules)
    {
        var load = RuleLibrary.Load(
        [
            new LibraryFile("facts/p.schema.json", Encoding.UTF8.GetBytes("""{ "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "P", "description": "P.", "type": "object", "additionalProperties": false, "properties": { "n": { "type": "number", "minimum": 0, "maximum": 1000, "description": "N.", "x-label": "N" } } }""")),
            new LibraryFile("w/workflow.json", Encoding.UTF8.GetBytes($$"""{ "$schema": "../../schemas/workflow.schema.json", "WorkflowName": "W", "Title": "W", "Description": "W.", "Inputs": [{ "Name": "p", "Schema": "p" }], "Rules": [{{rules}}] }""")),
        ]);
        Assert.DoesNotContain(load.Diagnostics, d => d.IsError);
        return new WorkflowEngine(load.Library["W"].Bound!, load.Library.Evidence, new EngineOptions());
    }

    private static FactSet Read(WorkflowEngine engine, string facts)
    {
        var set = engine.Facts.Rent();
        Assert.True(engine.Facts.Read(Encoding.UTF8.GetBytes(facts), set, null));
        return set;
    }
}
