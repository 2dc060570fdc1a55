using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Facts.Fhir;

namespace BoneMets.Rules.Tests.Facts.Fhir;

public sealed class FhirMappingReaderTests
{
    private const string Loinc = "http://loinc.org";
    private const string Lab = """ "resource": "Observation", "codes": [{"system": "http://loinc.org", "code": "1"}], "status": ["final"] """;
    private const string Illness = """ "resource": "Condition", "codes": [{"system": "http://loinc.org", "code": "1"}], "verificationStatus": ["confirmed"] """;
    private const string Quantity = """ "value": ["valueQuantity"], "unit": "mustConvert", "select": "latest" """;

    [Fact]
    public void A_mapping_is_read_once_into_a_model()
    {
        var fact = Fact("""
            {"type": "integer", "minimum": 0, "maximum": 4, "x-unit": "{score}", "x-fhir": {"absent": "unknown", "conflict": "highest", "note": "n", "sources": [{
              "resource": "Observation", "codeAt": "category", "codes": [{"system": "http://loinc.org", "code": "89247-1"}], "valueSet": "ecog", "exclude": [{"system": "http://a/icd-10", "code": "C7", "match": "prefix"}],
              "where": [{"path": "bodySite.coding", "codes": [{"system": "http://b", "code": "x"}]}, {"path": "category.text", "in": ["y", "z"]}], "status": ["final", "amended"],
              "value": ["valueInteger", "valueCodeableConcept"], "answers": [{"system": "http://loinc.org", "code": "LA1", "is": 1}, {"system": "http://loinc.org", "code": "LA5", "is": null}],
              "unit": "optional", "select": "latest", "maxAgeDays": 30, "near": {"fact": "other", "days": 3}, "note": "m"}]}}
            """, out var findings);
        Assert.Empty(findings);
        var mapping = fact.Fhir!;
        Assert.Equal((FhirConflict.Highest, "n", "/properties/x/x-fhir"), (mapping.Conflict, mapping.Note, mapping.Node.Pointer));
        var source = Assert.Single(mapping.Sources);
        Assert.Equal(("Observation", FhirSelection.Latest, FhirUnitRule.Optional, 30, "ecog", "m"), (source.Resource, source.Selection, source.Unit, source.MaxAgeDays, source.ValueSet, source.Note));
        Assert.Equal(("category", new FhirNear("other", 3)), (source.CodeAt!.Text, source.Near));
        Assert.Equal([new FhirCode(Loinc, "89247-1", false, null)], source.Codes);
        Assert.Equal([(true, false), (false, false)], new[] { ("http://a/icd-10", "C79.52"), ("http://a/icd-10", "D7") }.Select(c => (source.Exclude[0].Matches(c.Item1, c.Item2), source.Codes[0].Matches(c.Item1, c.Item2))));
        Assert.Equal(["bodySite.coding x ", "category.text  y,z"], source.Where.Select(w => $"{w.Path.Text} {string.Join(',', w.Codes.Select(c => c.Code))} {string.Join(',', w.Words)}"));
        Assert.Equal(["final", "amended"], source.Status);
        Assert.Equal(["valueInteger", "valueCodeableConcept"], source.Value.Select(v => v.Text));
        Assert.Equal([new FhirAnswer(Number: 1), FhirAnswer.Unknown], source.Answers.Select(a => a.Is));
    }

