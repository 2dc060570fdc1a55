namespace BoneMets.Rules.Verification.Coverage;

/// <summary>What golden cases can show.</summary>
public enum CoverageKind
{
    /// <summary>A rule coming to one of its verdicts.</summary>
    Rule,

    /// <summary>A row of a decision table that decides.</summary>
    Row,

    /// <summary>A band of a score item that decides.</summary>
    Band,

    /// <summary>One condition of a rule or of a parameter that is true or false, deciding the outcome both ways.</summary>
    Condition,
}

public enum CoveredPartKind { Rule, Parameter, Table, ScoreItem }

/// <summary>The rule, parameter, table or score item that an element belongs to. A parameter of a rule is called <c>rule.parameter</c>.</summary>
public sealed record CoveredPart(CoveredPartKind Kind, string Name)
{
    public override string ToString() => $"{Kind switch { CoveredPartKind.Rule => "rule", CoveredPartKind.Parameter => "parameter", CoveredPartKind.Table => "table", _ => "score item" }} {Name}";
}

/// <summary>One thing that the golden cases of a library show or lack.</summary>
/// <param name="Text">A verdict, a row as its author wrote it, or a condition.</param>
/// <param name="Sides">One; of a condition two, true and false, and it is covered when both are.</param>
/// <param name="NotRequired">Why nobody misses it; null when it counts. A failed verdict is only counted, and some rules are never undetermined.</param>
public sealed record CoverageElement(
    CoverageKind Kind, string Workflow, CoveredPart Part, string Text, SourcePlace Place, IReadOnlyList<CoverageSide> Sides, string? NotRequired = null)
{
    public bool IsRequired => NotRequired is null;

    public bool IsCovered => Sides.All(s => s.Count > 0);

    /// <summary>What kind of case is missing, in words: a line for each side that no case shows. Empty when it is covered or not required.</summary>
    public IEnumerable<string> Missing => IsRequired ? Sides.Where(s => s.Count == 0).Select(s => s.Wanted) : [];
}

/// <summary>One side of an element.</summary>
/// <param name="Name"><c>met</c>, <c>applies</c>, <c>true</c> …</param>
/// <param name="Wanted">The case that would show it, in words.</param>
/// <param name="Count">How many cases show it.</param>
/// <param name="Cases">The first of them, in the order of the suite: an id, or <c>Workflow/id</c> for a case of another workflow.</param>
public sealed record CoverageSide(string Name, string Wanted, int Count, IReadOnlyList<string> Cases);

/// <summary>How many of the elements of one kind are covered.</summary>
public readonly record struct CoverageCount(int Covered, int Total)
{
    /// <summary>To one decimal place, rounded down, so that 100 is all of them. Where there is nothing to cover, nothing is lacking.</summary>
    public decimal Percent => Total == 0 ? 100 : decimal.Floor(1000m * Covered / Total) / 10;

    public static CoverageCount Of(IEnumerable<CoverageElement> elements)
    {
        var required = elements.Where(e => e.IsRequired).ToList();
        return new CoverageCount(required.Count(e => e.IsCovered), required.Count);
    }
}

/// <summary>The counts of every kind.</summary>
public sealed record CoverageTotals(CoverageCount Rules, CoverageCount Rows, CoverageCount Bands, CoverageCount Conditions)
{
    public CoverageCount this[CoverageKind kind] => kind switch
    {
        CoverageKind.Rule => Rules,
        CoverageKind.Row => Rows,
        CoverageKind.Band => Bands,
        _ => Conditions,
    };

    public static CoverageTotals Of(IReadOnlyCollection<CoverageElement> elements)
    {
        return new CoverageTotals(Count(CoverageKind.Rule), Count(CoverageKind.Row), Count(CoverageKind.Band), Count(CoverageKind.Condition));

        CoverageCount Count(CoverageKind kind) => CoverageCount.Of(elements.Where(e => e.Kind == kind));
    }
}
