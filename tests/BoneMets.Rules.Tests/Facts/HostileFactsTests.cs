using System.Diagnostics;
using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Tests.Facts;

public class HostileFactsTests
{
    [Theory]
    [InlineData("", "there is no text in line 1, column 1 (byte 0) (no facts at all are `{}`)")]
    [InlineData("  \n", "there is no text in line 2, column 1 (byte 3) (no facts at all are `{}`)")]
    [InlineData("{\"patient\": {\"age\": 1", "the text ends too early in line 1, column 22 (byte 21)")]
    [InlineData("{\"patient\": {\"age\": NaN}}", "`NaN` is not a JSON value in line 1, column 21 (byte 20) (leave out what is not known)")]
    [InlineData("{\"patient\": {\"age\": -Infinity}}", "`-Infinity` is not a JSON value in line 1, column 22 (byte 21) (leave out what is not known)")]
    [InlineData("{\"patient\":\n  {\"note\": \"ä\", 'age': 1}}", "unexpected `'` in line 2, column 17 (byte 29) (texts stand in double quotes)")]
    [InlineData("{\"patient\": {\"age\": 1,}}", "a comma before `}` in line 1, column 23 (byte 22)")]
    [InlineData("{\"patient\": {\"age\": 01}}", "a number that JSON does not know in line 1, column 22 (byte 21) (numbers are written like `12`, `-0.5` or `1.5e3`)")]
    [InlineData("{\"patient\": {\"age\": +1}}", "unexpected `+` in line 1, column 21 (byte 20) (numbers are written like `12`, `-0.5` or `1.5e3`)")]
    [InlineData("{\"patient\": {\"age\": 1}} x", "unexpected `x` in line 1, column 25 (byte 24)")]
    [InlineData("{} // note", "a comment in line 1, column 4 (byte 3) (facts have no comments)")]
    [InlineData("{\"patient\": {\"note\": \"a\nb\"}}", "a control character in line 1, column 24 (byte 23) (inside a text it is written as an escape such as `\\n`)")]
    public void What_is_not_JSON_is_said_with_its_place(string json, string finding)
    {
        var error = Assert.Single(TestFacts.Invalid(json));
        Assert.Equal("BMR3001: the facts are not well-formed JSON: " + finding, $"{error.Code}: {error.Message}{(error.Help is null ? "" : $" ({error.Help})")}");
        Assert.True(error.Line > 0 && error.Column > 0);
    }

