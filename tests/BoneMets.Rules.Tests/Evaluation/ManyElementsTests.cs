using System.Diagnostics;
using System.Text;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Language;
using BoneMets.Rules.Tests.Spec;
using Xunit.Abstractions;

namespace BoneMets.Rules.Tests.Evaluation;

/// <summary>The steps of a decision bound what hostile content can do, not what real content needs.</summary>
public sealed class ManyElementsTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_shipped_workflow_decides_on_lists_of_a_tenth_of_the_longest_length()
    {
        var library = RuleLibrary.Load(Path.Combine(SpecTable.Root(), "workflows")).Required();
        const int Elements = LanguageLimits.ListLength / 10;
        var lesions = string.Join(',', Enumerable.Repeat("""{"bone":"femur","pain":"functional","fractured":true}""", Elements));
        var decided = 0;
        foreach (var workflow in library.Workflows.Where(w => w.Bound!.Inputs.Any(i => i.Name == "patient" && i.Schema.Properties.Any(p => p.Name == "lesions"))))
        {
            var started = Stopwatch.StartNew();
            var decision = workflow.Decide(Encoding.UTF8.GetBytes($$$"""{"patient":{"totalCalcium":14,"lesions":[{{{lesions}}}]}}"""), new DateOnly(2026, 1, 31), Explain.Rules);
            output.WriteLine($"{workflow.Name}: {decision.Status} in {started.Elapsed.TotalSeconds:F1} s");
            Assert.NotEqual(DecisionStatus.Failed, decision.Status);
            decided++;
        }
        Assert.True(decided > 1);
    }
}
