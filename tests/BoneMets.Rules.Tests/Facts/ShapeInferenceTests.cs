using System.Text;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Tests.Facts;

public class ShapeInferenceTests
{
    [Theory]
    [InlineData("""{}""", "{}")]
    [InlineData("""null""", "{}")]
    [InlineData("""{"b": 1, "a": "x", "c": true, "d": null}""", """{"a":t,"b":n,"c":b,}""")]
    [InlineData("""{"a": 1.5, "b": {"c": {"d": false}}}""", """{"a":n,"b":{"c":{"d":b,},},}""")]
    [InlineData("""{"list": [1, null, 2.5]}""", """{"list":[n],}""")]
    [InlineData("""{"list": [{"a": 1}, null, {"b": "x", "a": null}]}""", """{"list":[{"a":n,"b":t,}],}""")]
    [InlineData("""{"list": [{"a": [{"x": 1}]}, {"a": [{"y": 1}], "b": {}}]}""", """{"list":[{"a":[{"x":n,"y":n,}],"b":{},}],}""")]
    [InlineData("""{"list": []}""", """{"list":[-],}""")]
    [InlineData("""{"list": [null]}""", """{"list":[-],}""")]
    [InlineData("""{"a\"b": 1}""", """{"a\u0022b":n,}""")]
    public void A_shape_has_the_fields_that_are_known(string json, string key)
    {
        var shape = Infer(json, out var findings);
        Assert.Empty(findings);
        Assert.True(shape!.IsShape);
        Assert.Equal(key, ShapeInference.KeyOf(shape));
    }

    [Theory]
    [InlineData("""[1]""", "BMR3003 /in: `in` takes an object, not a list")]
    [InlineData("""{"a": [1, "x"]}""", "BMR3003 /in/a/1: `in.a[1]` is a text, but the elements before are not")]
    [InlineData("""{"a": [{"b": 1}, {"b": true}]}""", "BMR3003 /in/a/1/b: `in.a[1].b` is a boolean, but the elements before are not")]
    [InlineData("""{"a": [{}, 1]}""", "BMR3003 /in/a/1: `in.a[1]` is a number, but the elements before are not")]
    [InlineData("""{"a": [[1]]}""", "BMR3003 /in/a/0: `in.a[0]` is a list in a list")]
    [InlineData("""{"a": 1, "a": 2}""", "BMR3009 /in/a: `in.a` is given twice")]
    [InlineData("""{"\ud800": 1}""", "BMR3001 /in: `in` has a field with half a character in its name")]
    public void What_has_no_shape_is_one_finding(string json, string finding)
    {
        Assert.Null(Infer(json, out var findings));
        var error = Assert.Single(findings);
        Assert.Equal(finding, $"{error.Code} {error.Pointer}: {error.Message}");
    }

    [Fact]
    public void Shapes_have_limits()
    {
        Assert.Null(Infer($$"""{"a": [{{string.Join(',', Enumerable.Repeat(1, 10_001))}}]}""", out var findings));
        Assert.Equal("BMR3008", findings[0].Code.Id);
        Assert.Null(Infer($$"""{{{string.Join(',', Enumerable.Range(0, 2_001).Select(i => $"\"f{i}\": 1"))}}}""", out findings));
        Assert.Equal("BMR3015", findings[0].Code.Id);
        Assert.NotNull(Infer($$"""{"a": [{{string.Join(',', Enumerable.Repeat("{\"b\": null, \"c\": 1}", 5_000))}}]}""", out _));
    }

    [Fact]
    public void The_key_does_not_depend_on_any_order()
    {
        var one = Infer("""{"a": 1, "b": [{"x": "1", "y": 2}]}""", out _)!;
        var other = Infer("""{"b": [{"y": 3}, {"x": "1"}], "a": 2}""", out _)!;
        Assert.Equal(ShapeInference.KeyOf(one), ShapeInference.KeyOf(other));
        Assert.Equal(ShapeInference.KeyOf([("p", one), ("q", other)]), ShapeInference.KeyOf([("q", one), ("p", other)]));
    }

    [Theory]
    [InlineData("""{"in": {"a": 2, "b": "y", "list": [{"x": 1}], "empty": []}}""", true, false)]
    [InlineData("""{"in": {}}""", true, false)]
    [InlineData("""{"in": null}""", true, false)]
    [InlineData("""{"in": {"unheard": null, "list": [null, {"z": null}], "empty": [null]}}""", true, false)]
    [InlineData("""{"in": {"a": "2"}}""", false, true)]
    [InlineData("""{"in": {"unheard": 1}}""", false, true)]
    [InlineData("""{"in": {"list": [{"z": 1}]}}""", false, true)]
    [InlineData("""{"in": {"list": [5]}}""", false, true)]
    [InlineData("""{"in": {"empty": [5]}}""", false, true)]
    [InlineData("""{"other": {}}""", false, true)]
    [InlineData("""{"in": {"a": 1e400}}""", false, false)]
    [InlineData("""{"in": {"a": 1""", false, false)]
    public void An_input_fits_a_shape_or_has_another(string json, bool fits, bool hasOtherShape)
    {
        var shape = Infer("""{"a": 1, "b": "x", "list": [{"x": 1}], "empty": []}""", out _)!;
        var reader = new FactReader([("in", shape)]);
        var set = reader.Rent();
        Assert.Equal(fits, reader.Read(Encoding.UTF8.GetBytes(json), set, null));
        Assert.Equal(hasOtherShape, set.ShapeMismatch);
    }

    private static ObjectSchema? Infer(string json, out IReadOnlyList<Diagnostic> findings)
    {
        using var document = JsonDocument.Parse(json);
        var bag = new DiagnosticBag();
        var shape = ShapeInference.Infer("in", document.RootElement, bag);
        findings = bag.Items;
        return shape;
    }
}