    [Fact]
    public void A_malformed_place_keeps_its_pointer() =>
        Assert.Equal("/patient/lesions/1/pain", Assert.Single(TestFacts.Invalid("""{"patient": {"lesions": [{}, {"pain": tru}]}}""")).Pointer);

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00x")]
    public void Half_a_character_is_no_text(string escape)
    {
        Assert.Equal("BMR3001 /patient/note", Only($$$"""{"patient": {"note": "{{{escape}}}"}}"""));
        Assert.Equal("BMR3005 /lesion/site", Only($$$"""{"lesion": {"site": "{{{escape}}}"}}"""));
        Assert.Equal("BMR3010 /patient/bornOn", Only($$$"""{"patient": {"bornOn": "{{{escape}}}"}}"""));
        Assert.StartsWith("BMR3002 /patient/", Only($$$"""{"patient": {"{{{escape}}}": 1}}"""), StringComparison.Ordinal);
        Assert.StartsWith("BMR3012 /", Only($$$"""{"{{{escape}}}": 1}"""), StringComparison.Ordinal);
        Assert.Equal("BMR3006 /patient/totalCalcium/unit", Only($$$"""{"patient": {"totalCalcium": {"value": 1, "unit": "{{{escape}}}"} }}"""));
        Assert.StartsWith("BMR3002 /patient/totalCalcium/", Only($$$"""{"patient": {"totalCalcium": {"{{{escape}}}": 1, "value": 2} }}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_no_text()
    {
        var json = Encoding.UTF8.GetBytes("""{"patient": {"note": "??"}}""");
        json[Array.IndexOf(json, (byte)'?')] = 0xC3;
        Assert.Equal(DiagnosticCode.FactsMalformed, Assert.Single(TestFacts.Invalid(json)).Code);
        var name = Encoding.UTF8.GetBytes("""{"patient": {"n?te": 1}}""");
        name[Array.IndexOf(name, (byte)'?')] = 0xFF;
        Assert.Equal(DiagnosticCode.UnknownFact, Assert.Single(TestFacts.Invalid(name)).Code);
    }

    [Theory]
    [InlineData(FactReader.MostNested, "BMR3002")]
    [InlineData(FactReader.MostNested + 1, "BMR3011")]
    [InlineData(1_000_000, "BMR3011")]
    public void Nesting_has_a_limit(int levels, string code)
    {
        var inner = levels - 2;
        var json = "{\"patient\": {\"x\": " + new string('[', inner) + (levels > 100 ? "" : new string(']', inner) + "}}");
        var errors = TestFacts.Invalid(json);
        Assert.Equal(code, errors[^1].Code.Id);
    }

    [Fact]
    public void Nesting_stops_the_reading_with_a_place()
    {
        var errors = TestFacts.Invalid("{\"patient\": {\"lesions\": [{\"pain\": " + new string('[', 100));
        Assert.Equal(("BMR3011", "/patient/lesions/0/pain", "the facts are nested more than 64 levels deep"), (errors[^1].Code.Id, errors[^1].Pointer, errors[^1].Message));
    }

    [Theory]
    [InlineData("{},", "lesions")]
    [InlineData("1,", "values")]
    [InlineData("{\"pain\": [[1]]},", "lesions")]
    public void A_list_of_a_million_elements_is_answered_at_once(string element, string list)
    {
        const int elements = 1_000_000;
        var json = Encoding.UTF8.GetBytes($$$"""{"patient": {"{{{list}}}": [{{{string.Concat(Enumerable.Repeat(element, elements))[..^1]}}}], "age": "x"}}""");
        var clock = Stopwatch.StartNew();
        var reader = TestFacts.Reader();
        var errors = new List<Diagnostic>();
        Assert.False(reader.Read(json, reader.Rent(), errors));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"took {clock.Elapsed}");
        if (errors.Count == FactProblems.Most) return;
        Assert.Equal([$"BMR3008 /patient/{list}", "BMR3003 /patient/age"], errors.Select(e => $"{e.Code} {e.Pointer}"));
        Assert.Equal($"`patient.{list}` has more than 10,000 elements", errors[0].Message);
    }

    [Fact]
    public void Lists_of_the_longest_length_are_read()
    {
        var set = TestFacts.Valid($$$"""{"patient": {"values": [{{{string.Join(',', Enumerable.Range(0, 10_000))}}}]}}""");
        Assert.Equal(10_000, set["patient"].Lists[1]!.Items.Count);
        Assert.Equal(9_999, set["patient"].Lists[1]!.Items[^1].Numbers[0]);
    }

    [Fact]
    public void Huge_texts_are_refused_without_being_kept()
    {
        const int megabytes = 10_000_000;
        var text = new string('x', megabytes);
        Assert.Equal("BMR3016 /patient/note", Only($$$"""{"patient": {"note": "{{{text}}}"}}"""));
        Assert.Equal("BMR3016 /patient/note", Only($$$"""{"patient": {"note": "{{{text[..10_001]}}}"}}"""));
        TestFacts.Valid($$$"""{"patient": {"note": "{{{text[..10_000]}}}"}}""");
        TestFacts.Valid($$$"""{"patient": {"note": "{{{string.Concat(Enumerable.Repeat("\\u00e4", 10_000))}}}"}}""");
        foreach (var json in (string[])[$$$"""{"{{{text}}}": 1}""", $$$"""{"patient": {"{{{text}}}": 1}}""", $$$"""{"lesion": {"site": "{{{text}}}"}}""", $$$"""{"patient": {"bornOn": "{{{text}}}"}}""", $$$"""{"patient": {"age": "{{{text}}}"}}"""])
        {
            var error = Assert.Single(TestFacts.Invalid(json));
            Assert.True(error.ToString().Length < 1_000);
        }
        var digits = Assert.Single(TestFacts.Invalid($$$"""{"patient": {"age": {{{new string('1', megabytes)}}}}}"""));
        Assert.Equal("BMR3007", digits.Code.Id);
        Assert.True(digits.Message.Length < 200);
    }

    [Fact]
    public void A_million_problems_are_a_hundred_findings()
    {
        const int problems = 1_000_000;
        var json = new StringBuilder("{\"patient\": {");
        for (var i = 0; i < problems; i++) json.Append("\"x").Append(i).Append("\": 1, ");
        json.Append("\"age\": 1}}");
        var bytes = Encoding.UTF8.GetBytes(json.ToString());
        var clock = Stopwatch.StartNew();
        var reader = TestFacts.Reader();
        var errors = new List<Diagnostic>();
        Assert.False(reader.Read(bytes, reader.Rent(), errors));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"took {clock.Elapsed}");
        Assert.Equal(FactProblems.Most, errors.Count);
    }

    private static string Only(string json)
    {
        var error = Assert.Single(TestFacts.Invalid(json));
        return $"{error.Code} {error.Pointer}";
    }
}
