using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Evaluation;

public sealed class FactTests
{
    private static readonly ObjectSchema Scalar = Schema("element", true, ("value", FactType.Integer));
    private static readonly ObjectSchema Lesion = Schema("lesion", false, ("pain", FactType.Boolean), ("size", FactType.Number));
    private static readonly ObjectSchema Patient = Schema(
        "patient", false, ("age", FactType.Integer), ("name", FactType.Text), ("sex", new EnumType(["female", "male"])), ("knownCancer", FactType.Boolean),
        ("born", FactType.Date), ("worst", new ObjectType(Lesion)), ("lesions", new ListType(new ObjectType(Lesion))), ("levels", new ListType(FactType.Integer)));

    [Fact]
    public void Facts_of_every_kind_are_read_from_the_frame()
    {
        var scene = new Scene();
        var patient = scene.Input(Patient, "patient");
        var frame = scene.Frames[0];
        frame.SetNumber(Patient.Find("age")!, 70);
        frame.Texts[Patient.Find("name")!.Slot] = "Ann";
        frame.Codes[Patient.Find("sex")!.Slot] = 1;
        frame.Codes[Patient.Find("knownCancer")!.Slot] = 0;
        frame.Codes[Patient.Find("born")!.Slot] = new DateOnly(1956, 1, 31).DayNumber;
        Assert.Equal("70", scene.Show(Fact(patient, "age")));
        Assert.Equal("'Ann'", scene.Show(Fact(patient, "name")));
        Assert.Equal("'male'", scene.Show(Fact(patient, "sex")));
        Assert.Equal("false", scene.Show(Fact(patient, "knownCancer")));
        Assert.Equal("1956-01-31", scene.Show(Fact(patient, "born")));
    }

    [Fact]
    public void A_missing_fact_is_unknown_under_its_path()
    {
        var scene = new Scene();
        var patient = scene.Input(Patient, "patient");
        foreach (var fact in new[] { "age", "name", "sex", "knownCancer", "born", "lesions" })
            Assert.Equal("?patient." + fact, scene.Show(Fact(patient, fact)));
        Assert.Equal("?patient.worst.pain", scene.Show(Fact(Fact(patient, "worst"), "pain")));
        Assert.Equal("?x", scene.Show(Fact(scene.Operand("?x"), "pain", Lesion)));
        Assert.Equal("!4001", scene.Show(Fact(scene.Operand("!4001"), "pain", Lesion)));
    }

    [Fact]
    public void Elements_of_lists_keep_their_paths()
    {
        var scene = new Scene();
        var patient = scene.Input(Patient, "patient");
        var lesions = new FactList("patient.lesions") { Items = { new FactFrame(Lesion, "patient.lesions[0]"), new FactFrame(Lesion, "patient.lesions[1]") } };
        lesions.Items[0].Codes[Lesion.Find("pain")!.Slot] = 0;
        var levels = new FactList("patient.levels") { Items = { new FactFrame(Scalar, "patient.levels[0]"), new FactFrame(Scalar, "patient.levels[1]") } };
        levels.Items[0].SetNumber(Scalar.Properties[0], 3);
        scene.Frames[0].Lists[Patient.Find("lesions")!.Slot] = lesions;
        scene.Frames[0].Lists[Patient.Find("levels")!.Slot] = levels;
        var l = new LambdaVariable("l", new ObjectType(Lesion), 0);
        var any = new BoundListQuery(default, FactType.Boolean, ListOperation.Any, Fact(patient, "lesions"), l, Fact(new BoundVariable(default, l), "pain", Lesion), null);
        Assert.Equal("?patient.lesions[1].pain", scene.Show(any));
        Assert.Equal("(3; ?patient.levels[1])", scene.Show(Fact(patient, "levels")));
        Assert.Equal("(<patient.lesions[0]>; <patient.lesions[1]>)", scene.Show(Fact(patient, "lesions")));
    }

    [Fact]
    public void An_object_is_known_once_any_of_its_facts_is()
    {
        var scene = new Scene();
        var patient = scene.Input(Patient, "patient");
        var isKnown = new BoundIsKnown(default, patient);
        var isNull = new BoundPatternTest(default, Fact(patient, "worst"), PatternNotation.Read("null"));
        Assert.Equal("false", scene.Show(isKnown));
        Assert.Equal("true", scene.Show(isNull));
        scene.Frames[0].ObjectAt(Patient.Find("worst")!).SetNumber(Lesion.Find("size")!, 2);
        Assert.Equal("true", scene.Show(isKnown));
        Assert.Equal("false", scene.Show(isNull));
    }

    [Fact]
    public void A_field_that_the_shape_lacks_is_missing_under_its_path()
    {
        var scene = new Scene();
        var patient = scene.Input(Patient, "input1");
        var country = new BoundAbsent(default, patient, "country");
        Assert.Equal("?input1.country", scene.Show(country));
        Assert.Equal("?input1.country.code.iso", scene.Show(new BoundAbsent(default, new BoundAbsent(default, country, "code"), "iso")));
        Assert.Equal("?input9", scene.Show(new BoundAbsent(default, null, "input9")));
        Assert.Equal("?input1.lesions", scene.Show(new BoundAbsent(default, new BoundListQuery(
            default, new ObjectType(Lesion), ListOperation.First, Fact(patient, "lesions"), null, null, null), "country")));
    }

    [Fact]
    public void The_evaluation_date_is_a_fact_like_others()
    {
        Assert.Equal("2026-01-31", new Scene { AsOf = new DateOnly(2026, 1, 31) }.Show(new BoundAsOf(default)));
        Assert.Equal("?asOf", new Scene().Show(new BoundAsOf(default)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(1)]
    [InlineData("word")]
    public void Constants_are_themselves(object value)
    {
        var content = value is int number ? (decimal)number : value;
        Assert.Equal(value is string ? "'word'" : value is bool ? "true" : "1", new Scene().Show(new BoundConstant(default, FactType.Absent, content)));
    }

    internal static ObjectSchema Schema(string name, bool isScalar, params (string Name, FactType Type)[] properties)
    {
        var schema = new ObjectSchema(name) { IsScalarElement = isScalar };
        schema.Complete(properties.Select(p => new FactProperty(p.Name, p.Type)));
        return schema;
    }

    internal static BoundFact Fact(BoundNode owner, string name, ObjectSchema? schema = null) =>
        new(default, owner, (schema ?? ((ObjectType)owner.Type).Schema).Find(name)!);
}
