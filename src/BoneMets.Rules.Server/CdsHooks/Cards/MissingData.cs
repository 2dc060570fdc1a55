using BoneMets.Rules.Decisions;
using BoneMets.Rules.Server.CdsHooks.Data;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>Why facts are missing, which says who can do something about it: somebody at the bedside, a laboratory, or whoever sends the data.</summary>
internal sealed class MissingData
{
    private const int MostNamed = 12;
    private readonly HookAnswer answer;
    private readonly IReadOnlySet<string> rules;

    private MissingData(HookAnswer answer, IReadOnlySet<string> rules) => (this.answer, this.rules) = (answer, rules);

    /// <summary>No query could have given them.</summary>
    public List<MissingFact> ToAsk { get; } = [];

    /// <summary>The record was there and has no value that counts.</summary>
    public List<MissingFact> NotInRecord { get; } = [];

    /// <summary>Their part of the record was not, or not all of it.</summary>
    public List<MissingFact> NotSupplied { get; } = [];

    public static MissingData Of(HookAnswer answer, IReadOnlySet<string> rules)
    {
        var missing = new MissingData(answer, rules);
        foreach (var fact in answer.Decision.Missing.Where(m => m.Rules.Any(rules.Contains))) missing.ListFor(fact.Fact).Add(fact);
        return missing;
    }

    /// <summary>Up to a few names of those that most rules wait for.</summary>
    public string Names(int most)
    {
        var all = NotInRecord.Concat(ToAsk).Concat(NotSupplied).OrderByDescending(f => f.Rules.Count(rules.Contains)).Select(Label).ToList();
        return string.Join(", ", all.Take(most)) + (all.Count > most ? $" and {all.Count - most} more" : "");
    }

    public Markdown AddTo(Markdown detail) => detail
        .List("Not in the record", Lines(NotInRecord, withReason: true))
        .List("To be asked or examined", Lines(ToAsk, withReason: false))
        .List("Not supplied by the record system", Lines(NotSupplied, withReason: false));

    private List<MissingFact> ListFor(string fact)
    {
        var sources = answer.Data.Items.Where(i => i.Requirement.Facts.Contains(fact)).ToList();
        if (sources.Count == 0) return ToAsk;
        return sources.TrueForAll(s => s.IsSettled) ? NotInRecord : NotSupplied;
    }

    private List<string> Lines(List<MissingFact> facts, bool withReason)
    {
        if (!withReason && facts.Count > 0) return [Markdown.Escape(string.Join("; ", facts.Take(2 * MostNamed).Select(Label))) + (facts.Count > 2 * MostNamed ? $" and {facts.Count - (2 * MostNamed)} more" : "")];
        var lines = facts.Take(MostNamed).Select(f => $"{Markdown.Escape(Label(f))}{Markdown.Escape(Reason(f.Fact))}").ToList();
        if (facts.Count > MostNamed) lines.Add($"and {facts.Count - MostNamed} more");
        return lines;
    }

    private string Reason(string fact)
    {
        var refused = answer.Reading.Rejected.Where(r => r.Fact == fact).ToList();
        if (refused.Count == 0) return "";
        return $": {refused[0].Resource}{(refused[0].Date is { } date ? $" of {date}" : "")} does not count, {refused[0].Reason}";
    }

    private string Label(MissingFact fact) => fact.Label ?? HookCards.LabelOf(answer, fact.Fact);
}