    [Theory]
    [InlineData("boolean", "exists", "", "")]
    [InlineData("number", "count", "", "")]
    [InlineData("integer", "age", "birthDate", "")]
    [InlineData("boolean", "latest", "valueBoolean", "")]
    [InlineData("string", "only", "valueString", "")]
    [InlineData("boolean", "latest", "", "true")]
    public void Each_selection_has_its_own_way_to_a_value(string type, string select, string value, string meaning)
    {
        var codes = """[{"system": "http://a", "code": "1" IS}]""".Replace("IS", meaning.Length > 0 ? $", \"is\": {meaning}" : "", StringComparison.Ordinal);
        var path = value.Length > 0 ? $", \"value\": [\"{value}\"]" : "";
        var fact = Fact($$"""{"type": "{{type}}", "x-fhir": {"absent": "unknown", "sources": [{"resource": "Observation", "codes": {{codes}}, "status": ["final"], "select": "{{select}}"{{path}} }] } }""", out var findings);
        Assert.Empty(findings);
        Assert.Equal((FhirUnitRule.None, FhirConflict.Unknown), (fact.Fhir!.Sources[0].Unit, fact.Fhir.Conflict));
    }

    [Fact]
    public void Codes_of_another_fact_count_without_what_they_mean_there()
    {
        var fact = Fact("""{"type": "boolean", "x-fhir": {"absent": "unknown", "sources": [{"resource": "Condition", "codes": [{"system": "http://a/icd", "code": "C50"}], "codesFrom": "tumor", "verificationStatus": ["confirmed"], "select": "exists"}]}}""", out var findings);
        Assert.Empty(findings);
        Assert.Equal([new("http://a/icd", "C50", false, null), new FhirCode("http://a/icd", "C61", true, null)], fact.Fhir!.Sources[0].Codes);
    }

    [Theory]
    [InlineData("number", "[]", "", "BMR1005: `x-fhir` is an object")]
    [InlineData("number", "{}", "", "BMR1004: `x-fhir` has no `absent`", "BMR1004: `x-fhir` has no `sources`")]
    [InlineData("number", """{"absent": "false", "sources": [{LAB, QTY}]}""", "/absent", "BMR1006: `false` is not allowed here")]
    [InlineData("number", """{"absent": "unknown", "sources": []}""", "/sources", "BMR1005: `sources` is a list that is not empty")]
    [InlineData("number", """{"absent": "unknown", "sources": [{LAB, QTY}], "from": 1}""", "/from", "BMR1003: `x-fhir` has no key `from`")]
    [InlineData("number", """{"absent": "unknown", "sources": [{LAB, QTY}], "conflict": "highst"}""", "/conflict", "BMR1006: `highst` is not allowed here")]
    [InlineData("number", """{"absent": "unknown", "sources": [{LAB, QTY}], "note": ""}""", "/note", "BMR1005: `note` is a text that is not empty")]
    [InlineData("boolean", """{"absent": "unknown", "conflict": "highest", "sources": [{ILL, "select": "exists"}]}""", "/conflict", "BMR1016: `x` is true or false, so no value is the highest or lowest")]
    [InlineData("number", """{"absent": "unknown", "sources": [3]}""", "/sources/0", "BMR1005: a FHIR source is an object")]
    [InlineData("number", """{"absent": "unknown", "sources": [{"select": "latest"}]}""", "/sources/0", "BMR1004: a FHIR source has no `resource`")]
    [InlineData("number", """{"absent": "unknown", "sources": [{"resource": "Observaton"}]}""", "/sources/0/resource", "BMR1006: `Observaton` is not allowed here")]
    [InlineData("number", """{"absent": "unknown", "sources": [{"resource": "Encounter"}]}""", "/sources/0/resource", "BMR1006: `Encounter` is not allowed here")]
    [InlineData("integer", """{"absent": "unknown", "sources": [{"resource": "Patient", "value": ["birthDate"], "select": "age", "status": ["final"]}]}""", "/sources/0/status", "BMR1003: a FHIR source has no key `status`")]
    public void A_mapping_that_is_not_usable_says_where_and_why(string type, string mapping, string pointer, params string[] expected) => Refused(type, mapping, pointer, expected);

