using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;
using static BoneMets.Rules.Tests.Compilation.BoundBuilder;

namespace BoneMets.Rules.Tests.Compilation;

/// <summary>Schemas and workflows that hold every construct which is compiled.</summary>
internal static class Samples
{
    public static readonly EnumType Site = new(["upperLimb", "lowerLimb", "peritrochanteric"]);
    public static readonly EnumType Appearance = new(["blastic", "mixed", "lytic"]);

    public static readonly ObjectSchema Spine = Schema("spine", new FactProperty("grade", FactType.Integer) { Minimum = 0, Maximum = 3 }, new FactProperty("unstable", FactType.Boolean));

    public static readonly ObjectSchema Lesion = Schema(
        "lesion",
        new FactProperty("site", Site),
        new FactProperty("appearance", Appearance),
        new FactProperty("corticalPercent", FactType.Number),
        new FactProperty("painful", FactType.Boolean));

    public static readonly ObjectSchema Patient = Schema(
        "patient",
        new FactProperty("calcium", new NumberType(false, "mg/dL")),
        new FactProperty("albumin", new NumberType(false, "g/dL")),
        new FactProperty("age", FactType.Integer) { Minimum = 0, Maximum = 130 },
        new FactProperty("dialysis", FactType.Boolean),
        new FactProperty("site", Site),
        new FactProperty("otherSite", Site),
        new FactProperty("name", FactType.Text),
        new FactProperty("diagnosed", FactType.Date),
        new FactProperty("imaged", FactType.Date),
        new FactProperty("spine", new ObjectType(Spine)),
        new FactProperty("lesions", new ListType(new ObjectType(Lesion))),
        new FactProperty("markers", new ListType(FactType.Number)) { ScalarElement = ScalarOf(FactType.Number) });

    /// <summary>The score, bands and rules of the design's example, on a lesion.</summary>
    public static BoundWorkflow Mirels()
    {
        var b = new BoundBuilder("MirelsFractureRisk", ("lesion", Lesion));
        var site = b.Table(
            "mirelsSitePoints", HitPolicy.First, [("lesion.site", b.Fact("lesion.site"))],
            [Row([Words(Site, "upperLimb")], Number(1)), Row([Words(Site, "lowerLimb")], Number(2)), Row([Words(Site, "peritrochanteric")], Number(3))],
            true, true, true, ("mirelsSitePoints", FactType.Number));
        var size = b.Table(
            "mirelsSizePoints", HitPolicy.First, [("lesion.corticalPercent * 3", Calculate(b.Fact("lesion.corticalPercent"), '*', Number(3)))],
            [Row([Range(null, 100)], Number(1)), Row([Range(100, 200, true, true)], Number(2)), Row([Range(200, null, false)], Number(3))],
            true, true, true, ("mirelsSizePoints", FactType.Number));
        var look = b.Table(
            "mirelsAppearancePoints", HitPolicy.First, [("lesion.appearance", b.Fact("lesion.appearance"))],
            [Row([Words(Appearance, "blastic")], Number(1)), Row([Words(Appearance, "mixed")], Number(2)), Row([Words(Appearance, "lytic")], Number(3))],
            true, true, true, ("mirelsAppearancePoints", FactType.Number));
        var pain = b.Table(
            "mirelsPainPoints", HitPolicy.First, [],
            [When(b.Fact("lesion.painful"), Number(3)), Otherwise(Number(1))], true, true, true, ("mirelsPainPoints", FactType.Number));
        var score = b.Score("mirelsScore", site, size, look, pain);
        var fix = b.Rule("ProphylacticFixationIndicated: mirelsScore >= 9", Compare(Reference(score), ">=", Number(9)));
        b.Rule("FractureRiskLow: mirelsScore <= 7", Compare(Reference(score), "<=", Number(7)));
        b.Rule("Borderline: mirelsScore == 8", Compare(Reference(score), "==", Number(8)));
        b.Rule("Watch: !ProphylacticFixationIndicated && lesion.painful", And(Not(Reference(fix)), b.Fact("lesion.painful")));
        return b.Build();
    }

