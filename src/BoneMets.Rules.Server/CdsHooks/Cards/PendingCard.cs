using System.Globalization;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.CdsHooks.Services;

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
        if (open.Count == 0) return null;
        var missing = MissingData.Of(answer, open.Select(p => p.Rule).ToHashSet(StringComparer.Ordinal));
        var count = open.Count.ToString(CultureInfo.InvariantCulture);
        var summary = isEmergency
            ? $"Emergencies are not excluded ({count} open for want of data): {missing.Names(MostNamed)}"
            : $"Not decided for want of data ({count} open): {missing.Names(MostNamed)}";
        var lines = open.Take(MostListed).Select(p => $"{Markdown.Escape(p.Title ?? p.Rule)}: {Markdown.Escape(p.Text)}").ToList();
        if (open.Count > MostListed) lines.Add($"and {(open.Count - MostListed).ToString(CultureInfo.InvariantCulture)} more");
        var detail = new Markdown().Paragraph("What is not recorded is unknown; it does not speak against anything.").List(isEmergency ? "Emergencies that are not excluded" : "Open", lines);
        missing.AddTo(detail).Origin(decision);
        var card = HookCards.Card(decision, CardKind.Pending, null, summary, isEmergency ? "warning" : "info", detail.ToString(), []);
        card["overrideReasons"] = OverrideReasons.All();
        if (LaboratoryOrders.Of(answer, missing.NotInRecord, offered) is { Count: > 0 } orders) (card["suggestions"], card["selectionBehavior"]) = (orders, "any");
        var own = card["extension"]![OwnData.Key]!;
        own["rules"] = new JsonArray([.. open.Select(p => CardRules.Plain(p.Rule)).Distinct(StringComparer.Ordinal).Select(r => (JsonNode?)JsonValue.Create(r))]);
        return card;
    }
}
