using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.Compilation;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Properties;

namespace BoneMets.Rules.Tests.Fuzzing;

/// <summary>Conditions that bind at a place, as the rules of one workflow.</summary>
internal sealed record ConditionBatch(int Place, IReadOnlyList<string> Conditions);

/// <summary>Compiles conditions and holds what the code says against the evaluator, on all facts of the place.</summary>
internal sealed class CompilationTarget : IFuzzTarget<ConditionBatch>
{
    private const int Rules = 60;
    private const string Workflow = "Fuzzed";
    private readonly IReadOnlyList<ExpressionPlace> places = [.. ExpressionPlaces.All().Take(ExpressionPlaces.Small)];

    public long Verdicts { get; private set; }

    public ConditionBatch Make(Random random)
    {
        var place = random.Next(places.Count);
        var conditions = new List<string>();
        while (conditions.Count < Rules)
        {
            var text = ExpressionMutation.Mutated(random, places[place].Text(random), () => places[place].Text(random));
            if (places[place].Context.Bind(text, isCondition: true).Node is { } node && !Reads.Definitions(node)) conditions.Add(text);
        }
        return new ConditionBatch(place, conditions);
    }

    public string? Fails(ConditionBatch input)
    {
        var load = Load(input);
        if (load.HasErrors) return $"binds alone, but not in a workflow: {load.Diagnostics.First(d => d.IsError)}";
        var workflow = load.Library[Workflow].Bound!;
        using var program = CompiledProgram.Create(workflow);
        var interpreted = program.InterpretedRules.ToHashSet();
        var reader = new FactReader([.. workflow.Inputs.Select(i => (i.Name, i.Schema))]);
        var (met, notMet) = (new ulong[program.Words], new ulong[program.Words]);
        foreach (var (text, asOf) in places[input.Place].FactTexts)
        {
            var set = reader.Rent();
            if (!reader.Read(Encoding.UTF8.GetBytes(text), set, null)) continue;
            Array.Clear(met);
            Array.Clear(notMet);
            if (!program.Decide([.. set.Inputs], asOf?.DayNumber ?? FactFrame.Unknown, met, notMet)) continue;
            var evaluator = new Evaluator(workflow, set.Inputs, asOf);
            for (var i = 0; i < workflow.Rules.Count; i++)
            {
                if (interpreted.Contains(i)) continue;
                Verdicts++;
                if (VerdictBits.Difference(i, VerdictBits.Expected(evaluator, workflow.Rules[i]), met, notMet) is { } wrong) return $"`{input.Conditions[i]}` {wrong} on {text}";
            }
        }
        return null;
    }

    public IEnumerable<ConditionBatch> Smaller(ConditionBatch input) => input.Conditions.Count > 1
        ? input.Conditions.Select(c => input with { Conditions = [c] })
        : Shorter.Of(input.Conditions[0]).Where(s => places[input.Place].Context.Bind(s, isCondition: true).Node is { } node && !Reads.Definitions(node)).Select(s => input with { Conditions = [s] });

    public string Show(ConditionBatch input) => $"in {places[input.Place].Workflow.Model.Name}:\n{string.Join("\n", input.Conditions)}";

    private LibraryLoad Load(ConditionBatch input)
    {
        var (library, model) = (places[input.Place].Library, places[input.Place].Workflow.Model);
        var workflow = new JsonObject
        {
            ["WorkflowName"] = Workflow,
            ["Inputs"] = new JsonArray([.. model.Inputs!.Select(i => (JsonNode)new JsonObject { ["Name"] = i.Name, ["Schema"] = i.Schema })]),
            ["Rules"] = new JsonArray([.. input.Conditions.Select((c, i) => (JsonNode)new JsonObject { ["RuleName"] = $"Fuzzed{i}", ["Expression"] = c })]),
        };
        var schemas = library.Documents.Where(d => LibraryFile.IsFactSchema(d.Name)).Select(d => new LibraryFile(d.Name, Encoding.UTF8.GetBytes(d.Text)));
        return RuleLibrary.Load([.. schemas, new LibraryFile("fuzzed/workflow.json", Encoding.UTF8.GetBytes(workflow.ToJsonString()))]);
    }
}
