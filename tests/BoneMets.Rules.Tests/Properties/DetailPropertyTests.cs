using BoneMets.Rules.Compilation;
using BoneMets.Rules.Language;
using BoneMets.Rules.Tests.Decisions;
using Xunit.Abstractions;

namespace BoneMets.Rules.Tests.Properties;

/// <summary>Compiled details say what the evaluator says, as far as they go: verdicts, missing facts, outputs.</summary>
public sealed class DetailPropertyTests(ITestOutputHelper output)
{
    private long decisions;
    private long native;
    private long rules;
    private long compiled;

    [Fact]
    public void Compiled_details_and_evaluator_agree_on_random_workflows()
    {
        new Effort(Libraries: Nightly.Times(20, 500), Workflows: 10, Facts: 30, IsPure: false).Try(Compiled);
        output.WriteLine($"{compiled} of {rules} rules have compiled details; {native} of {decisions} decisions were made by compiled code alone");
        Assert.True(compiled > rules / 3 && native > decisions / 3, $"{compiled} of {rules} rules, {native} of {decisions} decisions");
    }

    private IReadOnlyList<ICheck> Compiled(IReadOnlyList<BoundWorkflow> library)
    {
        var emissions = library.Select(w => DetailEmission.Of(w, CancellationToken.None)).ToList();
        Interlocked.Add(ref rules, library.Sum(w => w.Rules.Count));
        Interlocked.Add(ref compiled, library.Sum(w => w.Rules.Count) - emissions.Sum(e => e.SkippedRules.Count));
        using var batch = new CompiledBatch([.. emissions.Select(DetailEmitter.Write)]);
        return [.. emissions.Select((e, i) => new Agreement(this, library[i], new DetailProgram(e, batch.Method<DetailedDecision>(i), null)))];
    }

    private sealed class Agreement(DetailPropertyTests counts, BoundWorkflow workflow, DetailProgram program) : ICheck
    {
        private readonly Subject subject = new(workflow);
        private readonly WrittenDecisions written = new(workflow, new Dictionary<string, EvidenceSource>(StringComparer.Ordinal));

        public string? Fails(FactValues facts, IReadOnlyList<FactValues> completions)
        {
            Interlocked.Increment(ref counts.decisions);
            var difference = written.Compare(program, subject.Read(facts), facts.AsOf, null, out var isLeft);
            if (!isLeft) Interlocked.Increment(ref counts.native);
            return difference;
        }

        public void Dispose() => program.Dispose();
    }
}
