using System.Diagnostics;
using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts.Fhir.Bundles;

namespace BoneMets.Rules.Tests.Facts.Fhir;

/// <summary>Bundles that somebody made to do harm: a clear answer, in time that grows with the Bundle.</summary>
public sealed class FhirHostileBundleTests
{
    private const string AsOf = "2026-01-31";
    private const string Patient = """{"resource": {"resourceType": "Patient", "id": "p"}}""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("", "no JSON that can be read")]
    [InlineData("{\"resourceType\": \"Bundle\"", "no JSON that can be read")]
    [InlineData("{\"resourceType\": \"Bundle\", \"resourceType\": \"Bundle\"}", "no JSON that can be read")]
    [InlineData("{\"resourceType\": \"Bundle\", \"\\ud800\": 1}", "")]
    [InlineData("null", "a Bundle is an object")]
    public void What_is_no_Bundle_is_refused(string text, string message)
    {
        var found = Assert.Single(FhirBundles.Read(text, AsOf).Errors);
        Assert.Equal(DiagnosticCode.FhirBundleUnusable, found.Code);
        Assert.Contains(message, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_refused() =>
        Assert.Equal("the Bundle is not UTF-8", Assert.Single(FhirBundles.Read([.. Encoding.UTF8.GetBytes("{\"resourceType\": \"Bundle\", \"id\": \""), 0xff, .. Encoding.UTF8.GetBytes("\"}")], AsOf).Errors).Message);

    [Fact]
    public void Depth_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"extension\": [", 50_000));
        Assert.Contains("nested more than 64 levels", Assert.Single(FhirBundles.Read($"{{\"resourceType\": \"Bundle\", \"x\": {deep}", AsOf).Errors).Help, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_in_a_text_is_no_text()
    {
        var reading = FhirBundles.Read(Bundle("""{"resource": {"resourceType": "Observation", "id": "\ud800", "status": "final\udc00", "code": {"coding": [{"system": "http://loinc.org", "code": "17861-6"}]}, "subject": {"reference": "Patient/p"} } }"""), AsOf);
        Assert.Equal("patient.totalCalcium Observation (entry 1) status: it has no `status`", FhirBundles.Line(Assert.Single(reading.Rejected)));
    }

    [Theory]
    [InlineData(2_000, 20)]
    public void Many_resources_take_time_in_proportion(int few, int times)
    {
        _ = Time(Results(few)); // warm
        var (small, large) = (Time(Results(few)), Time(Results(few * times)));
        Assert.True(large < small * times * 6 + TimeSpan.FromSeconds(1), $"{few} resources took {small}, {times} times as many {large}");
    }

    [Fact]
    public void Many_codings_versions_entries_and_refusals_do_no_harm()
    {
        var codings = string.Join(",", Enumerable.Range(0, 100_000).Select(_ => """{"system":"http://loinc.org","code":"17861-6"}"""));
        var reading = Within($$$"""{"resource": {"resourceType": "Observation", "id": "a", "status": "final", "code": {"coding": [{{{codings}}}]}, "subject": {"reference": "Patient/p"} } }""");
        Assert.Equal("* Observation/a resource: it has more codings than one resource can mean", FhirBundles.Line(Assert.Single(reading.Rejected)));

        reading = Within(string.Join(",", Enumerable.Range(0, 50_000).Select(i => Result("same", $"{i}", "mg/dL"))));
        Assert.Contains("none is taken", Assert.Single(reading.Rejected).Reason, StringComparison.Ordinal);

        reading = Within(string.Join(",", Enumerable.Range(0, 50_000).Select(i => Result($"{i}", "10", $"unit {i}"))));
        Assert.Equal(1_001, reading.Rejected.Count);
        Assert.Equal(49_000, reading.Rejected[^1].More);

        reading = Within(string.Join(",", Enumerable.Range(0, 50_000).Select(i => $$$"""{"resource": {"resourceType": "Observation", "id": "{{{i}}}", "subject": {"reference": "Patient/{{{i}}}"} } }""")));
        Assert.Equal(49_999, Assert.Single(reading.Rejected).More);
    }

    [Fact]
    public void Bundles_inside_each_other_end()
    {
        var nested = """{"resourceType": "Bundle", "entry": []}""";
        for (var i = 0; i < 10; i++) nested = $$"""{"resourceType": "Bundle", "entry": [{"resource": {{nested}}}]}""";
        Assert.Equal("* entry 0 entry 0 entry 0 entry 0 resource: a Bundle that is none, or more than 4 inside each other", FhirBundles.Line(Assert.Single(FhirBundles.Read(nested, AsOf).Rejected)));
    }

    private static TimeSpan Time(string entries)
    {
        var bundle = Encoding.UTF8.GetBytes(Bundle(entries));
        return Enumerable.Range(0, 3).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            Assert.NotEmpty(FhirBundles.Read(bundle, AsOf).Taken);
            return watch.Elapsed;
        });
    }

    private static FhirReading Within(string entries)
    {
        var bundle = Encoding.UTF8.GetBytes(Bundle(entries));
        var watch = Stopwatch.StartNew();
        var reading = FhirBundles.Read(bundle, AsOf);
        Assert.True(watch.Elapsed < Patience, $"it took {watch.Elapsed}");
        return reading;
    }

    private static string Results(int count) => string.Join(",", Enumerable.Range(0, count).Select(i => Result($"{i}", $"{5 + i % 15}", "mg/dL")));

    private static string Result(string id, string value, string unit) =>
        $$$"""{"resource": {"resourceType": "Observation", "id": "{{{id}}}", "status": "final", "code": {"coding": [{"system": "http://loinc.org", "code": "17861-6"}]}, "subject": {"reference": "Patient/p"}, "effectiveDateTime": "2026-01-30", "valueQuantity": {"value": {{{value}}}, "unit": "{{{unit}}}"} } }""";

    private static string Bundle(string entries) => $$$"""{"resourceType": "Bundle", "type": "collection", "entry": [{{{Patient}}},{{{entries}}}]}""";
}
