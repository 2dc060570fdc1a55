using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace BoneMets.Rules.Tests.Fuzzing;

[Collection(FuzzCollection.Name)]
public sealed class ExpressionFuzzTests(ITestOutputHelper output)
{
    /// <summary>A second of the processor, 256 MB and a stack of 1 MB are enough for every text; none throws.</summary>
    [Fact]
    public void No_text_crashes_hangs_or_throws()
    {
        var targets = new ConcurrentBag<ExpressionTarget>();
        var inputs = Nightly.Times(200_000, 1_000_000);
        new FuzzRun<ExpressionInput>("expressions", inputs, () =>
        {
            var target = new ExpressionTarget();
            targets.Add(target);
            return target;
        }).Try(output);
        var bound = targets.Sum(t => t.Bound);
        var evaluated = targets.Sum(t => t.Evaluated);
        output.WriteLine($"{bound} of them bind ({100.0 * bound / inputs:F1} %), {evaluated} were evaluated");
        Assert.True(bound > inputs / 6 && evaluated > inputs / 12, $"of {inputs} only {bound} bind and only {evaluated} were evaluated");
    }

    /// <summary>What became of mutated conditions is compiled, many at a time, as the compiler's own start costs more than a condition.</summary>
    [Fact]
    public void Compiled_code_and_evaluator_agree_on_mutated_conditions()
    {
        var targets = new ConcurrentBag<CompilationTarget>();
        var inputs = Nightly.Times(12, 500);
        new FuzzRun<ConditionBatch>("compiled conditions", inputs, () =>
        {
            var target = new CompilationTarget();
            targets.Add(target);
            return target;
        }).Try(output);
        var verdicts = targets.Sum(t => t.Verdicts);
        output.WriteLine($"{verdicts} verdicts of compiled rules compared");
        Assert.True(verdicts > inputs * 100, $"only {verdicts} verdicts of compiled rules");
    }
}

/// <summary>Not beside other tests, whose load on the machine and whose memory would be taken for those of an input.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FuzzCollection
{
    public const string Name = "fuzzing";
}
