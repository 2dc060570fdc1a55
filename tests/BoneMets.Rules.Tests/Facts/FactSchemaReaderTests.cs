using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Tests.Facts;

public class FactSchemaReaderTests
{
    private const string Lesion = """{"type": "object", "properties": {"site": {"enum": ["arm", "leg"]}}}""";

    [Fact]
    public void A_schema_becomes_facts_with_types_units_and_places()
    {
        var schemas = Read(out var findings, ("patient", """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "patient.schema.json", "title": "Patient", "type": "object", "additionalProperties": false,
              "properties": {
                "totalCalcium": { "type": "number", "minimum": 1, "maximum": 30.5, "description": "total", "x-label": "Calcium", "x-group": "Lab", "x-order": 2,
                  "x-unit": "mg/dL", "x-units": { "mmol/L": 4.008, "g/L": {"divideBy": 0.01}, "ug/dL": {"factor": 1e-3} },
                  "x-codes": [ {"system": "http://loinc.org", "code": "17861-6"} ], "x-fhir": {"absent": "unknown", "sources": [{"resource": "Observation", "valueSet": "calcium", "status": ["final"], "value": ["valueQuantity"], "unit": "mustConvert", "select": "latest"}]} },
                "age": { "type": "integer" },
                "site": { "type": "string", "enum": ["arm", "leg"] },
                "note": { "type": "string" },
                "on": { "type": "string", "format": "date" },
                "smokes": { "type": "boolean" },
                "kidney": { "type": "object", "properties": { "isSingle": { "type": "boolean" } } },
                "lesions": { "type": "array", "items": { "$ref": "lesion.schema.json" } },
                "main": { "$ref": "./lesion.schema.json", "description": "the worst one" },
                "values": { "type": "array", "items": { "type": "number", "minimum": 0, "x-unit": "mm" } },
                "drugs": { "type": "array", "items": { "type": "object", "properties": { "dose": { "type": "number" } } } }
              }
            }
            """), ("lesion", Lesion));
        // A value set that is not installed is told; the facts are read all the same.
        Assert.Equal([DiagnosticCode.UnknownValueSet], findings.Select(f => f.Code));
        var patient = schemas["patient"];
        Assert.Equal(["totalCalcium", "age", "site", "note", "on", "smokes", "kidney", "lesions", "main", "values", "drugs"], patient.Properties.Select(p => p.Name));
        Assert.Equal(
            ["a number in mg/dL", "a whole number", "one of arm, leg", "a text", "a date", "true or false", "an object (patient.kidney)", "a list", "an object (lesion)", "a list", "a list"],
            patient.Properties.Select(p => p.Type.Describe()));
        var calcium = patient.Find("totalCalcium")!;
        Assert.Equal((1m, 30.5m, "mg/dL", "Calcium", "total", "Lab", 2m), (calcium.Minimum, calcium.Maximum, calcium.Unit, calcium.Label, calcium.Description, calcium.Group, calcium.Order));
        Assert.Equal(["g/L 1000", "mmol/L 40.08", "ug/dL 0.01"], calcium.OtherUnits.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => $"{u.Key} {ExactNumber.Show(u.Value.ToCanonical(10))}"));
        Assert.Equal([new FactCoding("http://loinc.org", "17861-6")], calcium.Codes);
        Assert.Equal("Observation", Assert.Single(calcium.Fhir!.Sources).Resource);
        Assert.Same(schemas["lesion"], patient.Find("lesions")!.ElementSchema);
        Assert.Equal("the worst one", patient.Find("main")!.Description);
        Assert.True(patient.Find("values")!.ElementSchema is { IsScalarElement: true, Properties: [{ Minimum: 0, Unit: "mm" }] });
        Assert.Equal("patient.drugs", patient.Find("drugs")!.ElementSchema!.Name);
    }

    [Theory]
    [InlineData("""{"enum": ["f", "m"], "x-attribute": "sex"}""", PatientAttribute.Sex)]
    [InlineData("""{"type": "integer", "x-attribute": "dateOfBirth"}""", PatientAttribute.DateOfBirth)]
    [InlineData("""{"type": "string", "format": "date", "x-attribute": "dateOfBirth"}""", PatientAttribute.DateOfBirth)]
    [InlineData("""{"type": "array", "items": {"type": "string"}, "x-attribute": "race"}""", PatientAttribute.Race)]
    [InlineData("""{"type": "boolean", "x-attribute": "socialDeterminants"}""", PatientAttribute.SocialDeterminants)]
    [InlineData("""{"type": "boolean"}""", null)]
    public void A_fact_may_stand_for_an_attribute_whose_use_is_declared(string fact, PatientAttribute? expected)
    {
        var schemas = Read(out var findings, ("patient", $$$"""{"type": "object", "properties": {"x": {{{fact}}}}}"""));
        Assert.Empty(findings);
        Assert.Equal(expected, schemas["patient"].Find("x")!.Attribute);
    }

    [Fact]
    public void Facts_are_read_by_a_schema_that_was_read()
    {
        var schemas = Read(out _, ("patient", """{"type": "object", "properties": {"mm": {"type": "array", "items": {"type": "integer", "x-unit": "mm", "x-units": {"cm": 10}}}, "lesions": {"type": "array", "items": {"$ref": "lesion.schema.json"}}}}"""), ("lesion", Lesion));
        var reader = new FactReader([("patient", schemas["patient"])]);
        var set = reader.Rent();
        var errors = new List<Diagnostic>();
        Assert.True(reader.Read("""{"patient": {"mm": [3, {"value": 1.2, "unit": "cm"}], "lesions": [{"site": "leg"}]}}"""u8, set, errors));
        Assert.Equal("patient.mm#2; patient.mm[0]=3; patient.mm[1]=12; patient.lesions#1; patient.lesions[0].site=leg", TestFacts.Show(set["patient"]));
        Assert.False(reader.Read("""{"patient": {"mm": [{"value": 1.25, "unit": "cm"}]}}"""u8, set, errors));
        Assert.Equal("`patient.mm[0]` takes a whole number in mm, not `1.25 cm`", Assert.Single(errors).Message);
    }

    [Theory]
    [InlineData("""{"type": "number", "exclusiveMinimum": 1}""", "/exclusiveMinimum", "BMR1011: `exclusiveMinimum` is not supported here (`minimum` and `maximum` include the bound itself)")]
    [InlineData("""{"type": "number", "minimun": 1}""", "/minimun", "BMR1011: `minimun` is not supported here (did you mean `minimum`?)")]
    [InlineData("""{"type": "boolean", "minimum": 1}""", "/minimum", "BMR1011: `minimum` is not supported here")]
    [InlineData("""{"type": "number", "default": 1}""", "/default", "BMR1011: `default` is not supported here (an unknown fact stays unknown; a rule may say `x ?? d`)")]
    [InlineData("""{"type": "number", "minimum": 3, "maximum": 1}""", "/minimum", "BMR1011: the minimum 3 is above the maximum 1")]
    [InlineData("""{"type": "number", "minimum": "3"}""", "/minimum", "BMR1005: `minimum` takes a number")]
    [InlineData("""{"type": "number", "minimum": 1e400}""", "/minimum", "BMR1005: `minimum` takes a number of at most 28 digits")]
    [InlineData("""{"type": "numbr"}""", "/type", "BMR1006: `numbr` is no type of a fact (did you mean `number`?)")]
    [InlineData("""{"type": ["number", "null"]}""", "/type", "BMR1005: `type` is one word (`null` is always allowed and is not listed)")]
    [InlineData("""{}""", "", "BMR1004: `x` has no `type` (one of boolean, integer, number, string, array, object)")]
    [InlineData("""5""", "", "BMR1005: the schema of `x` is an object (for example `{\"type\": \"number\"}`)")]
    [InlineData("""{"type": "string", "format": "date-time"}""", "/format", "BMR1011: the format `date-time` is not supported (`date`, written yyyy-MM-dd, is the only one)")]
    [InlineData("""{"enum": ["a", null]}""", "/enum/1", "BMR1005: `enum` lists words (`null` is always allowed and is not listed)")]
    [InlineData("""{"enum": ["a", "a"]}""", "/enum/1", "BMR1007: `a` stands twice in `enum`")]
    [InlineData("""{"enum": []}""", "/enum", "BMR1005: `enum` is a list of at least one word")]
    [InlineData("""{"type": "array"}""", "", "BMR1004: the list `x` has no `items` (for example `{\"$ref\": \"lesion.schema.json\"}`)")]
    [InlineData("""{"type": "array", "items": {"type": "array", "items": {"type": "number"}}}""", "/items/type", "BMR1011: a list of lists is not supported (make the elements objects that have a list)")]
    [InlineData("""{"type": "number", "x-unit": "mm", "x-units": {"cm": 0}}""", "/x-units/cm", "BMR1012: `0` does not convert `cm` (a number above zero, or `{\"divideBy\": 88.4}`)")]
    [InlineData("""{"type": "number", "x-unit": "mm", "x-units": {"cm": {"divideBy": -1}}}""", "/x-units/cm/divideBy", "BMR1012: `-1` does not convert `cm` (a number above zero, or `{\"divideBy\": 88.4}`)")]
    [InlineData("""{"type": "number", "x-unit": "mm", "x-units": {"cm": "10"}}""", "/x-units/cm", "BMR1012: `\"10\"` does not convert `cm` (a number above zero, or `{\"divideBy\": 88.4}`)")]
    [InlineData("""{"type": "number", "x-unit": "mm", "x-units": {"cm": {"times": 1}}}""", "/x-units/cm", "BMR1012: the conversion of `cm` has one key, `factor` or `divideBy`")]
    [InlineData("""{"type": "number", "x-unit": "mm", "x-units": {"mm": 1}}""", "/x-units/mm", "BMR1012: `mm` is the canonical unit itself (leave it out)")]
    [InlineData("""{"type": "number", "x-units": {"cm": 1}}""", "/x-units", "BMR1012: other units need a canonical one (add `x-unit`)")]
    [InlineData("""{"$ref": "lesoin.schema.json"}""", "/$ref", "BMR1013: there is no fact schema `lesoin.schema.json` beside this one (did you mean `lesion.schema.json`?)")]
    [InlineData("""{"$ref": "https://example.org/x"}""", "/$ref", "BMR1013: there is no fact schema `https://example.org/x` beside this one (`$ref` names a sibling file such as `lesion.schema.json`)")]
    [InlineData("""{"$ref": "lesion.schema.json", "type": "object"}""", "/type", "BMR1011: `type` is not supported here")]
    [InlineData("""{"$ref": "root.schema.json"}""", "/$ref", "BMR1011: the schema `root` contains itself: root → root (facts end somewhere: leave out this property)")]
    [InlineData("""{"type": "object", "properties": {}, "required": ["a"]}""", "/required", "BMR1011: `required` is not supported here (facts are never required: a missing one is unknown, and the decision names it)")]
    [InlineData("""{"type": "object", "properties": {}, "additionalProperties": true}""", "/additionalProperties", "BMR1011: `additionalProperties` can only be `false` (a fact that the schema does not know is always an error)")]
    [InlineData("""{"type": "number", "x-codes": [{"system": "a"}]}""", "/x-codes/0", "BMR1005: a code is an object with the texts `system` and `code`")]
    [InlineData("""{"type": "number", "x-order": "1"}""", "/x-order", "BMR1005: `x-order` takes a number")]
    [InlineData("""{"type": "number", "x-attribute": 1}""", "/x-attribute", "BMR1005: `x-attribute` takes a text")]
    [InlineData("""{"type": "number", "x-attribute": "dateOfBirt"}""", "/x-attribute", "BMR1006: `dateOfBirt` is no attribute of a patient (did you mean `dateOfBirth`?)")]
    [InlineData("""{"type": "number", "x-attribute": "Sex"}""", "/x-attribute", "BMR1006: `Sex` is no attribute of a patient (did you mean `sex`?)")]
    [InlineData("""{"type": "object", "properties": {}, "x-attribute": "sex"}""", "/x-attribute", "BMR1011: `x-attribute` is not supported here (it belongs to a fact with a value, or to a list)")]
    [InlineData("""{"type": "array", "items": {"type": "string", "x-attribute": "race"}}""", "/items/x-attribute", "BMR1011: `x-attribute` is not supported on the elements of a list (it belongs to the list)")]
    public void What_a_fact_cannot_be_is_one_finding_with_its_place(string fact, string pointer, string finding)
    {
        var root = "{\n  \"type\": \"object\",\n  \"properties\": {\n    \"x\": " + fact + "\n  }\n}";
        _ = Read(out var findings, ("root", root), ("lesion", Lesion));
        var error = Assert.Single(findings);
        Assert.Equal("error " + finding, (error with { Pointer = "", Document = "", Line = 0 }).ToString());
        Assert.Equal(("/properties/x" + pointer, "root", 4), (error.Pointer, error.Document, error.Line));
    }

    [Theory]
    [InlineData("class", "BMR1008: `class` is a word of the rule language")]
    [InlineData("and", "BMR1008: `and` is a word of the rule language")]
    [InlineData("2nd", "BMR1008: `2nd` is no name for rules: letters, digits and `_`, not a digit first, at most 100")]
    [InlineData("a.b", "BMR1008: `a.b` is no name for rules: letters, digits and `_`, not a digit first, at most 100")]
    public void Names_must_be_usable_in_rules(string name, string finding)
    {
        _ = Read(out var findings, ("root", $$$"""{"properties": {"{{{name}}}": {"type": "number"} }}"""));
        Assert.Equal(finding, $"{Assert.Single(findings).Code}: {findings[0].Message}");
    }

    [Fact]
    public void A_circle_of_schemas_is_named_once_and_the_rest_is_read()
    {
        var schemas = Read(out var findings,
            ("a", """{"properties": {"b": {"$ref": "b.schema.json"}, "n": {"type": "number"}}}"""),
            ("b", """{"properties": {"c": {"type": "array", "items": {"$ref": "c.schema.json"}}}}"""),
            ("c", """{"properties": {"a": {"$ref": "a.schema.json"}, "n": {"type": "number"}}}"""));
        Assert.Equal("the schema `a` contains itself: a → b → c → a", Assert.Single(findings).Message);
        Assert.Equal(["b", "n"], schemas["a"].Properties.Select(p => p.Name));
        Assert.Equal(["n"], schemas["c"].Properties.Select(p => p.Name));
    }

    [Fact]
    public void A_file_that_is_no_object_schema_says_so()
    {
        _ = Read(out var findings, ("a", "[]"), ("b", """{"type": "array"}"""), ("c", """{"properties": []}"""));
        Assert.Equal(["a: a fact schema is an object", "b: the `type` here is `object`", "b: the schema of `b` has no `properties`", "c: `properties` is an object: a name and a schema for each fact"],
            findings.Select(f => $"{f.Document}: {f.Message}"));
    }

    private static IReadOnlyDictionary<string, ObjectSchema> Read(out IReadOnlyList<Diagnostic> findings, params (string Name, string Text)[] files)
    {
        var bag = new DiagnosticBag();
        var schemas = FactSchemaReader.ReadAll([.. files.Select(f => (f.Name, JsonText.Parse(f.Name, f.Text).Root!))], bag);
        findings = bag.Items;
        return schemas;
    }
}
