using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Store;

/// <summary>Feedback about cards: only ever added, once each, and counted.</summary>
public abstract class StoreCardFeedback : StoreFolders
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly OverrideReason Refuses = new("http://example.org/reasons", "patient-refuses", "The patient declines");

    [Fact]
    public async Task The_same_card_outcome_and_time_count_once_whoever_sends_them_again()
    {
        var report = Report();
        Assert.Equal(1, await Store.Feedback.AddAsync([report, report with { Sender = "another" }, report with { At = Noon.ToOffset(TimeSpan.FromHours(5)) }]));
        Assert.Equal(0, await Store.Feedback.AddAsync([report]));
        Assert.Equal(2, await Store.Feedback.AddAsync([report with { At = Noon.AddSeconds(1) }, report with { Outcome = CardOutcome.Accepted, Reason = null }]));
        Assert.Equal(3, (await Store.Feedback.CountAsync()).Sum(c => c.Count));
        Assert.True((await Store.Audit.VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Counts_are_by_service_rule_release_outcome_and_reason()
    {
        await Store.Feedback.AddAsync(
        [
            Report("1"), Report("2") with { HasComment = true }, Report("3") with { Reason = null }, Report("4") with { Subject = new CardSubject("recommendation", "R", 2) },
            Report("5") with { Subject = null }, Report("6") with { Service = "T" }, Report("7") with { Subject = new CardSubject("pending", null, null), Outcome = CardOutcome.Accepted, Suggestions = ["a", "b"] },
        ]);
        var counts = await Store.Feedback.CountAsync("S");
        Assert.Equal(
            [
                "unknown Overridden patient-refuses 1 0", "pending   Accepted patient-refuses 1 0", "recommendation R 1 Overridden patient-refuses 2 1", "recommendation R 1 Overridden  1 0",
                "recommendation R 2 Overridden patient-refuses 1 0",
            ],
            counts.Select(c => $"{(c.Subject is { } s ? $"{s.Kind} {s.Rule} {s.Release}" : "unknown")} {c.Outcome} {c.Reason?.Code} {c.Count} {c.Comments}"));
        Assert.Equal("The patient declines", counts[2].Reason!.Display);
        Assert.Equal(7, (await Store.Feedback.CountAsync()).Sum(c => c.Count));
    }

    [Fact]
    public async Task Comments_come_newest_first_as_far_as_they_were_kept()
    {
        await Store.Feedback.AddAsync([Report("1") with { HasComment = true }, Report("2") with { HasComment = true, Comment = "old" }, Report("3") with { HasComment = true, Comment = "new", At = Noon.AddDays(1) }]);
        Assert.Equal(["new", "old"], (await Store.Feedback.CommentsAsync(null, 10)).Select(c => c.Comment));
        Assert.Equal("new", (await Store.Feedback.CommentsAsync("S", 1)).Single().Comment);
        Assert.Empty(await Store.Feedback.CommentsAsync("T", 10));
    }

    private static CardFeedback Report(string card = "c") => new(card, CardOutcome.Overridden, Noon, "key:a", "S", new CardSubject("recommendation", "R", 1), Refuses, false, null, []);
}
