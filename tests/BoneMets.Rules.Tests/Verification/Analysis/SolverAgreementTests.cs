using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using BoneMets.Rules.Tests.Content;
using BoneMets.Rules.Tests.Properties;
using BoneMets.Rules.Verification.Analysis.Analyzers;
using BoneMets.Rules.Verification.Analysis.Solving;
using BoneMets.Rules.Verification.Cases;
using Xunit.Abstractions;

namespace BoneMets.Rules.Tests.Verification.Analysis;

/// <summary>What the solver takes rules to mean is what the evaluator does with them.</summary>
public sealed class SolverAgreementTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private long asked;
    private long exact;
    private long rules;
    private long beyond;

    public static TheoryData<string> Workflows => Shipped.Workflows;

    [Theory]
    [MemberData(nameof(Workflows))]
    public void The_solver_agrees_with_the_evaluator_on_the_golden_cases(string name)
    {
        var workflow = Shipped.Library[name].Bound!;
        using var check = new Agreement(this, workflow);
        using var engine = new WorkflowEngine(workflow, Shipped.Library.Evidence, new EngineOptions { Compile = false });
        foreach (var golden in CaseSuite.Of(Shipped.Library, [name]).Cases.Where((_, i) => i % 8 == 0))
        {
            var set = engine.Facts.Rent();
            Assert.True(engine.Facts.Read(golden.Facts.Span, set, [], ""));
            Assert.Null(check.Disagreement(set.Inputs, golden.Case.AsOf));
            engine.Facts.Return(set);
        }
        output.WriteLine($"{asked} verdicts, {exact} of them exactly; {beyond} of {rules} rules are beyond the proofs");
        Assert.Equal(0, beyond);
    }

    [Theory]
    [InlineData(Shipped.Pathway)]
    [InlineData("BoneTargetedAgent")]
    public void The_solver_agrees_with_the_engine_on_the_advice_that_is_given_and_withheld(string name)
    {
        using var search = new PatientSearch(Limit, Shipped.Library[name].Bound!);
        var advice = new SymbolicDecision(search.Versions[0]).Advice().ToList();
        using var engine = new WorkflowEngine(Shipped.Library[name].Bound!, Shipped.Library.Evidence, new EngineOptions { Compile = false });
        foreach (var golden in CaseSuite.Of(Shipped.Library, [name]).Cases.Where((_, i) => i % 4 == 0))
        {
            var set = engine.Facts.Rent();
            Assert.True(engine.Facts.Read(golden.Facts.Span, set, [], ""));
            var given = engine.Decide(set, golden.Case.AsOf, Explain.None).Recommendations.Select(r => GivenAdvice.Of(r.Rule, name)).ToHashSet();
            Assert.Subset(advice.Select(a => new GivenAdvice(a.Rule, a.Element)).ToHashSet(), given);
            var patient = PatientTerm.Of(search.Facts, set.Inputs.Select((frame, i) => (Shipped.Library[name].Bound!.Inputs[i].Name, frame)).ToList(), golden.Case.AsOf);
            var same = Term.And(advice.Select(a => given.Contains(new GivenAdvice(a.Rule, a.Element)) ? a.IsGiven : Term.Not(a.IsGiven)));
            Assert.Equal(SolverStatus.Possible, search.Ask(Term.And(patient, same)).Status);
            if (!search.IsApproximate) Assert.Equal(SolverStatus.Impossible, search.Ask(Term.And(patient, Term.Not(same))).Status);
            engine.Facts.Return(set);
        }
        output.WriteLine($"{advice.Count} pieces of advice, {(search.IsApproximate ? "approximately" : "exactly")}");
    }

    [Fact]
    public void The_solver_agrees_with_the_evaluator_on_random_workflows()
    {
        new Effort(Libraries: Nightly.Times(8, 24), Workflows: 3, Facts: 8, IsPure: false, Completions: 0).Try(workflows => [.. workflows.Select(w => new Agreement(this, w))]);
        output.WriteLine($"{asked} verdicts, {exact} of them exactly; {beyond} of {rules} rules are beyond the proofs");
        Assert.True(exact > asked / 4, $"only {exact} of {asked} verdicts were decided exactly");
        Assert.True(beyond < rules / 2, $"{beyond} of {rules} rules are beyond the proofs");
    }

    /// <summary>One search per rule, so that one rule that cannot be said exactly does not spoil the others.</summary>
    private sealed class Agreement : ICheck
    {
        private readonly SolverAgreementTests counts;
        private readonly Subject subject;
        private readonly List<(RuleDefinition Rule, PatientSearch Search, Truth Verdict)> verdicts = [];

        public Agreement(SolverAgreementTests counts, BoundWorkflow workflow)
        {
            (this.counts, subject) = (counts, new Subject(workflow));
            foreach (var rule in workflow.Rules)
            {
                Interlocked.Increment(ref counts.rules);
                var search = new PatientSearch(Limit, workflow);
                try
                {
                    verdicts.Add((rule, search, search.Versions[0].VerdictOf(rule)));
                }
                catch (NotTranslatedException)
                {
                    search.Dispose();
                    Interlocked.Increment(ref counts.beyond);
                }
            }
        }

        public string? Fails(FactValues facts, IReadOnlyList<FactValues> completions) => Disagreement(subject.Read(facts).Inputs, facts.AsOf);

        public string? Disagreement(IReadOnlyList<FactFrame> inputs, DateOnly? asOf)
        {
            var evaluator = new Evaluator(subject.Workflow, inputs, asOf);
            foreach (var (rule, search, verdict) in verdicts)
            {
                var value = evaluator.ValueOf(rule);
                var (patient, same) = (PatientTerm.Of(search.Facts, [.. subject.Workflow.Inputs.Select((input, i) => (input.Name, inputs[i]))], asOf), Same(verdict, value));
                Interlocked.Increment(ref counts.asked);
                if (search.Ask(Term.And(patient, same)).Status != SolverStatus.Possible) return $"{rule.Name} is {Text(value)}: the solver knows no such patient";
                if (search.IsApproximate) continue;
                Interlocked.Increment(ref counts.exact);
                if (search.Ask(Term.And(patient, Term.Not(same))).Status != SolverStatus.Impossible) return $"{rule.Name} is {Text(value)}: the solver takes another verdict for possible too";
            }
            return null;
        }

        public void Dispose() => verdicts.ForEach(v => v.Search.Dispose());

        private static Term Same(Truth verdict, Value value) => value switch
        {
            KnownValue { Content: true } => verdict.IsTrue,
            KnownValue { Content: false } => verdict.IsFalse,
            FaultValue => verdict.Fault,
            _ => verdict.Undecided,
        };

        private static string Text(Value value) => value is KnownValue known ? $"{known.Content}" : value.GetType().Name;
    }
}
