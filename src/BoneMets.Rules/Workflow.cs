using BoneMets.Rules.Documents;

namespace BoneMets.Rules;

/// <summary>An authored text (expression, pattern or message) with its place, so that a finding inside it points to the character.</summary>
public sealed record AuthoredText(string Text, JsonTextNode Node);

/// <summary>
/// A workflow as its author wrote it: structure only. Names are not resolved and expressions are not parsed; the binder does both.
/// Immutable. <see cref="Node"/> of each part is where it stands in the document.
/// </summary>
public sealed record Workflow
{
    public required string Name { get; init; }
    public required JsonTextNode Node { get; init; }
    public string? Title { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary><c>Metadata</c> as its author wrote it; <see cref="About"/> is what it says.</summary>
    public JsonTextNode? Metadata { get; init; }
    public WorkflowMetadata About { get; init; } = WorkflowMetadata.None;

    /// <summary>Declared inputs; null for a file written for Microsoft's engine, whose inputs are bound by shape.</summary>
    public IReadOnlyList<WorkflowInput>? Inputs { get; init; }
    public IReadOnlyList<WorkflowUse> Uses { get; init; } = [];
    public IReadOnlyList<AuthoredText> WorkflowsToInject { get; init; } = [];
    public IReadOnlyList<Parameter> GlobalParams { get; init; } = [];
    public IReadOnlyList<Score> Scores { get; init; } = [];
    public IReadOnlyList<DecisionTable> Tables { get; init; } = [];

    /// <summary>Enabled rules in document order; <see cref="DisabledRules"/> only serve a clear message.</summary>
    public IReadOnlyList<Rule> Rules { get; init; } = [];
    public IReadOnlyList<string> DisabledRules { get; init; } = [];

    /// <summary>Advice that no patient may ever get together. The analysis proves it or shows a patient; decisions are the same without it.</summary>
    public IReadOnlyList<Contradiction> Contradictions { get; init; } = [];

    /// <summary>The document has errors, or one that it injects. It is checked as far as it could be read, and never bound.</summary>
    public bool HasErrors { get; init; }

    /// <summary>Every rule in document order, nested ones after their parent.</summary>
    public IEnumerable<Rule> AllRules() => Rules.SelectMany(r => r.SelfAndNested());

    /// <summary>Every citation of rules, table rows and score bands.</summary>
    public IEnumerable<Citation> Citations() =>
        AllRules().SelectMany(r => r.Evidence)
            .Concat(Tables.SelectMany(t => t.Rows).SelectMany(r => r.Evidence))
            .Concat(Scores.SelectMany(s => s.Items).SelectMany(i => i.Bands).SelectMany(b => b.Evidence));
}

public sealed record WorkflowInput(string Name, string Schema, JsonTextNode Node);

/// <summary>
/// A workflow that this one builds on; <see cref="ForEach"/> (with <see cref="As"/>) and <see cref="When"/> only with <see cref="Include"/>.
/// <see cref="WhenAppliesTo"/> limits <see cref="When"/> to rules of these urgencies; empty means to all rules.
/// </summary>
public sealed record WorkflowUse(
    string Workflow, bool Include, AuthoredText? When, IReadOnlyList<Urgency> WhenAppliesTo, AuthoredText? ForEach, string? As, JsonTextNode Node);

public sealed record Parameter(string Name, AuthoredText Expression, string? Unit, JsonTextNode Node);

public sealed record Score(string Name, string? Title, IReadOnlyList<ScoreItem> Items, JsonTextNode Node);

public sealed record ScoreItem(string Name, string? Title, AuthoredText? Input, IReadOnlyList<ScoreBand> Bands, JsonTextNode Node);

public sealed record ScoreBand(AuthoredText? When, AuthoredText? Condition, bool Otherwise, decimal Points, IReadOnlyList<Citation> Evidence, JsonTextNode Node);

public enum HitPolicy { First, Unique, Any, Priority, Collect }

public enum Aggregation { List, Sum, Min, Max, Count }

public sealed record DecisionTable(
    string Name, string? Title, HitPolicy HitPolicy, Aggregation Aggregation,
    IReadOnlyList<TableInput> Inputs, IReadOnlyList<TableOutput> Outputs, IReadOnlyList<TableRow> Rows, JsonTextNode Node);

public sealed record TableInput(string Name, AuthoredText Expression, JsonTextNode Node);

public enum OutputType { Number, Integer, Text, Boolean, Date, Enum }

public sealed record TableOutput(string Name, OutputType Type, string? Unit, IReadOnlyList<string> Values, JsonTextNode Node);

/// <summary>A row; <see cref="When"/> has one pattern per input (or none when the row only has a condition), <see cref="Then"/> one expression per output.</summary>
public sealed record TableRow(
    IReadOnlyList<AuthoredText> When, AuthoredText? Condition, bool Otherwise, IReadOnlyList<AuthoredText> Then,
    IReadOnlyList<Citation> Evidence, JsonTextNode Node);

public enum RuleOperator { And, Or }

/// <summary>A rule has an <see cref="Expression"/> or nested <see cref="Rules"/> joined by <see cref="Operator"/>.</summary>
public sealed record Rule
{
    public required string Name { get; init; }
    public required JsonTextNode Node { get; init; }
    public string? Title { get; init; }
    public AuthoredText? Expression { get; init; }
    public RuleOperator Operator { get; init; }
    public IReadOnlyList<Rule> Rules { get; init; } = [];
    public IReadOnlyList<Parameter> LocalParams { get; init; } = [];
    public string? SuccessEvent { get; init; }
    public AuthoredText? ErrorMessage { get; init; }
    public RuleAction? OnSuccess { get; init; }
    public RuleAction? OnFailure { get; init; }
    public Recommendation? Recommendation { get; init; }
    public AuthoredText? WhenUndetermined { get; init; }
    public IReadOnlyList<AuthoredText> Withholds { get; init; } = [];
    public IReadOnlyList<Citation> Evidence { get; init; } = [];

    /// <summary>Free values of the author, kept as they stand; the engine does not read them.</summary>
    public JsonTextNode? Properties { get; init; }

    public IEnumerable<Rule> SelfAndNested() => Rules.SelectMany(r => r.SelfAndNested()).Prepend(this);
}

/// <summary><c>OutputExpression</c> (with <see cref="Expression"/>) or <c>EvaluateRule</c> (with <see cref="Workflow"/> and <see cref="RuleName"/>).</summary>
public sealed record RuleAction(string Name, AuthoredText? Expression, string? Workflow, string? RuleName, JsonTextNode Node);

public enum Urgency { Emergency, Urgent, Routine, Info }

public enum Strength { Strong, Conditional, Consensus }

public sealed record Recommendation(AuthoredText Text, Urgency Urgency, Strength? Strength, JsonTextNode Node);

/// <summary>
/// The advice of each of <see cref="These"/> contradicts that of each of <see cref="Against"/> when both are about the whole patient, the same
/// list element, or one of them about the patient: names of rules, of other workflows as <c>Workflow.Rule</c>.
/// </summary>
public sealed record Contradiction(string? Why, IReadOnlyList<AuthoredText> These, IReadOnlyList<AuthoredText> Against, JsonTextNode Node);

/// <summary>A citation of a source in <c>evidence.json</c> with the place inside it.</summary>
public sealed record Citation(string Source, string? Locator, IReadOnlyList<AuthoredText> Statements, JsonTextNode Node);
