using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Tests.Spec;
using BoneMets.Rules.Verification.Guidelines;

namespace BoneMets.Rules.Tests.Verification;

public sealed class GuidelineTests
{
    private const string Rules = """
        {"RuleName": "Open", "Title": "Open question", "Expression": "p.kind == \"a\" && share > 1", "LocalParams": [{"Name": "share", "Expression": "p.n / 2"}],
         "Recommendation": {"Text": "Ask about $(p.kind) (of $(Max(p.n, 2))).", "Urgency": "emergency", "Strength": "conditional"},
         "WhenUndetermined": {"Text": "Not asked yet."}, "ErrorMessage": "Nothing to ask.", "SuccessEvent": "asked", "Withholds": ["Big", "V.Positive"],
         "Evidence": [{"Source": "talk", "Locator": "minute 3"}]},
        {"RuleName": "Both", "Operator": "Or", "Rules": [{"RuleName": "One", "Expression": "p.n > 1"}, {"RuleName": "Two", "Expression": "p.n > 2"}]}
        """;

    [Theory]
    [InlineData("# The workflow", "<h1>The workflow</h1>")]
    [InlineData("**Developer name:** A group", "<dt>Developer name</dt>\n<dd>\n<p>A group</p>")]
    [InlineData("**Use of date of birth:** not used", "<dt>Use of date of birth</dt>")]
    [InlineData("**Authors:** A, B", "<p>A, B</p>")]
    [InlineData("> **Not reviewed.** No clinician", "<strong>Not reviewed.</strong> No clinician")]
    [InlineData("**Includes:** Rules and recommendations of these join every decision:\n\n- [V](V.md) (`V`), once for each element of `p.parts`, read as `q`", "<a href=\"V.html\">V</a> (<code>V</code>), once for each element of <code>p.<wbr>parts</code>, read as <code>q</code>")]
    [InlineData("| Size | mm | 0 to 500 |  | `p.n` |", "<th scope=\"row\">Size</th><td>mm</td><td>0 to 500</td><td></td><td><code>p.<wbr>n</code></td>")]
    [InlineData("| kind |  | a, b |  | `p.kind` |", "<td>a, b</td>")]
    [InlineData("**Facts that only the workflows it builds on read**\n\n| Fact", ">Facts that only the workflows it builds on read</caption>")]
    [InlineData("1 to 2 points", "1 to 2 points")]
    [InlineData("| Size `p.n` | `< 10` | 1 | [The book](#source-book), S2 |\n|  | `>= 10` | 2 |  |", "<th scope=\"rowgroup\" rowspan=\"2\">Size <code>p.<wbr>n</code></th><td><code>&lt; 10</code></td><td class=\"number\">1</td>")]
    [InlineData("| Row | p.n | → word | Source |\n|--:|---|---|---|\n| 1 | `< 10` | `\"low\"` |  |", "<th scope=\"row\" class=\"number\">1</th><td><code>&lt; 10</code></td><td><code>&quot;low&quot;</code></td><td></td>")]
    [InlineData("No two rows apply together. Some row applies whatever the facts are.", "No two rows apply together. Some row applies whatever the facts are.")]
    [InlineData("**[emergency]** *conditional recommendation* `Open`", "<span class=\"mark emergency\">emergency</span> <span class=\"mark quiet\">conditional recommendation</span> <code>Open</code>")]
    [InlineData("> Ask about `$(p.kind)` (of `$(Max(p.n, 2))`).", "Ask about <span class=\"slot\" title=\"filled in from the facts\">p.<wbr>kind</span> (of <span class=\"slot\" title=\"filled in from the facts\">Max(p.<wbr>n, 2)</span>).")]
    [InlineData("```\np.kind == \"a\" && share > 1\n```", "<pre><code>p.kind == &quot;a&quot; &amp;&amp; share &gt; 1</code></pre>")]
    [InlineData("- `share` is `p.n / 2`", "<code>share</code> is <code>p.<wbr>n / 2</code>")]
    [InlineData("**When undetermined:** Not asked yet.", "<dt>When undetermined</dt>\n<dd>\n<p>Not asked yet.</p>")]
    [InlineData("**When not met:** Nothing to ask.", "<dt>When not met</dt>")]
    [InlineData("**Event:** `asked`", "<dt>Event</dt>")]
    [InlineData("are withheld:\n\n- [Big](#rule-Big)\n- [V.Positive](V.md#rule-Positive)", "<li><a href=\"V.html#rule-Positive\">V.Positive</a></li>")]
    [InlineData("**Withheld by:** Is given only when these rules are clearly not met, as far as they take part in the decision:\n\n- [Open question](#rule-Open) (`Open`)", "<a href=\"#rule-Open\">Open question</a> (<code>Open</code>)")]
    [InlineData("- A talk, minute 3. **[not verified]**\n  - Heard, not read.", "A talk, minute 3. <span class=\"mark notverified\">not verified</span>\n<ul>\n<li>Heard, not read.</li>")]
    [InlineData("- Writer A. The book. 2001, page 1. [doi:10.1/x](<https://doi.org/10.1/x>)\n  - **Statement S10:** Ten.\n  - **Statement S2:** Two.", "<a href=\"https://doi.org/10.1/x\" rel=\"noreferrer\">doi:10.1/x</a>")]
    [InlineData("**1 of 2 not verified.**", "<strong>1 of 2 not verified.</strong>")]
    [InlineData("**Golden cases:** 1 case expects it to be met, 1 not met, 1 undetermined.\n\n- `big` Above ten", "<code>big</code> Above ten")]
    [InlineData("**Condition:** At least one of its parts below is met.", "At least one of its parts below is met.")]
    [InlineData("#### One\n\n`One` part of `Both`", "<h4>One</h4>\n<p class=\"under\"><code>One</code> part of <code>Both</code></p>")]
    [InlineData("**No golden case names this rule.**", "<strong>No golden case names this rule.</strong>")]
    public void A_page_says_the_same_in_both_formats(string markdown, string html)
    {
        var page = Page(TracedLibrary.Of(rules: Rules), "W");
        Assert.Contains(markdown, MarkdownGuideline.Write(page), StringComparison.Ordinal);
        Assert.Contains(html, HtmlGuideline.Write(page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_shows_who_withholds_it_from_elsewhere_and_cases_of_whoever_includes_it()
    {
        var text = MarkdownGuideline.Write(Page(TracedLibrary.Of(rules: Rules), "V"));
        Assert.Contains("- [Open question](W.md#rule-Open) (`W.Open`)", text, StringComparison.Ordinal);
        Assert.Contains("- W `big` Above ten", text, StringComparison.Ordinal);
        Assert.Contains("**Is used by:**\n\n- [The workflow](W.md) (`W`)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_that_must_never_meet_stands_in_a_table_for_a_committee()
    {
        const string workflow = """
            {"WorkflowName": "W", "Rules": [
              {"RuleName": "Give", "Title": "The drug", "Expression": "input1.n > 1", "Recommendation": {"Text": "Give it.", "Urgency": "info"}},
              {"RuleName": "Leave", "Expression": "input1.n > 2", "Recommendation": {"Text": "Leave it.", "Urgency": "info"}}],
             "Contradictions": [{"Why": "the drug beside the advice against it", "These": ["Give"], "Against": ["Leave", "V.Wait"]}]}
            """;
        var page = Page(RuleLibrary.Load([new LibraryFile("w/workflow.json", Encoding.UTF8.GetBytes(workflow))]).Library, "W");
        Assert.Contains("| the drug beside the advice against it | [The drug](#rule-Give) (`Give`) | [Leave](#rule-Leave); `V.Wait` |", MarkdownGuideline.Write(page), StringComparison.Ordinal);
        Assert.Contains("<td><a href=\"#rule-Leave\">Leave</a>; <code>V.<wbr>Wait</code></td>", HtmlGuideline.Write(page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workflow_without_a_page_is_named_and_not_linked()
    {
        var library = TracedLibrary.Of(rules: Rules);
        var pages = Guideline.Of(library, [library["W"]]);
        Assert.Equal(["index", "W"], pages.Select(p => p.Name));
        Assert.Contains("- `V`, once for each", MarkdownGuideline.Write(pages[1]), StringComparison.Ordinal);
        Assert.DoesNotContain("V.md", string.Concat(pages.Select(MarkdownGuideline.Write)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_draws_which_workflow_builds_on_which_and_says_it_as_a_list()
    {
        var library = TracedLibrary.Of(rules: Rules);
        var pages = Guideline.Of(library, library.Workflows);
        Assert.Contains("![Graph of the workflows](pathway.svg)\n\n- [The workflow](W.md) (`W`)\n  - includes [V](V.md)\n", MarkdownGuideline.Write(pages[0]), StringComparison.Ordinal);
        Assert.Contains("<summary>The graph as a list</summary>\n<ul>\n<li><a href=\"W.html\">The workflow</a> (<code>W</code>)\n<ul>\n<li>includes <a href=\"V.html\">V</a></li>", HtmlGuideline.Write(pages[0]), StringComparison.Ordinal);
        Assert.Equal(["index.md", "V.md", "W.md", "pathway.svg"], MarkdownGuideline.Files(pages).Select(f => f.Name));
        Assert.Equal(["index.html", "V.html", "W.html"], HtmlGuideline.Files(pages).Select(f => f.Name));
    }

    [Fact]
    public void Where_no_workflow_builds_on_another_nothing_is_drawn()
    {
        var library = TracedLibrary.Of(rules: Rules);
        var pages = Guideline.Of(library, [library["V"]]);
        Assert.DoesNotContain("pathway", HtmlGuideline.Write(pages[0])[HtmlGuideline.Write(pages[0]).IndexOf("<body>", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Equal(["index.md", "V.md"], MarkdownGuideline.Files(pages).Select(f => f.Name));
    }

    [Fact]
    public void One_page_has_everything_with_a_table_of_contents_and_places_that_stay_apart()
    {
        var library = TracedLibrary.Of(rules: Rules);
        var page = Guideline.AsOnePage(library, library.Workflows);
        var markdown = MarkdownGuideline.Write(page);
        Assert.Contains("## Contents\n\n- [V](#V:top)\n  - [Related workflows](#V:Related-workflows) · ", markdown, StringComparison.Ordinal);
        Assert.Contains("<a id=\"W:top\"></a>\n\n## The workflow\n", markdown, StringComparison.Ordinal);
        Assert.Contains("- [V.Positive](#V:rule-Positive)", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("pathway.svg", markdown, StringComparison.Ordinal);
        var html = HtmlGuideline.Write(page);
        Assert.Contains("<section id=\"W:top\" class=\"chapter\">\n<h2>The workflow</h2>", html, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"#W:top\">The workflow</a></li>", html, StringComparison.Ordinal);
        Assert.Contains("href=\"#V:top\" class=\"workflow\"", html, StringComparison.Ordinal);
        foreach (var whole in Guideline.Of(library, library.Workflows).Skip(1).Select(p => Body(HtmlGuideline.Write(p)).Descendants("main").Single()))
            Assert.Contains(whole.Value.Trim(), Body(html).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_cases_are_folded()
    {
        var cases = string.Join(",", Enumerable.Range(1, 7).Select(i => $$$"""{"Id": "c{{{i}}}", "Facts": {"p": {"n": 2{{{i}}}} }, "Expect": {"Rules": {"Big": "met"} } }"""));
        var page = Page(TracedLibrary.Of(cases: cases), "W");
        Assert.Contains("- `c4`\n- and 3 more\n", MarkdownGuideline.Write(page), StringComparison.Ordinal);
        Assert.Contains("<details>\n<summary>3 more</summary>\n<ul>\n<li><code>c5</code></li>", HtmlGuideline.Write(page), StringComparison.Ordinal);
    }

    [Fact]
    public void What_authors_wrote_stays_text()
    {
        const string Hostile = """</title><script>alert(1)</script>|`x`[y](javascript:z)\" onload=\"q""";
        var library = TracedLibrary.Of(rules: $$"""
            {"RuleName": "Evil", "Title": "{{Hostile}}", "Expression": "p.kind == \"a\" || p.n > 3",
             "Recommendation": {"Text": "{{Hostile}} $(p.n)", "Urgency": "info"}, "Evidence": [{"Source": "talk", "Locator": "{{Hostile}}"}]}
            """, cases: $$$"""{"Id": "{{{Hostile}}}", "Facts": {}, "Expect": {"Rules": {"Evil": "undetermined", "Big": "undetermined"} } }, {"Id": "more", "Why": "{{{Hostile}}}", "Facts": {"p": {"n": 5} }, "Expect": {"Rules": {"Evil": "met"} } }""", title: Hostile);
        foreach (var page in Guideline.Of(library, library.Workflows))
        {
            var html = HtmlGuideline.Write(page);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.All(Body(html).Descendants().Attributes(), a => Assert.False(a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Value.StartsWith("javascript", StringComparison.Ordinal), a.ToString()));
            var markdown = MarkdownGuideline.Write(page);
            Assert.DoesNotContain("<script", WithoutCode(markdown), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(@"(?<!\\)\]\(javascript", markdown);
        }
    }

    [Fact]
    public void A_workflow_for_Microsofts_engine_has_a_page_whatever_its_names_are()
    {
        var load = RuleLibrary.Load(
        [
            new LibraryFile("a/workflow.json", Encoding.UTF8.GetBytes("""[{"WorkflowName": "../Dis count/", "Rules": [{"RuleName": "Give 10 %", "Expression": "input1.n > 1"}]}, {"WorkflowName": "INDEX", "Rules": []}]""")),
        ]);
        var pages = Guideline.Of(load.Library, load.Library.Workflows);
        Assert.Equal(["index", "Dis-count", "INDEX-2"], pages.Select(p => p.Name));
        Assert.Contains("<section id=\"rule-Give-10--\"", HtmlGuideline.Write(pages[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_library_renders_well_formed_with_every_link_leading_somewhere()
    {
        var library = RuleLibrary.Load(Path.Combine(SpecTable.Root(), "workflows")).Library;
        IReadOnlyList<GuidelinePage> pages = [.. Guideline.Of(library, library.Workflows), Guideline.AsOnePage(library, library.Workflows)];
        Assert.Equal(library.Workflows.Count + 2, pages.Count);
        var bodies = pages.ToDictionary(p => p.Name + HtmlGuideline.Ending, p => Body(HtmlGuideline.Write(p)), StringComparer.Ordinal);
        var places = bodies.ToDictionary(b => b.Key, b => b.Value.Descendants().Attributes("id").Select(a => a.Value).ToList(), StringComparer.Ordinal);
        foreach (var (file, body) in bodies)
        {
            Assert.Equal(places[file].Distinct(StringComparer.Ordinal), places[file]);
            foreach (var link in body.Descendants().Where(e => e.Name.LocalName == "a").Select(a => a.Attribute("href")!.Value).Where(l => !l.StartsWith("http", StringComparison.Ordinal)))
            {
                var (target, place) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
                Assert.True(places.TryGetValue(target.Length == 0 ? file : target, out var there) && (place is null || there.Contains(place)), $"{file}: {link}");
            }
        }
        IReadOnlyList<GuidelinePage> again = [.. Guideline.Of(library, library.Workflows), Guideline.AsOnePage(library, library.Workflows)];
        foreach (var page in pages)
        {
            var markdown = MarkdownGuideline.Write(page);
            Assert.Equal(markdown, MarkdownGuideline.Write(again.Single(p => p.Name == page.Name)));
            var anchors = Regex.Matches(markdown, "(?<=<a id=\")[^\"]+", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
            Assert.All(Regex.Matches(markdown, @"(?<=\]\(#)[^)]+", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Value), a => Assert.Contains(a, anchors));
        }
    }

    private static GuidelinePage Page(RuleLibrary library, string name) => Guideline.Of(library, library.Workflows).Single(p => p.Name == name);

    /// <summary>Read as XML, so that an element out of place is an error.</summary>
    private static XElement Body(string html)
    {
        var start = html.IndexOf("<body>", StringComparison.Ordinal);
        return XElement.Parse(html[start..html.IndexOf("</html>", StringComparison.Ordinal)].Replace("<wbr>", "", StringComparison.Ordinal));
    }

    private static string WithoutCode(string markdown) => Regex.Replace(markdown, @"(?<fence>`+).+?\k<fence>", "", RegexOptions.None, TimeSpan.FromSeconds(5));
}
