namespace BoneMets.Rules.Verification.Differences;

/// <summary>How parts of one kind are written: by which key they are recognised, and which of their lists hold parts of their own.</summary>
/// <param name="Id">The key that names it; null for what has no name.</param>
internal sealed record PartShape(PartKind Of, string? Id)
{
    private static readonly PartShape Parameter = new(PartKind.Parameter, "Name");
    private static readonly PartShape Input = new(PartKind.Input, "Name");
    private static readonly PartShape Use = new(PartKind.Use, "Workflow");
    private static readonly PartShape Score = new(PartKind.Score, "Name") { Lists = { ["items"] = new PartShape(PartKind.ScoreItem, "Name") { Lists = { ["points"] = new PartShape(PartKind.Band, null) } } } };
    private static readonly PartShape Table = new(PartKind.Table, "Name")
    {
        Lists =
        {
            ["inputs"] = new PartShape(PartKind.Column, "Name"),
            ["outputs"] = new PartShape(PartKind.Output, "Name"),
            ["rows"] = new PartShape(PartKind.Row, null),
        },
    };

    private static readonly PartShape Rule = OfRule();

    /// <summary>Of a workflow.</summary>
    public static IReadOnlyDictionary<string, PartShape> InWorkflow { get; } = new Dictionary<string, PartShape>(StringComparer.Ordinal)
    {
        ["inputs"] = Input,
        ["uses"] = Use,
        ["globalparams"] = Parameter,
        ["scores"] = Score,
        ["tables"] = Table,
        ["rules"] = Rule,
        ["contradictions"] = new(PartKind.Contradiction, "Why"),
    };

    public static IReadOnlyDictionary<string, PartShape> InCases { get; } = new Dictionary<string, PartShape>(StringComparer.Ordinal) { ["cases"] = new(PartKind.Case, "Id") };

    public static PartShape Source { get; } = new(PartKind.Source, "Id");

    public static IReadOnlyDictionary<string, PartShape> InEvidence { get; } = new Dictionary<string, PartShape>(StringComparer.Ordinal)
    {
        ["sources"] = Source,
        ["statements"] = new(PartKind.Other, "Id"),
    };

    /// <summary>By key in lower case: the readers ignore case.</summary>
    public Dictionary<string, PartShape> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>For one without a name: <c>row 3</c>.</summary>
    public string Numbered(int index) => $"{(Of == PartKind.ScoreItem ? "score item" : Of == PartKind.Other ? "entry" : Of.ToString().ToLowerInvariant())} {index + 1}";

    private static PartShape OfRule()
    {
        var rule = new PartShape(PartKind.Rule, "RuleName") { Lists = { ["localparams"] = Parameter } };
        rule.Lists["rules"] = rule;
        return rule;
    }
}
