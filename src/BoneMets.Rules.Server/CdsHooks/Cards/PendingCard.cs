using System.Globalization;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.CdsHooks.Services;
using BoneMets.Rules.Server.Execution;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>
/// What could not be decided. A record seldom holds what a rule asks at the bedside, so that dozens are open for every patient: a card for each
/// would hide those that matter. So there is one for emergencies, which is a warning, and one for everything else.
/// </summary>
internal static class PendingCard
{
    private const int MostListed = 8, MostNamed = 3;

    /// <param name="answer">What there is.</param>
    /// <param name="isEmergency">Which of the two.</param>
    /// <param name="offered">Facts that another card offers to order; what this one offers is added.</param>
    public static JsonObject? Of(HookAnswer answer, bool isEmergency, HashSet<string> offered)
    {
        var decision = answer.Decision;
        var open = decision.Pending.Where(p => p.Urgency == Urgency.Emergency == isEmergency).ToList();
        // Undecided rules that recommend nothing may hold back what others do.
        var silent = isEmergency ? [] : DecisionRemarks.Silent(decision).ToList();
        if (open.Count + silent.Count == 0) return null;
        var missing = MissingData.Of(answer, open.Select(p => p.Rule).Concat(silent.Select(r => r.Name)).ToHashSet(StringComparer.Ordinal));
        var count = (open.Count + silent.Count).ToString(CultureInfo.InvariantCulture);
        var summary = isEmergency
            ? $"Emergencies are not excluded ({count} open for want of data): {missing.Names(MostNamed)}"
            : $"Not decided for want of data ({count} open): {missing.Names(MostNamed)}";
        // Every emergency is named; of the rest the first, and how many more.
        var most = isEmergency ? open.Count : MostListed;
        var lines = open.Select(p => $"{Markdown.Escape(p.Title ?? p.Rule)}: {Markdown.Escape(p.Text)}").Concat(silent.Select(r => Markdown.Escape(r.Title ?? r.Name))).ToList();
        if (lines.Count > most) lines = [.. lines.Take(most), $"and {(lines.Count - most).ToString(CultureInfo.InvariantCulture)} more"];
        var detail = new Markdown().Paragraph("What is not recorded is unknown; it does not speak against anything.").List(isEmergency ? "Emergencies that are not excluded" : "Open", lines);
        missing.AddTo(detail).Origin(decision);
        var card = HookCards.Card(decision, CardKind.Pending, null, summary, isEmergency ? "warning" : "info", detail.ToString(), []);
        card["overrideReasons"] = OverrideReasons.All();
        if (answer.Concern == Concern.Some && LaboratoryOrders.Of(answer, missing.ToOrder, offered) is { Count: > 0 } orders) (card["suggestions"], card["selectionBehavior"]) = (orders, "any");
        var own = card["extension"]![OwnData.Key]!;
        own["rules"] = new JsonArray([.. open.Select(p => p.Rule).Concat(silent.Select(r => r.Name)).Select(CardRules.Plain).Distinct(StringComparer.Ordinal).Select(r => (JsonNode?)JsonValue.Create(r))]);
        return card;
    }
}