    [Theory]
    [InlineData("""LAB, QTY, "Select": 1""", "/Select", "BMR1003: a FHIR source has no key `Select`")]
    [InlineData("""LAB, QTY, "maxAge": 7""", "/maxAge", "BMR1003: a FHIR source has no key `maxAge`")]
    [InlineData("""LAB, QTY, "clinicalStatus": ["active"]""", "/clinicalStatus", "BMR1003: a FHIR source has no key `clinicalStatus`")]
    [InlineData("""LAB, "value": ["valueQuantity"], "unit": "mustConvert" """, "", "BMR1004: a FHIR source has no `select`")]
    [InlineData("""LAB, "value": ["valueQuantity"], "unit": "mustConvert", "select": "newest" """, "/select", "BMR1006: `newest` is not allowed here")]
    [InlineData("""LAB, "value": ["valueQuantity"], "select": "latest" """, "", "BMR1004: a FHIR source has no `unit`")]
    [InlineData("""LAB, "value": ["valueQuantity"], "select": "latest", "unit": "mg" """, "/unit", "BMR1006: `mg` is not allowed here")]
    [InlineData("""LAB, "select": "latest" """, "", "BMR1016: nothing gives the value")]
    [InlineData("""LAB, "select": "exists" """, "/select", "BMR1016: `exists` gives true, but `x` is a number in mg")]
    [InlineData("""LAB, "select": "count", "value": ["a"], "unit": "mustConvert" """, "/select", "BMR1016: `count` reads no value")]
    [InlineData("""LAB, "select": "age", "value": ["a"], "unit": "mustConvert" """, "/unit", "BMR1016: no unit is read for `x` here")]
    [InlineData("""LAB, QTY, "maxAgeDays": 0""", "/maxAgeDays", "BMR1016: `maxAgeDays` is a whole number of days above zero, at most 36500, not `0`")]
    [InlineData("""LAB, QTY, "maxAgeDays": -7""", "/maxAgeDays", "BMR1016: `maxAgeDays` is a whole number of days above zero, at most 36500, not `-7`")]
    [InlineData("""LAB, QTY, "maxAgeDays": 1.5""", "/maxAgeDays", "BMR1016: `maxAgeDays` is a whole number of days above zero, at most 36500, not `1.5`")]
    [InlineData("""LAB, QTY, "maxAgeDays": "P7D" """, "/maxAgeDays", "BMR1016: `maxAgeDays` is a whole number of days above zero, at most 36500, not `\"P7D\"`")]
    [InlineData("""LAB, QTY, "near": {"fact": "othr", "days": 1}""", "/near/fact", "BMR1016: `othr` is no other fact of this schema")]
    [InlineData("""LAB, QTY, "near": {"fact": "x", "days": 1}""", "/near/fact", "BMR1016: `x` is no other fact of this schema")]
    [InlineData("""LAB, QTY, "near": {"fact": "other"}""", "/near", "BMR1004: `near` has no `days`")]
    [InlineData("""LAB, QTY, "codeAt": "code.coding[0]" """, "/codeAt", "BMR1016: `code.coding[0]` is outside the part of FHIRPath that mappings use")]
    [InlineData("""LAB, "value": ["value[x]"], "unit": "optional", "select": "latest" """, "/value/0", "BMR1016: `value[x]` is outside the part of FHIRPath that mappings use")]
    [InlineData("""LAB, QTY, "exclude": [{"code": "1"}]""", "/exclude/0", "BMR1004: a code has no `system`")]
    [InlineData("""LAB, QTY, "exclude": [{"system": "http://a"}]""", "/exclude/0", "BMR1004: a code has no `code`")]
    [InlineData("""LAB, QTY, "exclude": ["1-8"]""", "/exclude/0", "BMR1005: a code is an object")]
    [InlineData("""LAB, QTY, "exclude": [{"system": "LOINC", "code": "1"}]""", "/exclude/0/system", "BMR1016: `LOINC` is no address of a code system")]
    [InlineData("""LAB, QTY, "exclude": [{"system": "http://a", "code": "1", "units": ["mg"]}]""", "/exclude/0/units", "BMR1003: a code has no key `units`")]
    [InlineData("""LAB, QTY, "exclude": [{"system": "http://a", "code": "1", "display": "d"}]""", "/exclude/0/display", "BMR1003: a code has no key `display`")]
    [InlineData("""LAB, QTY, "exclude": [{"system": "http://a", "code": "1"}, {"system": "http://a", "code": "1"}]""", "/exclude/1", "BMR1007: the code `1` stands twice in `exclude`")]
    [InlineData("""LAB, QTY, "exclude": [{"system": "http://loinc.org", "code": "1", "match": "prefix"}]""", "/exclude/0/match", "BMR1016: the codes of this system do not begin like the ones above them")]
    [InlineData("""LAB, QTY, "exclude": [{"system": "http://a", "code": "1", "match": "regex"}]""", "/exclude/0/match", "BMR1006: `regex` is not allowed here")]
    [InlineData("""LAB, QTY, "answers": [{"system": "http://a", "code": "1"}]""", "/answers/0", "BMR1004: a code has no `is`")]
    [InlineData("""LAB, QTY, "answers": [{"system": "http://a", "code": "1", "is": 11}]""", "/answers/0/is", "BMR1016: `11` is no value of `x`")]
    [InlineData("""LAB, QTY, "answers": [{"system": "http://a", "code": "1", "is": true}]""", "/answers/0/is", "BMR1016: `true` is no value of `x`")]
    [InlineData("""LAB, QTY, "where": [{"path": "a"}]""", "/where/0", "BMR1016: a condition has either `codes` or `in`")]
    [InlineData("""LAB, QTY, "where": [{"in": ["a"]}]""", "/where/0", "BMR1004: a condition has no `path`")]
    [InlineData("""LAB, QTY, "codesFrom": "tumor" """, "/codesFrom", "BMR1016: `tumor` has no codes of resource Observation in its `x-fhir`")]
    [InlineData(""" "resource": "Observation", "status": ["final"], QTY""", "", "BMR1004: nothing says which Observation is meant")]
    [InlineData(""" "resource": "Observation", "valueSet": "a", QTY""", "", "BMR1004: a FHIR source has no `status`")]
    [InlineData(""" "resource": "Observation", "valueSet": "a", "status": ["entered-in-error"], QTY""", "/status/0", "BMR1006: `entered-in-error` is never accepted")]
    [InlineData(""" "resource": "Observation", "valueSet": "a", "status": ["finished"], QTY""", "/status/0", "BMR1006: `finished` is not allowed here")]
    [InlineData(""" "resource": "Observation", "valueSet": "a", "status": ["final", "final"], QTY""", "/status/1", "BMR1007: `final` stands twice in `status`")]
    [InlineData(""" "resource": "Condition", "valueSet": "a", QTY""", "", "BMR1004: a FHIR source has no `verificationStatus`")]
    [InlineData(""" "resource": "Condition", "valueSet": "a", "verificationStatus": ["refuted"], QTY""", "/verificationStatus/0", "BMR1006: `refuted` is never accepted")]
    public void A_source_that_is_not_usable_says_where_and_why(string source, string pointer, string expected) =>
        Refused("number", $$"""{"absent": "unknown", "sources": [{ {{source}} }]}""", "/sources/0" + pointer, expected);

