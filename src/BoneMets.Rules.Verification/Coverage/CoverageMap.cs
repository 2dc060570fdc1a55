using BoneMets.Rules.Decisions;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Coverage;

/// <summary>Everything that the cases of a library could show, with a number for every side of it. Immutable.</summary>
internal sealed class CoverageMap
{
    private readonly Dictionary<Definition, int> verdicts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Definition, WatchedCondition> conditions = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TableDefinition, int> rows = new(ReferenceEqualityComparer.Instance);
    private readonly List<CoverageTarget> targets = [];

    public CoverageMap(RuleLibrary library)
    {
        foreach (var workflow in library.Workflows)
            if (workflow.Bound is { } bound) Add(bound);
    }

    public IReadOnlyList<CoverageTarget> Targets => targets;

    /// <summary>How many sides there are.</summary>
    public int Sides { get; private set; }

    /// <summary>The first of four sides, in the order of <see cref="Verdict"/>.</summary>
    public int? Verdicts(RuleDefinition rule) => verdicts.TryGetValue(rule, out var first) ? first : null;

    /// <summary>Null for a definition without conditions, and of a workflow that is not of the library.</summary>
    public WatchedCondition? Conditions(Definition definition) => conditions.GetValueOrDefault(definition);

    /// <summary>The side of the first row; the others follow.</summary>
    public int? Rows(TableDefinition table) => rows.TryGetValue(table, out var first) ? first : null;

    /// <summary>It asks whether something is known, so that it decides about more than true and false.</summary>
    public static bool IsGuard(BoundNode atom) => atom is BoundIsKnown or BoundPatternTest { Pattern.TestsKnown: true };

    private void Add(BoundWorkflow workflow)
    {
        foreach (var parameter in workflow.Params) AddConditions(workflow, parameter, parameter.Expression, parameter.Model.Expression, new CoveredPart(CoveredPartKind.Parameter, parameter.Name));
        foreach (var table in workflow.Tables) AddRows(workflow, table);
        foreach (var rule in workflow.Rules)
        {
            var part = new CoveredPart(CoveredPartKind.Rule, rule.Name);
            AddVerdicts(workflow, rule, part);
            AddConditions(workflow, rule, rule.Condition, rule.Model.Expression, part);
            foreach (var parameter in rule.LocalParams)
                AddConditions(workflow, parameter, parameter.Expression, parameter.Model.Expression, new CoveredPart(CoveredPartKind.Parameter, $"{rule.Name}.{parameter.Name}"));
        }
    }

    private void AddVerdicts(BoundWorkflow workflow, RuleDefinition rule, CoveredPart part)
    {
        var first = verdicts[rule] = Reserve(Enum.GetValues<Verdict>().Length);
        var place = SourcePlace.Of(rule.Node["RuleName"] ?? rule.Node);
        foreach (var verdict in (Verdict[])[Verdict.Met, Verdict.NotMet, Verdict.Undetermined, Verdict.Failed])
        {
            var word = DecisionWriter.VerdictName(verdict);
            var notRequired = verdict switch
            {
                Verdict.Failed => "a failure is counted, and no case has to show one",
                Verdict.Undetermined when !Undeterminable.MayBeUndetermined(rule.Condition) => "the rule speaks only about what is recorded and is never undetermined",
                _ => null,
            };
            var wanted = $"a case in which the rule is {verdict switch { Verdict.Met => "met", Verdict.NotMet => "not met", Verdict.Failed => "failed", _ => "undetermined, because a fact that decides it is not recorded" }}";
            targets.Add(new CoverageTarget(new CoverageElement(CoverageKind.Rule, workflow.Name, part, word, place, [new CoverageSide(word, wanted, 0, [])], notRequired), first + (int)verdict));
        }
    }

