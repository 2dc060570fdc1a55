using System.Text.Json.Nodes;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Authoring;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.CdsHooks.Services;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>
/// A decision as cards: one for each recommendation; one for all emergencies that are not excluded for want of facts, before any advice that is
/// less urgent; one for everything else that is open; one for data that were not to be had. What a decision withholds is on none of them. Where the
/// record does not say that the service concerns the patient, one short card stands for all that is open.
/// </summary>
internal static class HookCards
{
    private const string More = "…";

    /// <summary>The standard: below 140 characters.</summary>
    private const int LongestSummary = 139;

    public static JsonArray Of(HookAnswer answer)
    {
        var decision = answer.Decision;
        var offered = new HashSet<string>(StringComparer.Ordinal);
        var cards = new JsonArray();
        if (answer.Concern == Concern.None)
        {
            if (UnconcernedCard.Of(answer) is { } unconcerned) cards.Add(unconcerned);
            if (DataCard.Of(answer) is { } remarks) cards.Add(remarks);
            return cards;
        }
        foreach (var item in decision.Recommendations.Where(r => r.Urgency == Urgency.Emergency)) cards.Add(Recommendation(answer, item));
        if (PendingCard.Of(answer, isEmergency: true, offered) is { } emergencies) cards.Add(emergencies);
        foreach (var item in decision.Recommendations.Where(r => r.Urgency != Urgency.Emergency)) cards.Add(Recommendation(answer, item));
        if (PendingCard.Of(answer, isEmergency: false, offered) is { } open) cards.Add(open);
        if (DataCard.Of(answer) is { } data) cards.Add(data);
        return cards;
    }

    /// <summary>What every card has. <paramref name="rule"/> is a decision's name of it.</summary>
    public static JsonObject Card(Decision decision, CardKind kind, string? rule, string summary, string indicator, string detail, IReadOnlyList<ResolvedCitation> evidence)
    {
        var own = new JsonObject { ["kind"] = EnumWord.Of(kind), ["decisionId"] = decision.Id.ToString(), ["workflow"] = decision.Workflow, ["hash"] = decision.Hash, ["releaseStatus"] = decision.ReleaseStatus };
        if (decision.Release is { } release) own["release"] = release;
        if (rule is not null) own["rule"] = CardRules.Plain(rule);
        return new JsonObject
        {
            ["uuid"] = CardId.New(decision.Workflow, rule is null ? null : CardRules.Plain(rule), kind, decision.Release, decision.Id, $"{rule}\n{indicator}"),
            ["summary"] = Summary(summary),
            ["indicator"] = indicator,
            ["detail"] = detail,
            ["source"] = CardSource.Of(decision, evidence),
            ["extension"] = OwnData.Of(own),
        };
    }

    public static string Summary(string text)
    {
        var line = Markdown.OneLine(text);
        if (line.Length <= LongestSummary) return line;
        var cut = LongestSummary - More.Length;
        if (char.IsHighSurrogate(line[cut - 1])) cut--;
        return line[..cut].TrimEnd() + More;
    }

    public static string Indicator(Urgency urgency) => urgency switch
    {
        Urgency.Emergency => "critical",
        Urgency.Urgent => "warning",
        _ => "info",
    };

    /// <summary>On whose behalf and how far a card may be relied on: the last lines of every detail.</summary>
    public static Markdown Origin(this Markdown detail, Decision decision)
    {
        if (decision.Source?.IntendedUse is { } use) detail.Paragraph(use);
        if (decision.ReleaseStatus is "unreviewed") detail.Paragraph("This content has not been reviewed.");
        if (decision.Source is { IsReviewOverdue: true, ReviewDue: { } due }) detail.Paragraph($"The review of this content was due on {due:yyyy-MM-dd}.");
        return detail;
    }

    private static JsonObject Recommendation(HookAnswer answer, RecommendationResult item)
    {
        var decision = answer.Decision;
        var evidence = decision.Rules.First(r => r.Name == item.Rule).Evidence;
        var element = CardRules.Element(item.Rule);
        var detail = new Markdown().Paragraph(item.Text);
        if (element is not null) detail.Paragraph($"About {element}.");
        if (item.Strength is { } strength) detail.Paragraph($"Strength: {EnumWord.Of(strength)}.");
        detail.List("Values used", Values(answer, item.Rule)).List("Evidence", CardSource.Lines(evidence)).Origin(decision);
        var title = item.Title ?? item.Text;
        var card = Card(decision, CardKind.Recommendation, item.Rule, element is null ? title : $"{title} ({element})", Indicator(item.Urgency), detail.ToString(), evidence);
        card["overrideReasons"] = OverrideReasons.All();
        if (CardSource.Links(evidence) is { Count: > 0 } links) card["links"] = links;
        var own = card["extension"]![OwnData.Key]!;
        own["urgency"] = EnumWord.Of(item.Urgency);
        if (item.Strength is { } given) own["strength"] = EnumWord.Of(given);
        return card;
    }

    private static List<string> Values(HookAnswer answer, string rule) => [.. ValuesUsed.By(rule, answer.Service.Rules, answer.Reading).Select(t => Value(answer, t))];

    private static string Value(HookAnswer answer, FhirTaken taken)
    {
        var where = string.Join(", ", new[] { taken.Date, taken.Resource, taken.Note }.OfType<string>());
        return $"{Markdown.Escape(LabelOf(answer, taken.Fact))}: {Markdown.Escape(taken.Value)} ({Markdown.Escape(where)})";
    }

    public static string LabelOf(HookAnswer answer, string fact) => FactPaths.Find(answer.Service.Workflow, fact)?.Label ?? fact;
}