    [Theory]
    [InlineData("number", "\"mg\"", null)]
    [InlineData("number", "\"kg\"", "/units/0 BMR1006: `kg` is not allowed here")]
    [InlineData("number", "", "/units BMR1005: `units` is a list that is not empty")]
    [InlineData("integer", "\"mg\"", "/units BMR1016: `x` has no unit")]
    public void A_code_names_units_that_the_fact_has(string type, string units, string? expected)
    {
        var (unit, rule) = type == "number" ? (", \"x-unit\": \"mg\"", ", \"unit\": \"mustConvert\"") : ("", "");
        var code = $$"""{"system": "http://a", "code": "1", "units": [{{units}}]}""";
        var fact = Fact($$"""{"type": "{{type}}"{{unit}}, "x-fhir": {"absent": "unknown", "sources": [{"resource": "Observation", "codes": [{{code}}], "status": ["final"], "value": ["valueQuantity"]{{rule}}, "select": "latest"}]} }""", out var findings);
        const string place = "/properties/x/x-fhir/sources/0/codes/0";
        Assert.Equal(expected is null ? [] : [place + expected], findings.Select(f => $"{f.Pointer} {f.Code.Id}: {f.Message}"));
        if (expected is null) Assert.Equal(["mg"], fact.Fhir!.Sources[0].Codes[0].Units);
    }

