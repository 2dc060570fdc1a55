using System.Globalization;
using System.Text.Json.Nodes;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Server.CdsHooks.Services;
using BoneMets.Rules.Server.Execution;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>
/// The one card for what is open about a patient of whom the record does not say that the service concerns them: with a warning for everybody
/// nobody would read the one that matters. It is not left out, because nothing would look like an answer.
/// </summary>
internal static class UnconcernedCard
{
    /// <summary>Null when nothing is open.</summary>
    public static JsonObject? Of(HookAnswer answer)
    {
        var decision = answer.Decision;
        var open = decision.Pending.Select(p => p.Rule).Concat(DecisionRemarks.Silent(decision).Select(r => r.Name)).ToList();
        if (open.Count == 0) return null;
        var facts = answer.Service.Workflow.Relevance!.Facts;
        var old = answer.Reading.Rejected.Where(r => facts.Contains(r.Fact, StringComparer.Ordinal));
        var emergencies = decision.Pending.Count(p => p.Urgency == Urgency.Emergency);
        var detail = new Markdown()
            .Paragraph("What is not recorded is unknown; it does not speak against anything.")
            .Paragraph($"Nothing that is recognised was found of: {string.Join("; ", facts.Select(f => HookCards.LabelOf(answer, f)))}.")
            .List("In the record, but too old", [.. old.Select(r => Markdown.Escape($"{HookCards.LabelOf(answer, r.Fact!)}: {(r.Value is { } value ? $"{value}, " : "")}{(r.Date is { } date ? $"{date}, " : "")}{r.Resource}, {r.Reason}{(r.More > 0 ? $" (and {Number(r.More)} more)" : "")}"))])
            .Paragraph($"If one of these is known or suspected, record it: then cards say what is open, now {Number(open.Count)} {(open.Count == 1 ? "question" : "questions")}, {Number(emergencies)} of them about emergencies that are not excluded.")
            .Origin(decision);
        var card = HookCards.Card(decision, CardKind.Relevance, null, $"{decision.Source?.Title ?? decision.Workflow}: nothing in the record says that it concerns this patient", "info", detail.ToString(), []);
        card["overrideReasons"] = OverrideReasons.All();
        card["extension"]![OwnData.Key]!["rules"] = new JsonArray([.. open.Select(CardRules.Plain).Distinct(StringComparer.Ordinal).Select(r => (JsonNode?)JsonValue.Create(r))]);
        return card;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