    private void AddRows(BoundWorkflow workflow, TableDefinition table)
    {
        var first = rows[table] = Reserve(table.Rows.Count);
        var (kind, word) = table.IsScoreItem ? (CoverageKind.Band, "band") : (CoverageKind.Row, "row");
        var part = new CoveredPart(table.IsScoreItem ? CoveredPartKind.ScoreItem : CoveredPartKind.Table, table.Name);
        var isSingle = table.HitPolicy is HitPolicy.First or HitPolicy.Unique or HitPolicy.Priority;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = table.Rows[i];
            var text = $"{word} {i + 1}: {TextOf(table, row)}";
            var wanted = $"a case to which {word} {i + 1} applies" + (isSingle && table.Rows.Count > 1 ? $" and surely no {(table.HitPolicy == HitPolicy.First ? $"{word} before it" : $"other {word}")}" : "");
            targets.Add(new CoverageTarget(new CoverageElement(kind, workflow.Name, part, text, SourcePlace.Of(row.Node), [new CoverageSide("applies", wanted, 0, [])]), first + i));
        }
    }

    private void AddConditions(BoundWorkflow workflow, Definition definition, BoundNode expression, AuthoredText? text, CoveredPart part)
    {
        if (expression.Type is not Facts.BooleanType) return;
        var atoms = new List<BoundNode>();
        var tree = ConditionTree.Of(expression, atoms);
        if (atoms.Count == 0) return;
        var watched = conditions[definition] = new WatchedCondition(tree, atoms, Reserve(2 * atoms.Count));
        for (var i = 0; i < atoms.Count; i++)
        {
            var atom = atoms[i];
            // A rule over nested rules has no text: its conditions are the nested rules themselves.
            var place = text is null ? SourcePlace.Of(PlaceOf(atom) ?? definition.Node) : SourcePlace.Of(text.Node, atom.Span);
            CoverageSide[] sides = [Side(true), Side(false)];
            targets.Add(new CoverageTarget(new CoverageElement(CoverageKind.Condition, workflow.Name, part, Words(atom), place, sides), watched.FirstSide + (2 * i)));

            CoverageSide Side(bool truth)
            {
                var around = ConditionTree.Around(expression, atom)!.Select(a => $"`{Words(a.Operand)}` is {(a.Truth ? "true" : "false")}");
                return new CoverageSide(truth ? "true" : "false", $"a case in which `{Words(atom)}` is {(truth ? "true" : "false")} and decides" + With(around), 0, []);
            }
        }

        string Words(BoundNode node) => text is null ? (node as BoundReference)?.Target.Name ?? part.Name : Slice(text.Text, node);
    }

    private static string With(IEnumerable<string> others) => string.Join(", ", others) is { Length: > 0 } listed ? $": {listed}" : "";

    private static string Slice(string text, BoundNode node) => text.Substring(node.Span.Start, Math.Min(node.Span.Length, text.Length - node.Span.Start));

    private static JsonTextNode? PlaceOf(BoundNode atom) => (atom as BoundReference)?.Target is RuleDefinition nested ? nested.Node["RuleName"] ?? nested.Node : null;

    private static string TextOf(TableDefinition table, BoundRow row)
    {
        if (row.Otherwise) return "otherwise";
        var parts = TableText.Patterns(row).Select(p => $"{(table.IsScoreItem ? table.Columns[p.Column].Text.Text : table.Columns[p.Column].Name)} {p.Text.Text}");
        return string.Join(", ", row.Node["Condition"]?.Text is { } condition ? parts.Append(condition) : parts) is { Length: > 0 } words ? words : "always";
    }

    private int Reserve(int sides)
    {
        var first = Sides;
        Sides += sides;
        return first;
    }
}

/// <summary>An element with the number of its first side; the other one follows.</summary>
internal sealed record CoverageTarget(CoverageElement Element, int FirstSide);

/// <summary>The condition of a rule or parameter. Each atom has two sides, true and false, in the order of <see cref="Atoms"/>.</summary>
internal sealed record WatchedCondition(ConditionTree Tree, IReadOnlyList<BoundNode> Atoms, int FirstSide);
