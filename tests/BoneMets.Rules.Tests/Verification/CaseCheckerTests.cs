using System.Text;
using System.Xml.Linq;
using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Reports;
using BoneMets.Rules.Verification.Reports.Html;

namespace BoneMets.Rules.Tests.Verification;

public sealed class CaseCheckerTests
{
    [Theory]
    [InlineData("""{"p": {"n": 1}}""", """{"Rules": {"Big": "met"}}""", "", null)]
    [InlineData("""{"p": {"n": -1}}""", """{"Rules": {"Big": "met"}}""", "", "BMR6002 /Cases/0/Facts/p/n")]
    [InlineData("""{"p": {"m": 1}}""", """{"Rules": {"Big": "met"}}""", "", "BMR6002 /Cases/0/Facts/p/m")]
    [InlineData("{}", """{"Rules": {"Bigg": "met"}}""", "", "BMR6001 /Cases/0/Expect/Rules/Bigg did you mean `Big`?")]
    [InlineData("{}", """{"Outputs": {"twise": 1}}""", "", "BMR6001 /Cases/0/Expect/Outputs/twise did you mean `twice`?")]
    [InlineData("{}", """{"Rules": {"Big": "undetermined"}, "Missing": ["p.m"]}""", "", "BMR6001 /Cases/0/Expect/Missing/0 did you mean `p.n`?")]
    [InlineData("{}", """{"Events": ["bigg"]}""", "", "BMR6001 /Cases/0/Expect/Events/0 did you mean `big`?")]
    [InlineData("""{"p": {"born": "1950-01-01"}}""", """{"Rules": {"Old": "met"}}""", "", "BMR6003 /Cases/0")]
    [InlineData("""{"p": {"born": "1950-01-01"}}""", """{"Rules": {"Old": "met"}}""", "\"AsOf\": \"2026-01-31\",", null)]
    [InlineData("""{"p": {"born": "1950-01-01"}}""", """{"Rules": {"Old": "undetermined"}, "Missing": ["asOf"]}""", "", "BMR6003 /Cases/0")]
    [InlineData("{}", """{"Rules": {"Old": "undetermined"}}""", "", "BMR6003 /Cases/0")]
    [InlineData("{}", """{"Rules": {"V.Aged": "undetermined"}}""", "", "BMR6003 /Cases/0")]
    [InlineData("{}", """{"Rules": {"V.Weighed": "undetermined"}}""", "", null)]
    [InlineData("{}", """{"Outputs": {"age": null}}""", "", "BMR6003 /Cases/0")]
    [InlineData("{}", """{"Rules": {"Older": "undetermined"}}""", "", "BMR6003 /Cases/0")]
    [InlineData("{}", """{"Rules": {"Elder": "undetermined"}}""", "", "BMR6003 /Cases/0")]
    [InlineData("{}", """{"Rules": {"Elder": "undetermined"}}""", "\"AsOf\": \"2026-01-31\",", null)]
    [InlineData("""{"p": {"born": "1950-01-01"}}""", """{"Rules": {"Big": "undetermined"}}""", "", null)]
    public void What_cannot_hold_is_found_at_its_place(string facts, string expect, string more, string? finding)
    {
        var (engine, suite) = CaseLibrary.Of(facts, expect, more);
        var found = CaseChecker.Check(engine, suite);
        Assert.Equal(finding is null ? [] : [finding], found.Select(f => $"{f.Code} {f.Pointer} {(f.Code.Id == "BMR6001" ? f.Help : "")}".TrimEnd()));
        Assert.All(found, f => Assert.True(f is { Line: > 0, Column: > 0, Document: "w/cases.json" }));
    }

    [Fact]
    public void Reports_hold_every_case_and_escape_what_authors_wrote()
    {
        var load = CaseLibrary.Load("""
            {"Workflow": "W", "Cases": [
              {"Id": "good", "Facts": {"p": {"n": 11}}, "Expect": {"Rules": {"Big": "met"}}},
              {"Id": "bad", "Title": "a < b & \"c\" \u0001", "Facts": {"p": {"s": "</pre><script>"}}, "Expect": {"Rules": {"Big": "met"}}}]}
            """);
        var engine = new RuleEngine(load.Library, new EngineOptions { Compile = false });
        var results = CaseSuite.Of(load.Library, []).Replay(engine);
        var junit = XDocument.Parse(Text(CaseReportJUnit.Write, results));
        Assert.Equal("1", junit.Root!.Attribute("failures")!.Value);
        Assert.Equal("rule Big: expected met, got undetermined (missing p.n)", junit.Descendants("failure").Single().Value);
        Assert.Equal("bad", System.Text.Json.JsonDocument.Parse(Text(CaseReportJson.Write, results)).RootElement.GetProperty("cases")[1].GetProperty("id").GetString());
        var html = Text((stream, all) => CaseReportHtml.Write(stream, new CaseReport(all, Explain: r => CaseRunner.Explain(engine, r))), results);
        Assert.Contains("<span class=\"word open\">open</span> <code>p.n &gt; 10</code> <span class=\"soft\">(p.n = not recorded)</span>", html, StringComparison.Ordinal);
        Assert.Contains("1 passed, 1 failed", html, StringComparison.Ordinal);
        Assert.Contains("a &lt; b &amp; &quot;c&quot;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    private static string Text(Action<Stream, IReadOnlyList<CaseResult>> write, IReadOnlyList<CaseResult> results)
    {
        using var stream = new MemoryStream();
        write(stream, results);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
