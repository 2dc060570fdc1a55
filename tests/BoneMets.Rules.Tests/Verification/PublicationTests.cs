using System.Text;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Libraries;
using BoneMets.Rules.Verification.Publication;

namespace BoneMets.Rules.Tests.Verification;

/// <summary>What keeps a workflow from being published, and which reviews are overdue.</summary>
public class PublicationTests
{
    private static readonly string[] Needed =
        ["Purpose", "IntendedUse", "IntendedUsers", "IntendedPopulation", "OutOfScope", "Developer", "Funding", "LastReviewDate", "ReviewDue", "UseOf.Sex", "UseOf.DateOfBirth"];

    private const string Whole = """
        "Title": "T", "Description": "D", "Metadata": {
          "Purpose": "p", "IntendedUse": "u", "IntendedUsers": "w", "IntendedPopulation": "x", "OutOfScope": "o", "Developer": { "Name": "d" }, "Funding": "none",
          "LastReviewDate": "2026-01-31", "ReviewDue": "2027-01-31", "UseOf": { "Sex": "not used", "DateOfBirth": "not used" } },
        """;

    [Fact]
    public void A_workflow_that_says_all_of_it_may_be_published() => Assert.Empty(PublicationGaps.Of(Load(Whole)["W"]));

    [Theory]
    [InlineData("\"Title\": \"T\",", "", "the workflow has no `Title`", "")]
    [InlineData("\"Title\": \"T\",", "\"Title\": \" \",", "the workflow has no `Title`", "")]
    [InlineData("\"Description\": \"D\",", "", "the workflow has no `Description`", "")]
    [InlineData("\"Purpose\": \"p\",", "", "`Metadata` does not say `Purpose`", "/Metadata")]
    [InlineData("\"Purpose\": \"p\",", "\"Purpose\": \"\",", "`Metadata` does not say `Purpose`", "/Metadata")]
    [InlineData("\"IntendedUse\": \"u\",", "", "`Metadata` does not say `IntendedUse`", "/Metadata")]
    [InlineData("\"IntendedUsers\": \"w\",", "", "`Metadata` does not say `IntendedUsers`", "/Metadata")]
    [InlineData("\"IntendedPopulation\": \"x\",", "", "`Metadata` does not say `IntendedPopulation`", "/Metadata")]
    [InlineData("\"OutOfScope\": \"o\",", "", "`Metadata` does not say `OutOfScope`", "/Metadata")]
    [InlineData("\"Developer\": { \"Name\": \"d\" },", "", "`Metadata` does not say `Developer`", "/Metadata")]
    [InlineData("\"Funding\": \"none\",", "", "`Metadata` does not say `Funding`", "/Metadata")]
    [InlineData("\"LastReviewDate\": \"2026-01-31\",", "", "`Metadata` does not say `LastReviewDate`", "/Metadata")]
    [InlineData("\"ReviewDue\": \"2027-01-31\",", "", "`Metadata` does not say `ReviewDue`", "/Metadata")]
    [InlineData("\"Sex\": \"not used\",", "", "`Metadata` does not say `UseOf.Sex`", "/Metadata")]
    [InlineData(", \"DateOfBirth\": \"not used\"", "", "`Metadata` does not say `UseOf.DateOfBirth`", "/Metadata")]
    public void Whatever_is_left_out_is_a_gap(string part, string instead, string message, string pointer)
    {
        Assert.Contains(part, Whole, StringComparison.Ordinal);
        var gap = Assert.Single(PublicationGaps.Of(Load(Whole.Replace(part, instead, StringComparison.Ordinal))["W"]));
        Assert.Equal(("BMR5016", Severity.Info, message, pointer), (gap.Code.Id, gap.Severity, gap.Message, gap.Pointer));
        Assert.False(string.IsNullOrEmpty(gap.Help));
        Assert.Equal("w/workflow.json", gap.Document);
    }

    [Fact]
    public void A_workflow_without_metadata_lacks_everything_at_its_own_place()
    {
        var gaps = PublicationGaps.Of(Load("")["W"]);
        Assert.Equal(["the workflow has no `Title`", "the workflow has no `Description`", .. Needed.Select(k => $"`Metadata` does not say `{k}`")], gaps.Select(g => g.Message));
        Assert.All(gaps, g => Assert.Equal("", g.Pointer));
    }

    [Theory]
    [InlineData("2026-01-30")]
    [InlineData("2026-01-31")]
    [InlineData("2026-02-01",
        "evidence.json(1,80): warning BMR5014: the review of source `old` was due on `2026-01-31` [/Sources/0/ReviewDue] (review it against its sources, then set the next date)",
        "w/workflow.json(1,29): warning BMR5014: the review of workflow `W` was due on `2026-01-31` [/Metadata/ReviewDue] (review it against its sources, then set the next date)")]
    public void A_review_is_overdue_from_the_day_after(string today, params string[] expected)
    {
        var library = Load("\"Metadata\": { \"ReviewDue\": \"2026-01-31\" },");
        var found = new DiagnosticBag();
        found.AddRange(OverdueReviews.Find(library, DateOnly.Parse(today)));
        Assert.Equal(expected, found.Sorted().Select(d => d.ToString()));
    }

    [Fact]
    public void Without_a_date_no_review_is_overdue() =>
        Assert.Equal(["old"], OverdueReviews.Find(Load("\"Metadata\": { \"Purpose\": \"p\" },"), DateOnly.MaxValue).Select(d => d.Message.Split('`')[1]));

    [Fact]
    public void A_date_that_cannot_be_read_is_an_error_and_not_overdue()
    {
        var load = Read("\"Metadata\": { \"ReviewDue\": \"2026-02-30\" },");
        Assert.True(load.HasErrors);
        Assert.DoesNotContain(OverdueReviews.Find(load.Library, DateOnly.MaxValue), d => d.Document == "w/workflow.json");
    }

    private static RuleLibrary Load(string members)
    {
        var load = Read(members);
        Assert.Empty(load.Diagnostics.Select(d => d.ToString()));
        return load.Library;
    }

    private static LibraryLoad Read(string members) => RuleLibrary.Load(
    [
        new LibraryFile("facts/p.schema.json", """{"type": "object", "properties": {"n": {"type": "number"}}}"""u8.ToArray()),
        new LibraryFile("evidence.json", """{"Sources": [{"Id": "old", "Title": "A source", "Verified": true, "ReviewDue": "2026-01-31"}, {"Id": "undated", "Title": "Another", "Verified": true}]}"""u8.ToArray()),
        new LibraryFile("w/workflow.json", Encoding.UTF8.GetBytes(
            "{" + members.ReplaceLineEndings("\n") + "\"WorkflowName\": \"W\", \"Inputs\": [{\"Name\": \"p\", \"Schema\": \"p\"}], \"Rules\": [{\"RuleName\": \"R\", \"Expression\": \"p.n > 1\"}]}")),
    ]);
}
