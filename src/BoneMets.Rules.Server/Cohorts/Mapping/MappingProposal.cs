using System.Text;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Server.Cohorts.Mapping;

/// <summary>
/// What the names of columns say by themselves: names and labels of facts, spelled in any way, with a unit in brackets or at the end. A unit that
/// a name does not say is not guessed, and a column whose name says nothing is left for somebody to decide.
/// </summary>
internal static class MappingProposal
{
    private static readonly string[] Ids = ["id", "patientid", "pid", "mrn", "caseid", "subjectid"];

    public static CohortMapping Of(IReadOnlyList<string> columns, IReadOnlyList<FactPath> facts)
    {
        var mapped = new List<MappedColumn>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        string? id = null;
        foreach (var column in columns)
        {
            var (name, unit) = Split(column);
            if (id is null && Ids.Contains(Letters(name))) id = column;
            else if (Find(name, unit, facts) is { } found && taken.Add(found.Fact.Text)) mapped.Add(new MappedColumn(column, found.Fact.Text, found.Unit, Separator: found.Fact.IsList ? "|" : null));
        }
        return new CohortMapping(mapped, id);
    }

    private static (FactPath Fact, string? Unit)? Find(string name, string? unit, IReadOnlyList<FactPath> facts)
    {
        var wanted = Letters(name);
        // A name that several facts have says nothing.
        foreach (var spelling in (Func<FactPath, string>[])[f => f.Text, f => f.Property.Name, f => f.Property.Label ?? ""])
            if (wanted.Length > 0 && facts.Where(f => Letters(spelling(f)) == wanted).ToList() is [var only])
                return UnitOf(only.Element, unit) is var (isKnown, known) && isKnown ? (only, known) : null;
        // The unit may be the end of the name: calcium_mmol_l.
        foreach (var fact in facts.Where(f => f.Element.Unit is not null))
            foreach (var other in Units(fact.Element))
                if (wanted == Letters(fact.Property.Name) + Letters(other) || wanted == Letters(fact.Text) + Letters(other)) return (fact, other);
        return null;
    }

    private static (bool IsKnown, string? Unit) UnitOf(FactProperty property, string? said)
    {
        if (said is null) return (true, property.OtherUnits.Count == 0 ? property.Unit : null);
        if (property.Unit is null) return (true, null);
        return Units(property).FirstOrDefault(u => Letters(u) == Letters(said)) is { } unit ? (true, unit) : (false, null);
    }

    private static IEnumerable<string> Units(FactProperty property) => property.OtherUnits.Keys.Prepend(property.Unit!);

    /// <summary>What stands in brackets at the end is a unit or a remark.</summary>
    private static (string Name, string? Unit) Split(string column)
    {
        var open = column.LastIndexOfAny(['(', '[']);
        return open > 0 && column[^1] is ')' or ']' && open > 0 ? (column[..open], column[(open + 1)..^1].Trim()) : (column, null);
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c is 'µ' or 'μ') letters.Append('u');
            else if (char.IsLetterOrDigit(c) || c == '%') letters.Append(char.ToLowerInvariant(c));
        return letters.ToString();
    }
}
