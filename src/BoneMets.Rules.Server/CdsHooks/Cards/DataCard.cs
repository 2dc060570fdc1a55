using System.Globalization;
using System.Text.Json.Nodes;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.CdsHooks.Services;
using BoneMets.Rules.Server.Execution;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>What is wrong with the data that everything else on the cards rests on.</summary>
internal static class DataCard
{
    private const int MostLines = 12;

    /// <summary>Null when nothing is.</summary>
    public static JsonObject? Of(HookAnswer answer)
    {
        var decision = answer.Decision;
        var lacking = answer.Data.Items.Where(i => !i.IsSettled).ToList();
        var refused = answer.Reading.Rejected.Where(r => r.Fact is null).ToList();
        var later = Later(answer);
        var remarks = answer.Data.Notes.Concat(answer.Reading.Notes.Select(Sentence)).Concat(decision.Notices.Select(n => Sentence(n.Message))).ToList();
        var held = DecisionRemarks.Reasons(decision);
        if (lacking.Count + refused.Count + remarks.Count + held.Count + later.Count == 0) return null;
        var detail = new Markdown().Paragraph("What is not recorded is unknown; it does not speak against anything.")
            .List("Later results that were not used", [.. later.Select(r => Markdown.Escape($"{HookCards.LabelOf(answer, r.Fact!)}: {(r.Value is { } value ? $"{value} " : "")}of {r.Date} ({r.Resource}), because {r.Reason}. An older value was used."))])
            .List("Data that were not available", [.. lacking.Select(i => Markdown.Escape($"{Label(i.Requirement)} ({i.Requirement.Key}): {i.Why}"))])
            .List("Not read", [.. refused.Take(MostLines).Select(r => Markdown.Escape($"{r.Resource}: {r.Reason}{(r.More > 0 ? $" (and {r.More} more)" : "")}"))])
            .List("Remarks", [.. remarks.Take(MostLines).Select(Markdown.Escape)])
            .List($"Held back: {decision.Withheld.Count}, because", [.. held.Take(MostLines).Select(Markdown.Escape)])
            .Origin(decision);
        return HookCards.Card(decision, CardKind.Data, null, Summary(answer, later, lacking.Select(i => i.Requirement.Label), refused), later.Count > 0 ? "warning" : "info", detail.ToString(), []);
    }

    /// <summary>Results that somebody at the bedside may take for those that were decided on; an order that is not signed is no result.</summary>
    private static List<FhirRejected> Later(HookAnswer answer)
    {
        var used = answer.Reading.Taken.GroupBy(t => t.Fact, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(t => Moment(t.Date)).Max(), StringComparer.Ordinal);
        return [.. answer.Reading.Rejected.Where(r => r.Fact is { } fact && r.Resource.StartsWith("Observation", StringComparison.Ordinal) && used.TryGetValue(fact, out var taken) && taken is not null && Moment(r.Date) > taken)];
    }

    private static DateTimeOffset? Moment(string? date) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    private static string Summary(HookAnswer answer, IReadOnlyList<FhirRejected> later, IEnumerable<string> lacking, IReadOnlyList<FhirRejected> refused)
    {
        if (later.Select(r => HookCards.LabelOf(answer, r.Fact!)).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } names) return $"A later result was not used: {string.Join(", ", names)}";
        if (lacking.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } labels) return $"Decided without all data; not available: {string.Join(", ", labels)}";
        var others = refused.Where(r => r.Kind == FhirRefusal.Subject).Sum(r => 1 + r.More);
        if (others > 0) return $"{others} {(others == 1 ? "entry was" : "entries were")} not read, because {(others == 1 ? "it is" : "they are")} not surely this patient's";
        if (answer.Decision.Withheld.Count > 0) return answer.Decision.Withheld.Count == 1 ? "One option is held back" : $"{answer.Decision.Withheld.Count} options are held back";
        if (refused.Count > 0) return "Some entries of the record could not be read";
        return "Remarks on the data that were read";
    }

    private static string Label(DataRequirement requirement) => char.ToUpperInvariant(requirement.Label[0]) + requirement.Label[1..];

    private static string Sentence(string note) => char.ToUpperInvariant(note[0]) + note[1..] + (note.EndsWith('.') ? "" : ".");
}
