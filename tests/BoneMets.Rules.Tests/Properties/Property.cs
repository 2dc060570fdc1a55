using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using FsCheck;
using FsCheck.Fluent;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>What shall hold of one workflow, whatever the facts.</summary>
internal interface ICheck : IDisposable
{
    /// <summary>What is wrong with these facts, some of which are missing; null when all is well.</summary>
    /// <param name="facts">Some facts.</param>
    /// <param name="completions">Sets of all facts, from which the missing ones may be taken.</param>
    string? Fails(FactValues facts, IReadOnlyList<FactValues> completions);
}

/// <summary>How much a property is tried; the environment variable <c>BONEMETS_PROPERTY_SCALE</c> multiplies the libraries.</summary>
internal sealed record Effort(int Libraries, int Workflows, int Facts, bool IsPure, int Completions = 1)
{
    private const int PercentAbsent = 35;

    /// <summary>Other seeds are other workflows: <c>BONEMETS_PROPERTY_SEED</c>.</summary>
    private static readonly ulong FirstSeed = ulong.Parse(Environment.GetEnvironmentVariable("BONEMETS_PROPERTY_SEED") ?? "1");

    private static readonly double Scale = double.Parse(Environment.GetEnvironmentVariable("BONEMETS_PROPERTY_SCALE") ?? "1");

    public int Count => Math.Max(1, (int)(Libraries * Scale));

    /// <summary>How much is really tried of what was meant to be.</summary>
    public double Share => (double)Count / Libraries;

    public Gen<Documents> Generator => RandomWorkflows.Library(Workflows, IsPure);

    /// <summary>Tries everything, two libraries at a time. The first failure is made small and printed with its seed.</summary>
    public void Try(Func<IReadOnlyList<BoundWorkflow>, IReadOnlyList<ICheck>> checks)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        Counterexample? found = null;
        Parallel.For(0, Count, options, (i, state) =>
        {
            if (Failure(FirstSeed + (ulong)i, checks) is not { } failure) return;
            Interlocked.CompareExchange(ref found, failure, null);
            state.Stop();
        });
        if (found is not null) Assert.Fail(found.Shrink(workflow => checks([workflow])[0]).ToString());
    }

    private Counterexample? Failure(ulong seed, Func<IReadOnlyList<BoundWorkflow>, IReadOnlyList<ICheck>> checks)
    {
        var documents = Generator.Make(seed);
        var library = documents.LoadSound(seed);
        var layout = documents.World.Layout;
        var facts = Gen.Zip(layout.Partial(PercentAbsent), layout.Complete.ArrayOf(Completions)).ArrayOf(Facts);
        string[] names = [.. Enumerable.Range(0, Workflows).Select(i => $"Main{i}")];
        var tries = checks([.. names.Select(n => library[n].Bound!)]);
        for (var i = 0; i < names.Length; i++)
        {
            using var tried = tries[i];
            foreach (var (some, completions) in facts.Make(seed * 1_000 + (ulong)i))
                if (tried.Fails(some, completions) is { } message) return new Counterexample(seed, documents, names[i], some, completions, message);
        }
        return null;
    }
}

/// <summary>A workflow and the facts that its evaluations are given.</summary>
internal sealed class Subject(BoundWorkflow workflow)
{
    private readonly FactReader reader = new([.. workflow.Inputs.Select(i => (i.Name, i.Schema))]);

    public BoundWorkflow Workflow { get; } = workflow;

    public FactSet Read(FactValues facts)
    {
        var set = reader.Rent();
        var errors = new List<Diagnostic>();
        Assert.True(reader.Read(Encoding.UTF8.GetBytes(facts.ToJson()), set, errors), $"{facts}\n{string.Join("\n", errors)}");
        return set;
    }

    public Evaluator Evaluate(FactValues facts, ITrace? trace = null) => new(Workflow, Read(facts).Inputs, facts.AsOf, trace);
}