    /// <summary>Params, dates, words, texts, nested objects, null patterns, lists and a used workflow.</summary>
    public static BoundWorkflow Everything()
    {
        var b = new BoundBuilder("Everything", ("patient", Patient));
        var corrected = b.Param(
            "correctedCalcium = patient.calcium + 0.8 * (4.0 - ValueIn(patient.albumin, \"g/dL\"))",
            Calculate(b.Fact("patient.calcium"), '+', Calculate(Number(0.8m), '*', Calculate(Number(4.0m), '-', new BoundValueIn(default, b.Fact("patient.albumin"), null)))));
        b.Rule("Hypercalcemia: correctedCalcium > 12", Compare(Reference(corrected), ">", Number(12)));
        b.Rule("AgedOrOnDialysis: patient.age >= 70 || patient.dialysis", Or(Compare(b.Fact("patient.age"), ">=", Number(70)), b.Fact("patient.dialysis")));
        b.Rule("Limb: patient.site is \"upperLimb\" or \"lowerLimb\"", Is(b.Fact("patient.site"), Words(Site, "upperLimb", "lowerLimb")));
        b.Rule("OtherSite: patient.site != patient.otherSite", Compare(b.Fact("patient.site"), "!=", b.Fact("patient.otherSite")));
        b.Rule("Imaged: patient.imaged >= patient.diagnosed && patient.diagnosed > Date(\"2020-01-01\")", And(
            Compare(b.Fact("patient.imaged"), ">=", b.Fact("patient.diagnosed")), Compare(b.Fact("patient.diagnosed"), ">", Day("2020-01-01"))));
        b.Rule("Named: patient.name == \"Doe */ \\\"J\\\"\"", Compare(b.Fact("patient.name"), "==", Text("Doe */ \"J\"")));
        b.Rule("SpineGrade: patient.spine.grade is null or >= 2", Is(b.Fact("patient.spine.grade"), NullOr(Range(2, null, integers: true))));
        b.Rule("Recent: MonthsBetween(patient.imaged, asOf) < 6", Compare(
            new BoundFunction(default, FactType.Integer, ScalarFunction.MonthsBetween, [b.Fact("patient.imaged"), new BoundAsOf(default)]), "<", Number(6)));
        var lesions = b.Fact("patient.lesions");
        var l = Element(lesions);
        b.Rule("AnyLytic: patient.lesions.Any(l => l.appearance == \"lytic\" && l.painful)", Query(ListOperation.Any, lesions, l, And(
            Compare(Member(Variable(l), "appearance"), "==", Word("lytic", Appearance)), Member(Variable(l), "painful"))));
        b.Rule("AllPainful: patient.lesions.All(l => l.painful)", Query(ListOperation.All, lesions, l, Member(Variable(l), "painful")));
        b.Rule("ManyLarge: patient.lesions.Count(l => l.corticalPercent > patient.age) >= 2", Compare(
            Query(ListOperation.Count, lesions, l, Compare(Member(Variable(l), "corticalPercent"), ">", b.Fact("patient.age"))), ">=", Number(2)));
        var mirels = Mirels();
        b.Rule("AnyFixation: patient.lesions.Any(l => MirelsFractureRisk(lesion: l).ProphylacticFixationIndicated)", Query(
            ListOperation.Any, lesions, l, new BoundUseReference(default, new BoundUse(mirels, [Variable(l)]), mirels.Rules[0])));
        var dose = b.Table(
            "dose", HitPolicy.Unique, [("patient.age", b.Fact("patient.age"))],
            [Row([Range(0, 18, true, true, true)], Number(1.5m), Text("child")), Row([Range(60, 200, true, true, true)], Number(3.3m), Text("old"))],
            false, true, false, ("dose.mg", FactType.Number), ("dose.group", FactType.Text));
        b.Rule("LowDose: dose.mg < 3.3", Compare(Reference(dose.Outputs[0]), "<", Number(3.3m)));
        b.Rule("NotAdult: dose.group is \"child\" or \"old\"", Is(Reference(dose.Outputs[1]), Texts("child", "old")));
        b.Rule("Level: (patient.dialysis ? 2.0 : dose.mg) >= 1.5", Compare(
            new BoundConditional(default, FactType.Number, b.Fact("patient.dialysis"), Number(2.0m), Reference(dose.Outputs[0])), ">=", Number(1.5m)));
        return b.Build();
    }

    public static ObjectSchema ScalarOf(FactType type)
    {
        var schema = new ObjectSchema("value") { IsScalarElement = true };
        schema.Complete([new FactProperty("value", type)]);
        return schema;
    }

    private static ObjectSchema Schema(string name, params FactProperty[] properties)
    {
        var schema = new ObjectSchema(name);
        schema.Complete(properties);
        return schema;
    }
}
