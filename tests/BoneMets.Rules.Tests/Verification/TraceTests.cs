using BoneMets.Rules.Verification.Traceability;

namespace BoneMets.Rules.Tests.Verification;

public sealed class TraceTests
{
    [Fact]
    public void Statements_lead_to_rules_rows_and_bands_and_on_to_the_cases_that_show_them()
    {
        var trace = LibraryTrace.Of(TracedLibrary.Of());
        Assert.Empty(trace.Findings);
        Assert.Equal(
            ["S2: W.Big big", "S2: W.sizePoints, band 1 small", "S10: W.Big big", "S10: W.band, row 2 big"],
            trace.Statements.SelectMany(s => s.EncodedBy.Select(e => $"{s.Statement.Id}: {e.Workflow.Name}.{e.Name} {string.Join(" ", e.Cases.Select(c => c.Case.Id))}")));
    }

    [Fact]
    public void A_rule_counts_its_verdicts_under_every_name_that_an_including_workflow_gives_it()
    {
        var rules = LibraryTrace.Of(TracedLibrary.Of()).Rules;
        Assert.Equal(["V.Positive", "W.Big"], rules.Select(r => $"{r.Workflow.Name}.{r.Rule.Name}"));
        var (positive, big) = (rules[0].Cases, rules[1].Cases);
        Assert.Equal(("W", "big"), (Assert.Single(positive.Met).Workflow, positive.Met[0].Case.Id));
        Assert.Equal((1, 0, 0, 1), (positive.NotMet, positive.Undetermined, positive.Failed, positive.Any));
        Assert.Equal((1, 1, 1, 0, 3), (big.Met.Count, big.NotMet, big.Undetermined, big.Failed, big.Any));
    }

    [Theory]
    [InlineData("""{"Id": "S3", "Source": "book", "Text": "Three."}""", "", "BMR6005 evidence.json /Statements/2")]
    [InlineData("""{"Id": "S3", "Source": "book", "Text": "Three.", "NoRule": "Context."}""", "", null)]
    [InlineData("", """{"RuleName": "Huge", "Expression": "p.n > 100"}""", "BMR6006 w/workflow.json /Rules/1")]
    [InlineData("", """{"RuleName": "Both", "Operator": "And", "Rules": [{"RuleName": "One", "Expression": "p.n > 1"}]}""", "BMR6006 w/workflow.json /Rules/1, BMR6006 w/workflow.json /Rules/1/Rules/0")]
    [InlineData("", """{"RuleName": "Seen", "Expression": "p.n > 1", "Recommendation": {"Text": "Look.", "Urgency": "info"}}""", "BMR5010 w/workflow.json /Rules/1")]
    [InlineData("", """{"RuleName": "Seen", "Expression": "p.n > 1"}""", null)]
    [InlineData("", """{"RuleName": "Off", "Enabled": false, "Expression": "p.n > 1"}""", null)]
    public void A_broken_chain_is_an_error_at_its_place(string statement, string rule, string? findings)
    {
        var library = TracedLibrary.Of(statement, rule, rule.Contains("Seen", StringComparison.Ordinal) ? """{"Id": "seen", "Facts": {"p": {"n": 2}}, "Expect": {"Rules": {"Seen": "met"}}}""" : "");
        var found = LibraryTrace.Of(library).Findings;
        Assert.Equal(findings ?? "", string.Join(", ", found.Select(f => $"{f.Code} {f.Document} {f.Pointer}")));
        Assert.All(found, f => Assert.True(f is { IsError: true, Help: not null, Line: > 0 }));
    }

