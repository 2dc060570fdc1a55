using BoneMets.Rules.Decisions;
using BoneMets.Rules.Facts.Fhir.Bundles;
using BoneMets.Rules.Server.CdsHooks.Data;

namespace BoneMets.Rules.Server.CdsHooks.Cards;

/// <summary>Why facts are missing, which says who can do something about it: somebody at the bedside, a laboratory, or whoever sends the data.</summary>
internal sealed class MissingData
{
    private const int MostNamed = 24;
    private readonly HookAnswer answer;
    private readonly IReadOnlySet<string> rules;

    private MissingData(HookAnswer answer, IReadOnlySet<string> rules) => (this.answer, this.rules) = (answer, rules);

    /// <summary>No query could have given them.</summary>
    public List<MissingFact> ToAsk { get; } = [];

    /// <summary>The record was there and has no value that counts.</summary>
    public List<MissingFact> NotInRecord { get; } = [];

    /// <summary>The record has something that was not to be used: nobody may take it for nothing.</summary>
    public List<MissingFact> NotUsable { get; } = [];

    /// <summary>What a laboratory could give: there is nothing, or only what is too old.</summary>
    public IReadOnlyList<MissingFact> ToOrder => [.. NotInRecord, .. NotUsable.Where(f => answer.Reading.Rejected.Where(r => r.Fact == f.Fact).All(r => r.Kind == FhirRefusal.Age))];

    /// <summary>Their part of the record was not, or not all of it.</summary>
    public List<MissingFact> NotSupplied { get; } = [];

    public static MissingData Of(HookAnswer answer, IReadOnlySet<string> rules)
    {
        var missing = new MissingData(answer, rules);
        foreach (var fact in answer.Decision.Missing.Where(m => m.Rules.Any(rules.Contains)).OrderByDescending(m => m.Rules.Count(rules.Contains))) missing.ListFor(fact.Fact).Add(fact);
        return missing;
    }

    /// <summary>Up to a few names of those that most rules wait for.</summary>
    public string Names(int most)
    {
        var all = NotUsable.Concat(NotInRecord).Concat(ToAsk).Concat(NotSupplied).OrderByDescending(f => f.Rules.Count(rules.Contains)).Select(Label).ToList();
        return string.Join(", ", all.Take(most)) + (all.Count > most ? $" and {all.Count - most} more" : "");
    }

    public Markdown AddTo(Markdown detail) => detail
        .List("In the record, but not usable", [.. NotUsable.SelectMany(Reasons).Select(Markdown.Escape)])
        .List("Nothing in the record that is recognised", Lines(NotInRecord))
        .List("To be asked or examined", Lines(ToAsk))
        .List("Not supplied by the record system", Lines(NotSupplied));

    private List<MissingFact> ListFor(string fact)
    {
        var sources = answer.Data.Items.Where(i => i.Requirement.Facts.Contains(fact)).ToList();
        if (sources.Count == 0) return ToAsk;
        if (answer.Reading.Rejected.Any(r => r.Fact == fact)) return NotUsable;
        return sources.TrueForAll(s => s.IsSettled) ? NotInRecord : NotSupplied;
    }

    private List<string> Lines(List<MissingFact> facts)
    {
        if (facts.Count == 0) return [];
        return [Markdown.Escape(string.Join("; ", facts.Take(MostNamed).Select(Label))) + (facts.Count > MostNamed ? $" and {facts.Count - MostNamed} more" : "")];
    }

    /// <summary>The newest first, each with what stands there: a dangerous value that is preliminary is no reason to look away.</summary>
    private IEnumerable<string> Reasons(MissingFact fact) =>
        answer.Reading.Rejected.Where(r => r.Fact == fact.Fact).OrderByDescending(r => r.Date, StringComparer.Ordinal)
            .Select(r => $"{Label(fact)}: {r.Resource}{(r.Date is { } date ? $" of {date}" : "")} does not count, {r.Reason}{(r.Value is { } value ? $" (it says {value})" : "")}{(r.More > 0 ? $", and {r.More} more" : "")}");

    private string Label(MissingFact fact) => fact.Label ?? HookCards.LabelOf(answer, fact.Fact);
}
