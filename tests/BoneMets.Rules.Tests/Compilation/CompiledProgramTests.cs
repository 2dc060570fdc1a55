using System.Runtime.CompilerServices;
using BoneMets.Rules.Compilation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using static BoneMets.Rules.Tests.Compilation.BoundBuilder;

namespace BoneMets.Rules.Tests.Compilation;

public class CompiledProgramTests
{
    [Theory]
    [InlineData("peritrochanteric", 70, "lytic", true, "+---")] // 3 + 3 + 3 + 3
    [InlineData("upperLimb", 10, "blastic", false, "-+--")] // 1 + 1 + 1 + 1
    [InlineData("lowerLimb", 50, "mixed", null, "0000")] // 2 + 2 + 2 + (1 or 3) = 7 or 9
    [InlineData("peritrochanteric", 70, "lytic", null, "+---")] // at least 10
    [InlineData(null, 70, "lytic", true, "+---")] // at least 10
    [InlineData(null, null, null, null, "0000")]
    [InlineData("lowerLimb", 40, "mixed", false, "-+--")] // 7
    public void Mirels_scores_decide_as_soon_as_they_can(string? site, int? percent, string? look, bool? pain, string expected)
    {
        using var program = CompiledProgram.Create(Samples.Mirels());
        var lesion = new FactFrame(Samples.Lesion, "lesion");
        if (site is not null) lesion.SetEnumeration(Samples.Lesion.Find("site")!, site);
        if (percent is { } p) lesion.SetNumber(Samples.Lesion.Find("corticalPercent")!, p);
        if (look is not null) lesion.SetEnumeration(Samples.Lesion.Find("appearance")!, look);
        if (pain is { } hurts) lesion.SetBoolean(Samples.Lesion.Find("painful")!, hurts);
        Assert.Equal(expected, Decide(program, lesion));
    }

    [Theory]
    [InlineData("2.6", "+-+-")]
    [InlineData("2.59999999999999", "-+-+")]
    [InlineData("2.60000000000001", "+--+")]
    [InlineData(null, "0000")]
    public void Comparisons_of_facts_are_exact(string? calcium, string expected)
    {
        var b = new BoundBuilder("Boundaries", ("patient", Samples.Patient));
        b.Rule("AtLeast: patient.calcium >= 2.6", Compare(b.Fact("patient.calcium"), ">=", Number(2.6m)));
        b.Rule("Below: patient.calcium < 2.6", Compare(b.Fact("patient.calcium"), "<", Number(2.6m)));
        b.Rule("Same: patient.calcium == 2.6", Compare(b.Fact("patient.calcium"), "==", Number(2.6m)));
        b.Rule("Other: patient.calcium != 2.6", Compare(b.Fact("patient.calcium"), "!=", Number(2.6m)));
        using var program = CompiledProgram.Create(b.Build());
        Assert.Equal(expected, Decide(program, Patient(("calcium", calcium))));
    }

    [Theory]
    [InlineData("12", "4", "tie")]
    [InlineData("11.2", "5", "-")]
    [InlineData("11.2", "3", "tie")] // 11.2 + 0.8 is 12, and no double says so
    [InlineData("11.2", "2.99", "+")]
    [InlineData("12.000000000001", "4", "+")]
    [InlineData("12.0000000000000000001", "4", "tie")] // more digits than a double has
    [InlineData("12", null, "0")]
    public void A_near_tie_is_left_to_the_evaluator(string calcium, string? albumin, string expected)
    {
        var b = new BoundBuilder("Ties", ("patient", Samples.Patient));
        var corrected = b.Param("corrected = patient.calcium + 0.8 * (4.0 - patient.albumin)", Calculate(
            b.Fact("patient.calcium"), '+', Calculate(Number(0.8m), '*', Calculate(Number(4.0m), '-', b.Fact("patient.albumin")))));
        b.Rule("High: corrected > 12", Compare(Reference(corrected), ">", Number(12)));
        using var program = CompiledProgram.Create(b.Build());
        Assert.Equal(expected, Decide(program, Patient(("calcium", calcium), ("albumin", albumin))));
    }

