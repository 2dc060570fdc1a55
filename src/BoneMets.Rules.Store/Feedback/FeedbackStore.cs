using BoneMets.Rules.Store.Database;
using Microsoft.EntityFrameworkCore;

namespace BoneMets.Rules.Store;

/// <summary>Feedback about cards. It is only ever added to; what was reported before (card, outcome and time) is not added again.</summary>
public sealed class FeedbackStore
{
    private readonly StoreDatabase database;

    internal FeedbackStore(StoreDatabase database) => this.database = database;

    /// <summary>How many of them were new.</summary>
    public Task<int> AddAsync(IReadOnlyList<CardFeedback> reports, CancellationToken cancellation = default) => database.WriteAsync("server", async writer =>
    {
        var cards = reports.Select(r => r.Card).Distinct(StringComparer.Ordinal).ToList();
        var known = (await writer.Context.Feedback.Where(f => cards.Contains(f.Card)).Select(f => new { f.Card, f.Outcome, f.At }).ToListAsync(cancellation)).Select(f => (f.Card, f.Outcome, f.At)).ToHashSet();
        var count = 0;
        foreach (var report in reports)
        {
            var at = TimeFormat.Rounded(report.At);
            if (!known.Add((report.Card, report.Outcome, at))) continue;
            writer.Context.Feedback.Add(Row(report, at, writer.Now));
            count++;
        }
        return count;
    }, cancellation);

    /// <summary>By service, rule, release, outcome and reason; <paramref name="service"/> null counts all.</summary>
    public Task<IReadOnlyList<FeedbackCount>> CountAsync(string? service = null, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<FeedbackCount>>(async context =>
    {
        var groups = await context.Feedback.Where(f => service == null || f.Service == service)
            .GroupBy(f => new { f.Service, f.IsKnown, f.Kind, f.Rule, f.Release, f.Outcome, f.ReasonSystem, f.ReasonCode })
            .Select(g => new { g.Key, Count = g.Count(), Comments = g.Count(f => f.HasComment), Display = g.Max(f => f.ReasonDisplay) })
            .ToListAsync(cancellation);
        return
        [
            .. groups
                .OrderBy(g => g.Key.Service, StringComparer.Ordinal).ThenBy(g => g.Key.Rule, StringComparer.Ordinal).ThenBy(g => g.Key.Kind, StringComparer.Ordinal)
                .ThenBy(g => g.Key.Release).ThenBy(g => g.Key.Outcome).ThenByDescending(g => g.Count).ThenBy(g => g.Key.ReasonCode, StringComparer.Ordinal)
                .Select(g => new FeedbackCount(
                    g.Key.Service, g.Key.IsKnown ? new CardSubject(g.Key.Kind!, g.Key.Rule, g.Key.Release) : null, g.Key.Outcome,
                    g.Key.ReasonCode is { } code ? new OverrideReason(g.Key.ReasonSystem ?? "", code, g.Display) : null, g.Count, g.Comments)),
        ];
    }, cancellation);

    /// <summary>The newest comments, as far as they are kept.</summary>
    public Task<IReadOnlyList<CardFeedback>> CommentsAsync(string? service, int atMost, CancellationToken cancellation = default) => database.ReadAsync<IReadOnlyList<CardFeedback>>(
        async context => [.. (await context.Feedback.Where(f => f.Comment != null && (service == null || f.Service == service)).OrderByDescending(f => f.At).ThenBy(f => f.Card).Take(atMost).ToListAsync(cancellation)).Select(Of)],
        cancellation);

    private static CardFeedback Of(FeedbackRow row) => new(
        row.Card, row.Outcome, row.At, row.Sender, row.Service, row.IsKnown ? new CardSubject(row.Kind!, row.Rule, row.Release) : null,
        row.ReasonCode is { } code ? new OverrideReason(row.ReasonSystem ?? "", code, row.ReasonDisplay) : null, row.HasComment, row.Comment,
        row.Suggestions.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static FeedbackRow Row(CardFeedback report, DateTimeOffset at, DateTimeOffset now) => new()
    {
        Card = report.Card,
        Outcome = report.Outcome,
        At = at,
        ReceivedAt = now,
        Sender = report.Sender,
        Service = report.Service,
        IsKnown = report.Subject is not null,
        Kind = report.Subject?.Kind,
        Rule = report.Subject?.Rule,
        Release = report.Subject?.Release,
        ReasonSystem = report.Reason?.System,
        ReasonCode = report.Reason?.Code,
        ReasonDisplay = report.Reason?.Display,
        HasComment = report.HasComment,
        Comment = report.Comment,
        Suggestions = string.Join(' ', report.Suggestions),
    };
}
