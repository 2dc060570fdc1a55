using BoneMets.Rules.Bench.Engine;
using BoneMets.Rules.Bench.Measuring;
using BoneMets.Rules.Bench.Opponents;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Bench.Workloads;

/// <summary>The names of the contestants, as the reports show them.</summary>
internal static class Names
{
    public const string Engine = "engine, compiled";
    public const string Evaluator = "engine, evaluator";
    public const string Results = "engine, every rule's result";
    public const string Objects = "engine, the decision as an object";
    public const string Nullable = "(a) by hand, decimal? and bool?";
    public const string Plain = "(b) by hand, double and bool";
    public const string PlainAgain = "(b), the same 4,096 decisions again and again";
    public const string Branchless = "(b) with & for &&";
    public const string EngineLine = "engine, line to line";
    public const string SourceGenerated = "(c) System.Text.Json source generation";
    public const string HandRead = "(d) Utf8JsonReader by hand";
}

/// <summary>A sample of patients, made ready for each contestant, and the contestants of a race over it.</summary>
internal abstract class Workload(EngineUnderTest engine, byte[][] lines, Order order)
{
    private readonly ulong[] met = new ulong[engine.Words];
    private readonly ulong[] notMet = new ulong[engine.Words];
    private readonly FactSet[] facts = [.. lines.Select(line => engine.Read(line))];
    private readonly byte[] text = [.. lines.SelectMany(line => line.Append((byte)'\n'))];

    protected Order Order => order;

    protected Span<ulong> Met => met;

    protected Span<ulong> NotMet => notMet;

    /// <summary>Patients for whom the compiled code declines, because two computed numbers are too near to each other for floating point.</summary>
    public int Declined => facts.Count(f => !engine.Decide(f, met, notMet));

    public Contestant Compiled() => order.Contestant(Names.Engine, who =>
    {
        var sum = 0UL;
        foreach (var i in who)
        {
            engine.Decide(facts[i], met, notMet);
            sum = Sum(sum, met, notMet);
        }
        return sum;
    });

    public Contestant Evaluator() => order.SlowContestant(Names.Evaluator, who =>
    {
        var sum = 0UL;
        foreach (var i in who)
        {
            engine.Evaluate(facts[i], met, notMet);
            sum = Sum(sum, met, notMet);
        }
        return sum;
    });

    /// <summary>A decision's results, and of every rule its name, its verdict and its event read.</summary>
    public Contestant Results() => order.Contestant(Names.Results, who =>
    {
        var sum = 0UL;
        foreach (var i in who)
            foreach (var rule in engine.Workflow.Verdicts(facts[i], null))
                sum = unchecked(sum * 31 + (ulong)rule.Verdict + (ulong)rule.Name.Length + (ulong)(rule.Event?.Length ?? 0));
        return sum;
    });

    /// <summary>A whole decision as an object, with what is missing, outputs and the texts of the advice, and the verdict of every rule read from it.</summary>
    public Contestant Objects() => order.SlowContestant(Names.Objects, who =>
    {
        var sum = 0UL;
        foreach (var i in who)
            foreach (var rule in engine.Workflow.Decide(facts[i], null, Explain.None).Rules) sum = sum * 31 + (ulong)rule.Verdict;
        return sum;
    });

    /// <summary>Everybody's line once, in the order of the sample.</summary>
    public Contestant LineToLine(string name, ILineDecider decider) => new(name, lines.Length, () => (ulong)decider.Decide(text).Length);

    protected static ulong Sum(ulong sum, ReadOnlySpan<ulong> met, ReadOnlySpan<ulong> notMet)
    {
        for (var i = 0; i < met.Length; i++) sum = unchecked(sum * 31 + met[i] + notMet[i] * 7);
        return sum;
    }
}