    [Theory]
    [InlineData("""{"type": "array", "items": {"type": "number", "x-fhir": {}}}""", "/items/x-fhir")]
    [InlineData("""{"type": "array", "items": {"type": "number"}, "x-fhir": {}}""", "/x-fhir")]
    [InlineData("""{"type": "object", "properties": {}, "x-fhir": {}}""", "/x-fhir")]
    public void Only_a_fact_with_one_value_has_a_mapping(string fact, string pointer)
    {
        _ = Fact(fact, out var findings);
        Assert.Equal(("BMR1011", "/properties/x" + pointer, "it belongs to a fact with one value"), (Assert.Single(findings).Code.Id, findings[0].Pointer, findings[0].Help));
    }

    [Fact]
    public void A_word_of_another_enumeration_is_no_value()
    {
        _ = Fact("""{"enum": ["breast", "lung"], "x-fhir": {"absent": "unknown", "sources": [{"resource": "Condition", "codes": [{"system": "http://a", "code": "1", "is": "brest"}, {"system": "http://a", "code": "2", "is": null}], "verificationStatus": ["confirmed"], "select": "only"}]}}""", out var findings);
        Assert.Equal(["`brest` is no value of `x` (did you mean `breast`?)", "a code that says nothing about the fact does not belong here (leave out the code; only an answer can be null)"],
            findings.Where(f => f.Pointer.EndsWith("/is", StringComparison.Ordinal)).Select(f => $"{f.Message} ({f.Help})"));
    }

    private static void Refused(string type, string mapping, string pointer, params string[] expected)
    {
        mapping = mapping.Replace("LAB", Lab, StringComparison.Ordinal).Replace("ILL", Illness, StringComparison.Ordinal).Replace("QTY", Quantity, StringComparison.Ordinal);
        var unit = type == "number" ? ", \"x-unit\": \"mg\", \"maximum\": 10" : "";
        _ = Fact($$"""{"type": "{{type}}"{{unit}}, "x-fhir": {{mapping}} }""", out var findings);
        Assert.Equal(expected, findings.Select(f => $"{f.Code.Id}: {f.Message}"));
        Assert.All(findings, f => Assert.Equal("/properties/x/x-fhir" + pointer, f.Pointer));
        Assert.All(findings, f => Assert.False(string.IsNullOrEmpty(f.Help)));
    }

    private static FactProperty Fact(string fact, out IReadOnlyList<Diagnostic> findings)
    {
        const string tumor = """{"enum": ["breast", "prostate"], "x-fhir": {"absent": "unknown", "sources": [{"resource": "Condition", "codes": [{"system": "http://a/icd", "code": "C50", "match": "prefix", "is": "breast"}, {"system": "http://a/icd", "code": "C61", "match": "prefix", "is": "prostate"}], "verificationStatus": ["confirmed"], "select": "only"}]}}""";
        var bag = new DiagnosticBag();
        var root = JsonText.Parse("root", $$"""{"type": "object", "properties": {"x": {{fact}}, "other": {"type": "number"}, "tumor": {{tumor}} } }""").Root!;
        var schema = FactSchemaReader.ReadAll([("root", root)], bag)["root"];
        findings = [.. bag.Items.Where(f => f.Code != DiagnosticCode.UnknownValueSet)]; // value sets have tests of their own
        return schema.Find("x")!;
    }
}
