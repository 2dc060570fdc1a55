using System.Text;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Tests.Facts;

public class FactReaderTests
{
    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""{"patient": null}""", "")]
    [InlineData("""{"patient": {"totalCalcium": null, "lesions": null, "kidney": null, "note": null}}""", "")]
    [InlineData("""{"patient": {"totalCalcium": 10.40}}""", "patient.totalCalcium=10.4")]
    [InlineData("""{"patient": {"totalCalcium": {"value": 2.6, "unit": "mmol/L"}}}""", "patient.totalCalcium=10.4208")]
    [InlineData("""{"patient": {"totalCalcium": {"unit": "mmol\/L", "value": 26e-1}}}""", "patient.totalCalcium=10.4208")]
    [InlineData("""{"patient": {"totalCalcium": {"unit": "mg/dL", "value": 9}}}""", "patient.totalCalcium=9")]
    [InlineData("""{"patient": {"totalCalcium": {"unit": "mg/dL", "value": null}}}""", "")]
    [InlineData("""{"patient": {"totalCalcium": {"value": null}}}""", "")]
    [InlineData("""{"patient": {"creatinine": {"value": 88.4, "unit": "umol/L"}}}""", "patient.creatinine=1")]
    [InlineData("""{"patient": {"totalCalcium": 1, "creatinine": 0}}""", "patient.totalCalcium=1; patient.creatinine=0")]
    [InlineData("""{"patient": {"totalCalcium": 30.00, "creatinine": -0.0}}""", "patient.totalCalcium=30; patient.creatinine=0")]
    [InlineData("""{"patient": {"age": 3.0}}""", "patient.age=3")]
    [InlineData("""{"patient": {"age": 0.3e1, "count": -9007199254740993}}""", "patient.age=3; patient.count=-9007199254740993")]
    [InlineData("""{"patient": {"onDialysis": true}}""", "patient.onDialysis=true")]
    [InlineData("""{"patient": {"onDialysis": false, "note": ""}}""", "patient.onDialysis=false; patient.note=")]
    [InlineData("""{"patient": {"note": "a \"b\" \u00e4\ud83d\ude00"}}""", "patient.note=a \"b\" ä😀")]
    [InlineData("""{"patient": {"bornOn": "2024-02-29"}}""", "patient.bornOn=2024-02-29")]
    [InlineData("""{"patient": {"bornOn": "2024\u002d02-29"}}""", "patient.bornOn=2024-02-29")]
    [InlineData("""{"patient": {"kidney": {"isSingle": true, "clearance": 55}}}""", "patient.kidney.clearance=55; patient.kidney.isSingle=true")]
    [InlineData("""{"patient": {"lesions": []}}""", "patient.lesions#0")]
    [InlineData("""{"patient": {"lesions": [{"pain": "mild"}, null, {"site": "lower\u004cimb"}]}}""", "patient.lesions#3; patient.lesions[0].pain=mild; patient.lesions[2].site=lowerLimb")]
    [InlineData("""{"patient": {"values": [1.5, null, 2]}}""", "patient.values#3; patient.values[0]=1.5; patient.values[2]=2")]
    [InlineData("""{"patient": {"\u0061ge": 7}}""", "patient.age=7")]
    [InlineData("\uFEFF{\"patient\": {\"age\": 7}}", "patient.age=7")]
    public void Facts_are_read_and_null_is_unknown(string json, string known) => Assert.Equal(known, TestFacts.Show(TestFacts.Valid(json)["patient"]));

    [Theory]
    [InlineData("""{"patient": {"totalCalcum": 10}}""", "/patient/totalCalcum", "BMR3002: `patient` has no fact `totalCalcum` (did you mean `totalCalcium`?)")]
    [InlineData("""{"patient": {"Age": null}}""", "/patient/Age", "BMR3002: `patient` has no fact `Age` (did you mean `age`?)")]
    [InlineData("""{"patient": {"a/b~c": [1, {}]}}""", "/patient/a~1b~0c", "BMR3002: `patient` has no fact `a/b~c`")]
    [InlineData("""{"patient": {"lesions": [{}, {"pian": "mild"}]}}""", "/patient/lesions/1/pian", "BMR3002: `patient.lesions[1]` has no fact `pian` (did you mean `pain`?)")]
    [InlineData("""[]""", "", "BMR3003: the facts are an object with the workflow's inputs, not a list (its inputs: `patient`, `lesion`)")]
    [InlineData("""{"patient": 5}""", "/patient", "BMR3003: `patient` takes an object (patient), not the number `5`")]
    [InlineData("""{"patient": {"age": "12"}}""", "/patient/age", "BMR3003: `patient.age` takes a whole number in a, not the text `12` (numbers are written without quotes)")]
    [InlineData("""{"patient": {"age": "unknown"}}""", "/patient/age", "BMR3003: `patient.age` takes a whole number in a, not the text `unknown` (leave out what is not known)")]
    [InlineData("""{"patient": {"age": 3.5}}""", "/patient/age", "BMR3003: `patient.age` takes a whole number in a, not `3.5 a`")]
    [InlineData("""{"patient": {"age": true}}""", "/patient/age", "BMR3003: `patient.age` takes a whole number in a, not `true`")]
    [InlineData("""{"patient": {"age": [1]}}""", "/patient/age", "BMR3003: `patient.age` takes a whole number in a, not a list")]
    [InlineData("""{"patient": {"ratio": {"value": 1, "unit": "1"}}}""", "/patient/ratio", "BMR3003: `patient.ratio` takes a number, not an object")]
    [InlineData("""{"patient": {"onDialysis": "yes"}}""", "/patient/onDialysis", "BMR3003: `patient.onDialysis` takes true or false, not the text `yes` (write `true` or `false`, without quotes; leave out what is not known)")]
    [InlineData("""{"patient": {"onDialysis": 1}}""", "/patient/onDialysis", "BMR3003: `patient.onDialysis` takes true or false, not the number `1` (write `true` or `false`, without quotes; leave out what is not known)")]
    [InlineData("""{"patient": {"note": 1}}""", "/patient/note", "BMR3003: `patient.note` takes a text, not the number `1`")]
    [InlineData("""{"patient": {"kidney": []}}""", "/patient/kidney", "BMR3003: `patient.kidney` takes an object (patient.kidney), not a list")]
    [InlineData("""{"patient": {"lesions": {}}}""", "/patient/lesions", "BMR3003: `patient.lesions` takes a list, not an object (a single element stands in brackets too)")]
    [InlineData("""{"patient": {"lesions": [7]}}""", "/patient/lesions/0", "BMR3003: `patient.lesions[0]` takes an object (lesion), not the number `7`")]
    [InlineData("""{"patient": {"values": [1, [2]]}}""", "/patient/values/1", "BMR3003: `patient.values[1]` takes a number, not a list")]
    [InlineData("""{"patient": {"bornOn": 2024}}""", "/patient/bornOn", "BMR3003: `patient.bornOn` takes a date, not the number `2024` (dates are written yyyy-MM-dd, such as `2026-01-31`)")]
    [InlineData("""{"patient": {"totalCalcium": {"value": 2.6}}}""", "/patient/totalCalcium", "BMR3003: `patient.totalCalcium` lacks `unit` (for example `{\"value\": 1.5, \"unit\": \"mg/dL\"}`)")]
    [InlineData("""{"patient": {"totalCalcium": {"unit": "mg/dL"}}}""", "/patient/totalCalcium", "BMR3003: `patient.totalCalcium` lacks `value` (for example `{\"value\": 1.5, \"unit\": \"mg/dL\"}`)")]
    [InlineData("""{"patient": {"totalCalcium": {"value": "2.6", "unit": "mg/dL"}}}""", "/patient/totalCalcium/value", "BMR3003: `patient.totalCalcium` takes a number in mg/dL, not the text `2.6` (numbers are written without quotes)")]
    [InlineData("""{"patient": {"totalCalcium": {"value": 2.6, "unit": {"a": 1}}}}""", "/patient/totalCalcium/unit", "BMR3003: the unit of `patient.totalCalcium` is a text, not an object (for example `{\"value\": 1.5, \"unit\": \"mg/dL\"}`)")]
    [InlineData("""{"patient": {"totalCalcium": {"value": 2.6, "unit": "mg/dL", "code": 1}}}""", "/patient/totalCalcium/code", "BMR3002: `patient.totalCalcium` takes only `value` and `unit`")]
    [InlineData("""{"patient": {"totalCalcium": {"value": 2.6, "value": 2.7, "unit": "mg/dL"}}}""", "/patient/totalCalcium/value", "BMR3009: `patient.totalCalcium` is given twice")]
    [InlineData("""{"patient": {"totalCalcium": {"value": 2.6, "unit": "mmol/l"}}}""", "/patient/totalCalcium/unit", "BMR3006: `patient.totalCalcium` is not given in `mmol/l` (accepted: `mg/dL`, `mmol/L`)")]
    [InlineData("""{"patient": {"totalCalcium": 0.999}}""", "/patient/totalCalcium", "BMR3004: `patient.totalCalcium` is `0.999 mg/dL`, outside 1 to 30 mg/dL (check the unit: 0.999 mmol/L would be about 4.004 mg/dL)")]
    [InlineData("""{"patient": {"totalCalcium": 30.0000000000000000000000001}}""", "/patient/totalCalcium", "BMR3004: `patient.totalCalcium` is `30.0000000000000000000000001 mg/dL`, outside 1 to 30 mg/dL")]
    [InlineData("""{"patient": {"totalCalcium": {"value": 10.4, "unit": "mmol/L"}}}""", "/patient/totalCalcium", "BMR3004: `patient.totalCalcium` is `10.4 mmol/L` (41.6832 mg/dL), outside 1 to 30 mg/dL (check the unit: 10.4 mg/dL is plausible)")]
    [InlineData("""{"patient": {"creatinine": -1}}""", "/patient/creatinine", "BMR3004: `patient.creatinine` is `-1 mg/dL`, below 0 mg/dL")]
    [InlineData("""{"patient": {"ratio": 1.5}}""", "/patient/ratio", "BMR3004: `patient.ratio` is `1.5`, above 1")]
    [InlineData("""{"patient": {"values": [-1]}}""", "/patient/values/0", "BMR3004: `patient.values[0]` is `-1`, below 0")]
    [InlineData("""{"patient": {"bornOn": "1889-12-31"}}""", "/patient/bornOn", "BMR3004: `patient.bornOn` is `1889-12-31`, before 1890-01-01")]
    [InlineData("""{"lesion": {"site": "upperlimb"}}""", "/lesion/site", "BMR3005: `lesion.site` takes one of upperLimb, lowerLimb, peritrochanteric, not `upperlimb` (did you mean `upperLimb`?)")]
    [InlineData("""{"lesion": {"site": ""}}""", "/lesion/site", "BMR3005: `lesion.site` takes one of upperLimb, lowerLimb, peritrochanteric, not ``")]
    [InlineData("""{"patient": {"ratio": 1e400}}""", "/patient/ratio", "BMR3007: `patient.ratio` is `1e400`, which is too large for an exact decimal")]
    [InlineData("""{"patient": {"ratio": 1e-400}}""", "/patient/ratio", "BMR3007: `patient.ratio` is `1e-400`, which is too small for an exact decimal")]
    [InlineData("""{"patient": {"ratio": 0.12345678901234567890123456789}}""", "/patient/ratio", "BMR3007: `patient.ratio` is `0.12345678901234567890123456789`, which has more than 28 digits")]
    [InlineData("""{"patient": {"totalCalcium": {"value": 9e27, "unit": "mmol/L"}}}""", "/patient/totalCalcium", "BMR3004: `patient.totalCalcium` is `9e27 mmol/L` (36072000000000000000000000000 mg/dL), outside 1 to 30 mg/dL")]
    [InlineData("""{"patient": {"age": 1, "age": 1}}""", "/patient/age", "BMR3009: `patient.age` is given twice")]
    [InlineData("""{"patient": {"age": null, "\u0061ge": {}}}""", "/patient/age", "BMR3009: `patient.age` is given twice")]
    [InlineData("""{"patient": {}, "patient": {"age": 4}}""", "/patient", "BMR3009: `patient` is given twice")]
    [InlineData("""{"patient": {"bornOn": "2026-02-30"}}""", "/patient/bornOn", "BMR3010: `patient.bornOn` is `2026-02-30`, which is not in the calendar")]
    [InlineData("""{"patient": {"bornOn": "0000-01-01"}}""", "/patient/bornOn", "BMR3010: `patient.bornOn` is `0000-01-01`, which is not in the calendar")]
    [InlineData("""{"patient": {"bornOn": "31.01.2026"}}""", "/patient/bornOn", "BMR3010: `patient.bornOn` takes a date, not `31.01.2026` (dates are written yyyy-MM-dd, such as `2026-01-31`)")]
    [InlineData("""{"patient": {"bornOn": "2026-01-31T00:00:00Z"}}""", "/patient/bornOn", "BMR3010: `patient.bornOn` takes a date, not `2026-01-31T00:00:00Z` (dates are written yyyy-MM-dd, such as `2026-01-31`)")]
    [InlineData("""{"patiant": {}}""", "/patiant", "BMR3012: the workflow has no input `patiant` (did you mean `patient`?)")]
    [InlineData("""{"spine": {"x": [1]}}""", "/spine", "BMR3012: the workflow has no input `spine` (its inputs: `patient`, `lesion`)")]
    public void What_does_not_fit_is_one_finding_with_its_place(string json, string pointer, string finding)
    {
        var error = Assert.Single(TestFacts.Invalid(json));
        Assert.Equal("error " + finding, (error with { Pointer = "" }).ToString());
        Assert.Equal(pointer, error.Pointer);
        if (error.Code == DiagnosticCode.FactsMalformed) return;
        using var parsed = JsonDocument.Parse(json);
        Assert.True(Resolves(parsed.RootElement, pointer), "the pointer leads nowhere");
    }

    [Fact]
    public void Every_problem_is_reported_and_the_rest_is_still_read()
    {
        var errors = TestFacts.Invalid("""{"patient": {"age": "x", "lesions": [{"pain": 1}, 2, {"site": "leg"}], "kidney": {"isSingle": {}}}, "lesion": [], "other": 1}""");
        Assert.Equal(["/patient/age", "/patient/lesions/0/pain", "/patient/lesions/1", "/patient/lesions/2/site", "/patient/kidney/isSingle", "/lesion", "/other"], errors.Select(e => e.Pointer));
    }

    [Fact]
    public void An_invalid_fact_is_not_kept_as_a_value()
    {
        var reader = TestFacts.Reader();
        var set = reader.Rent();
        Assert.False(reader.Read("""{"patient": {"totalCalcium": 300, "age": 50}}"""u8, set, null));
        Assert.Equal("patient.age=50", TestFacts.Show(set["patient"]));
    }

    [Fact]
    public void A_line_has_an_id_and_a_line_number_beside_the_inputs()
    {
        var reader = TestFacts.Reader();
        var line = Encoding.UTF8.GetBytes("""{"id": "a\u0062", "patient": {"age": 5}, "line": 12}""");
        Assert.True(reader.ReadLine(line, reader.Rent(), null, out var keys));
        Assert.Equal("\"a\\u0062\"", Encoding.UTF8.GetString(line[keys.Id!.Value]));
        Assert.Equal("12", Encoding.UTF8.GetString(line[keys.Line!.Value]));

        var errors = new List<Diagnostic>();
        Assert.False(reader.ReadLine("""{"id": {"a": 1}, "id": 2, "id": 3}"""u8, reader.Rent(), errors, out keys));
        Assert.Equal(["BMR3003 /id", "BMR3009 /id"], errors.Select(e => $"{e.Code} {e.Pointer}"));
        Assert.NotNull(keys.Id);
    }

    [Fact]
    public void An_id_is_known_even_when_the_line_breaks_off()
    {
        var reader = TestFacts.Reader();
        var line = Encoding.UTF8.GetBytes("\uFEFF{\"id\": 7, \"patient\": {\"age\"");
        Assert.False(reader.ReadLine(line, reader.Rent(), null, out var keys));
        Assert.Equal("7", Encoding.UTF8.GetString(line[keys.Id!.Value]));
    }

    [Fact]
    public void Facts_are_read_out_of_a_larger_text()
    {
        var reader = TestFacts.Reader();
        var set = reader.Rent();
        var errors = new List<Diagnostic>();
        var body = """{"explain": "none", "facts": {"patient": {"age": 5, "ag": 1}}, "asOf": "2026-01-31"}"""u8;
        var json = new Utf8JsonReader(body);
        while (json.Read() && !(json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("facts"u8))) { }
        json.Read();
        Assert.False(reader.Read(ref json, body, set, errors, "/facts"));
        Assert.Equal("/facts/patient/ag", Assert.Single(errors).Pointer);
        Assert.Equal("patient.age=5", TestFacts.Show(set["patient"]));
        Assert.False(set.Stopped);
        Assert.True(json.Read());
        Assert.True(json.ValueTextEquals("asOf"u8));
    }

    [Fact]
    public void A_second_reading_starts_from_unknown()
    {
        var reader = TestFacts.Reader();
        var set = reader.Rent();
        Assert.True(reader.Read("""{"patient": {"age": 5, "note": "x", "onDialysis": true, "kidney": {"clearance": 1}, "lesions": [{"pain": "mild"}]}, "lesion": {"pain": "mild"}}"""u8, set, null));
        Assert.True(reader.Read("""{"patient": {"kidney": {}, "lesions": [{}, {}]}}"""u8, set, null));
        Assert.Equal("patient.lesions#2", TestFacts.Show(set["patient"]));
        Assert.Equal("", TestFacts.Show(set["lesion"]));
    }

    private static bool Resolves(JsonElement element, string pointer)
    {
        foreach (var step in pointer.Split('/').Skip(1).Select(s => s.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        {
            if (element.ValueKind == JsonValueKind.Array) element = element[int.Parse(step)];
            else if (!element.TryGetProperty(step, out element)) return false;
        }
        return true;
    }
}