    [Fact]
    public void The_text_is_the_same_every_time_and_holds_every_rule_once_per_statement()
    {
        var library = TracedLibrary.Of(rules: """{"RuleName": "Seen", "Expression": "p.n > 1", "Recommendation": {"Text": "Look.", "Urgency": "info"}, "Evidence": [{"Source": "talk", "Locator": "minute 3"}]}""");
        var text = TraceMarkdown.Of(LibraryTrace.Of(library));
        Assert.Equal(text, TraceMarkdown.Of(LibraryTrace.Of(library)));
        Assert.Contains("| [W](w/) | The workflow | 2 | 1 | 1 | 3 | 1 |", text, StringComparison.Ordinal);
        Assert.Contains("| S2 | Two. | The book | [W.Big](w/) | `big` | 1 / 1 / 1 |\n| S2 |  |  | [W.sizePoints, band 1](w/) | `small` | – |\n| S10 | Ten.", text, StringComparison.Ordinal);
        Assert.Contains("| [V.Positive](v/) | – (recommends nothing) | W: `big` | 1 / 1 / 0 |", text, StringComparison.Ordinal);
        Assert.Contains("| [W.Seen](w/) | A talk (*not verified*), minute 3 | **none** | 0 / 0 / 0 |", text, StringComparison.Ordinal);
        Assert.Contains("](../library/w/)", TraceMarkdown.Of(LibraryTrace.Of(library), "../library"), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_cases_are_counted_instead_of_listed()
    {
        var cases = string.Join(",", Enumerable.Range(1, 7).Select(i => $$$"""{"Id": "c{{{i}}}", "Facts": {"p": {"n": 2{{{i}}}} }, "Expect": {"Rules": {"Big": "met"} } }"""));
        Assert.Contains("`big`, `c1`, `c2`, `c3`, `c4`, `c5` and 2 more", TraceMarkdown.Of(LibraryTrace.Of(TracedLibrary.Of(cases: cases))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_authors_wrote_cannot_leave_its_cell()
    {
        var library = TracedLibrary.Of(
            """{"Id": "S3", "Source": "book", "Text": "a | b `c` <b>d</b> <!-- trace:end -->\n| x |", "NoRule": "[y](z) *w*"}""",
            cases: """{"Id": "a|b`c", "Facts": {"p": {"n": 12}}, "Expect": {"Rules": {"Big": "met"}}}""", title: "</td><script>|");
        var text = TraceMarkdown.Of(LibraryTrace.Of(library));
        Assert.Contains("| S3 | a \\| b \\`c\\` &lt;b>d&lt;/b> &lt;!-- trace:end --> \\| x \\| | The book | *no rule:* \\[y\\](z) \\*w\\* |", text, StringComparison.Ordinal);
        Assert.Contains("``a\\|b`c``", text, StringComparison.Ordinal);
        Assert.Contains("&lt;/td>&lt;script>\\|", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\n<!-- trace:begin -->\nold\n<!-- trace:end -->\nz\n", "a\n<!-- trace:begin -->\n\nnew\n\n<!-- trace:end -->\nz\n", null)]
    [InlineData("<!-- trace:begin -->\n  <!-- trace:end -->", "<!-- trace:begin -->\n\nnew\n\n  <!-- trace:end -->", null)]
    [InlineData("a\r\n<!-- trace:begin -->\r\n<!-- trace:end -->\r\n", "a\r\n<!-- trace:begin -->\r\n\r\nnew\r\n\r\n<!-- trace:end -->\r\n", null)]
    [InlineData("a <!-- trace:begin -->\n<!-- trace:end -->", null, "has no line `<!-- trace:begin -->`")]
    [InlineData("<!-- trace:begin -->\n", null, "has no line `<!-- trace:end -->`")]
    [InlineData("<!-- trace:end -->\n<!-- trace:begin -->\n", null, "has `<!-- trace:end -->` before `<!-- trace:begin -->`")]
    [InlineData("<!-- trace:begin -->\n<!-- trace:end -->\n<!-- trace:end -->", null, "has the markers more than once")]
    [InlineData("", null, "has no line `<!-- trace:begin -->`")]
    public void Only_what_stands_between_the_markers_is_replaced(string file, string? expected, string? problem)
    {
        Assert.Equal(expected, GeneratedPart.Replace(file, "new\n", out var found));
        Assert.Equal(problem, found);
        if (expected is not null) Assert.Equal(expected, GeneratedPart.Replace(expected, "new\n", out _));
    }
}