    [Theory]
    [InlineData("12", "4", false)]
    [InlineData("11.2", "3", false)]
    [InlineData("11.2", "2.999999999999999", null)] // more digits than a double has
    [InlineData("11.2000000000001", "3", true)]
    public void A_near_tie_is_decided_by_the_details(string calcium, string albumin, bool? expected)
    {
        var b = new BoundBuilder("Ties", ("patient", Samples.Patient));
        var corrected = b.Param("corrected = patient.calcium + 0.8 * (4.0 - patient.albumin)", Calculate(
            b.Fact("patient.calcium"), '+', Calculate(Number(0.8m), '*', Calculate(Number(4.0m), '-', b.Fact("patient.albumin")))));
        b.Rule("High: corrected > 12", Compare(Reference(corrected), ">", Number(12)));
        var workflow = b.Build();
        using var program = CompiledProgram.Create(workflow);
        program.Exact = DetailProgram.Create(workflow);
        var facts = new FactSet([("patient", Samples.Patient)]);
        facts["patient"].SetNumber(Samples.Patient.Find("calcium")!, decimal.Parse(calcium));
        facts["patient"].SetNumber(Samples.Patient.Find("albumin")!, decimal.Parse(albumin));
        Assert.Equal(expected, (CompiledVerdicts.Of(program, facts, null)?[0] as BoneMets.Rules.Evaluation.KnownValue)?.Content as bool?);
        program.Exact.Dispose();
        if (expected == false) Assert.Null(CompiledVerdicts.Of(program, facts, null));
    }

    [Fact]
    public void A_rule_that_is_not_compiled_is_named_with_those_that_read_it()
    {
        var b = new BoundBuilder("Interpreted", ("patient", Samples.Patient));
        var root = b.Param("root = Sqrt(patient.calcium)", new BoundFunction(default, FactType.Number, ScalarFunction.Sqrt, [b.Fact("patient.calcium")]));
        b.Rule("Plain: patient.dialysis", b.Fact("patient.dialysis"));
        var rooted = b.Rule("Rooted: root > 3", Compare(Reference(root), ">", Number(3)));
        b.Rule("Reader: !Rooted", Not(Reference(rooted)));
        using var program = CompiledProgram.Create(b.Build());
        Assert.Equal([1, 2], program.InterpretedRules);
        Assert.Equal("000", Decide(program, Patient(("calcium", "16"))));
    }

    [Fact]
    public void A_hundred_and_thirty_rules_fill_three_words()
    {
        var b = new BoundBuilder("Many", ("patient", Samples.Patient));
        for (var i = 0; i < 130; i++) b.Rule($"R{i}: patient.age >= {i}", Compare(b.Fact("patient.age"), ">=", Number(i)));
        using var program = CompiledProgram.Create(b.Build());
        Assert.Equal(new string('+', 71) + new string('-', 59), Decide(program, Patient(("age", "70"))));
    }

    [Theory]
    [InlineData("14", "4", "+", "+-+")]
    [InlineData("9", "4", "-", "-+-")]
    [InlineData("9", null, "0", "000")]
    public void A_value_and_a_verdict_are_known_in_methods_far_after_their_own(string calcium, string? albumin, string first, string last)
    {
        var b = new BoundBuilder("Far", ("patient", Samples.Patient));
        var corrected = b.Param("corrected = patient.calcium + patient.albumin - 4", Calculate(b.Fact("patient.calcium"), '+', Calculate(b.Fact("patient.albumin"), '-', Number(4))));
        var high = b.Rule("High: corrected > 12", Compare(Reference(corrected), ">", Number(12)));
        for (var i = 0; i < 130; i++) b.Rule($"R{i}: patient.age >= {i}", Compare(b.Fact("patient.age"), ">=", Number(i)));
        // The text names values of other methods, but reads none.
        b.Rule("Text: patient.name == …", Compare(b.Fact("patient.name"), "==", Text("corrected_size High_notMet s.corrected")));
        b.Rule("Again: corrected > 12", Compare(Reference(corrected), ">", Number(12)));
        b.Rule("Low: !High", Not(Reference(high)));
        var lesions = b.Fact("patient.lesions");
        var lesion = Element(lesions);
        b.Rule("Loop: High && (corrected > 12 || patient.lesions.Any(l => l.corticalPercent > corrected))", And(Reference(high), Or(
            Compare(Reference(corrected), ">", Number(12)), Query(ListOperation.Any, lesions, lesion, Compare(Member(Variable(lesion), "corticalPercent"), ">", Reference(corrected))))));
        using var program = CompiledProgram.Create(b.Build());
        var verdicts = Decide(program, Patient(("calcium", calcium), ("albumin", albumin)));
        Assert.Equal((first, last), (verdicts[..1], verdicts[^3..]));
    }

    [Fact]
    public void A_decision_allocates_nothing()
    {
        using var program = CompiledProgram.Create(Samples.Everything());
        FactFrame[] facts = [new RandomWorkflows(3).Facts()];
        ulong[] met = [0], notMet = [0];
        Allocations.None(1_000, () => program.Decide(facts, 700_000, met, notMet));
    }

