using BoneMets.Rules.Documents;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Content;

/// <summary>The library that ships, loaded once.</summary>
internal static class Shipped
{
    public const string Pathway = "BoneMetastasisPathway";

    public static readonly DateOnly AsOf = new(2026, 1, 31);

    private static readonly Lazy<LibraryLoad> Loaded = new(() => RuleLibrary.Load(Path.Combine(SpecTable.Root(), "workflows")));

    public static LibraryLoad Load => Loaded.Value;

    public static RuleLibrary Library => Load.Library;

    public static TheoryData<string> Workflows => [.. Library.Workflows.Select(w => w.Name)];

    public static BoundWorkflow Bound(string name) => Library[name].Bound!;

    public static FactReader Reader(BoundWorkflow workflow) => new([.. workflow.Inputs.Select(i => (i.Name, i.Schema))]);

    /// <summary>Every golden case of a workflow with its facts read; the fact set is used again for the next case.</summary>
    public static IEnumerable<(GoldenCase Case, FactSet Facts)> Cases(string name)
    {
        var reader = Reader(Bound(name));
        var facts = reader.Rent();
        foreach (var golden in Library[name].Cases?.Cases ?? [])
        {
            Assert.True(reader.Read(CanonicalJson.Of(golden.Facts), facts, null), golden.Id);
            yield return (golden, facts);
        }
    }

    /// <summary>Evaluates every definition of the workflow on every golden case, watched by the trace.</summary>
    public static void Replay(string name, ITrace trace)
    {
        foreach (var (golden, facts) in Cases(name))
        {
            var evaluator = new Evaluator(Bound(name), facts.Inputs, golden.AsOf, trace);
            foreach (var definition in Bound(name).Definitions) evaluator.ValueOf(definition);
        }
    }

    public static bool? Truth(Value value) => value is KnownValue { Content: bool known } ? known : null;
}