    [Fact]
    public void Names_and_texts_of_authors_cannot_leave_their_place()
    {
        var b = new BoundBuilder("x\n{ */ }", ("class", Samples.Patient));
        b.Rule("met0\u2028; } : patient\r\n.name */", Compare(b.Fact("class.name"), "==", Text("\"; } \n\u2028{")));
        var values = b.Param("Values = 1", Calculate(b.Fact("class.calcium"), '+', b.Fact("class.albumin")));
        b.Rule("Part1: Values > 1", Compare(Reference(values), ">", Number(1)));
        using var program = CompiledProgram.Create(b.Build());
        Assert.Equal("00", Decide(program, Patient()));
    }

    [Fact]
    public void Long_and_deep_expressions_stay_within_bounds()
    {
        var b = new BoundBuilder("Deep", ("patient", Samples.Patient));
        var fact = b.Fact("patient.calcium");
        var sum = Enumerable.Range(0, 900).Aggregate(fact, (left, i) => Calculate(left, '+', i % 2 == 0 ? fact : Number(1)));
        b.Rule("Sum: …", Compare(sum, ">", Number(900)));
        b.Rule("And: …", And([.. Enumerable.Range(0, 900).Select(i => Compare(fact, ">", Number(-i)))]));
        var same = Enumerable.Range(0, 60).Aggregate(b.Fact("patient.dialysis"), (left, _) => Compare(left, "==", b.Fact("patient.dialysis")));
        b.Rule("Same: …", Or(same, True()));
        var choice = Enumerable.Range(0, 60).Aggregate(b.Fact("patient.dialysis"), (left, _) => new BoundConditional(default, FactType.Boolean, True(), left, left is BoundConditional ? True() : left));
        b.Rule("Choice: …", Or(choice, True()));
        var last = Enumerable.Range(0, 1_500).Aggregate(b.Param("p = …", fact), (previous, i) => b.Param($"p{i} = …", Reference(previous)));
        b.Rule("Params: …", Compare(Reference(last), ">=", Number(0)));
        var workflow = b.Build();
        Assert.True(CSharpEmitter.Emit(workflow).Source.Length < 1_000_000);
        using var program = CompiledProgram.Create(workflow);
        Assert.Equal("+++++", Decide(program, Patient(("calcium", "3"))));
    }

    [Fact]
    public void Inputs_of_another_schema_and_a_disposed_program_are_refused()
    {
        var program = CompiledProgram.Create(Samples.Mirels());
        Assert.Throws<ArgumentException>(() => Decide(program, Patient()));
        program.Dispose();
        program.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Decide(program, new FactFrame(Samples.Lesion, "lesion")));
    }

    [Fact]
    public void Cancelling_stops_the_compiler()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => CompiledProgram.Create(Samples.Mirels(), null, cancelled.Token));
    }

    [Fact]
    public void Many_versions_leave_nothing_loaded()
    {
        var contexts = new List<WeakReference>();
        for (var i = 0; i < Nightly.Times(40, 400); i++) contexts.Add(UseOnce());
        for (var i = 0; i < 20 && contexts.Exists(c => c.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.DoesNotContain(contexts, c => c.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference UseOnce()
        {
            using var program = CompiledProgram.Create(Samples.Mirels());
            Assert.Equal("0000", Decide(program, new FactFrame(Samples.Lesion, "lesion")));
            return new WeakReference(program.Context);
        }
    }

    private static FactFrame Patient(params (string Name, string? Value)[] facts)
    {
        var frame = new FactFrame(Samples.Patient, "patient");
        foreach (var (name, value) in facts)
            if (value is not null) frame.SetNumber(Samples.Patient.Find(name)!, decimal.Parse(value));
        return frame;
    }

    /// <summary>One character per rule: + met, - not met, 0 undetermined.</summary>
    private static string Decide(CompiledProgram program, FactFrame facts)
    {
        ulong[] met = new ulong[program.Words], notMet = new ulong[program.Words];
        if (!program.Decide([facts], FactFrame.Unknown, met, notMet)) return "tie";
        return string.Concat(Enumerable.Range(0, program.Workflow.Rules.Count).Select(i =>
            (met[i / 64] >> (i % 64) & 1, notMet[i / 64] >> (i % 64) & 1) switch { (1, 0) => '+', (0, 1) => '-', (0, 0) => '0', _ => '!' }));
    }
}
