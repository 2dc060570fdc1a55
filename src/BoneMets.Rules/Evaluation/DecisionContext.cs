using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Evaluation;

/// <summary>What the workflows that take part in one decision share: date, trace, budget, notices, and the evaluations of used workflows.</summary>
internal sealed class DecisionContext(DateOnly? asOf, ITrace? trace, EvaluationBudget budget)
{
    private readonly Dictionary<ScopeKey, Evaluator> scopes = [];
    private readonly Dictionary<(BoundWorkflow Workflow, int Input), FactFrame> absentInputs = [];
    private readonly Dictionary<FactList, KnownValue> lists = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<TableDefinition> noticed = [];
    private readonly List<Diagnostic> notices = [];

    public DateOnly? AsOf { get; } = asOf;

    /// <summary>Null while what is evaluated is no step of the decision.</summary>
    public ITrace? Trace => IsUnobserved ? null : trace;

    public bool IsUnobserved { get; set; }

    public EvaluationBudget Budget { get; } = budget;
    public IReadOnlyList<Diagnostic> Notices => notices;

    /// <summary>The evaluation of a workflow on these very frames; the same one for the whole decision.</summary>
    public Evaluator Scope(BoundWorkflow workflow, FactFrame[] frames)
    {
        var key = new ScopeKey(workflow, frames);
        if (!scopes.TryGetValue(key, out var scope)) scopes.Add(key, scope = new Evaluator(this, workflow, frames));
        return scope;
    }

    /// <summary>The frame of an input that the caller does not have: all of its facts are unknown, under the input's own name.</summary>
    public FactFrame AbsentInput(BoundWorkflow workflow, int input)
    {
        if (absentInputs.TryGetValue((workflow, input), out var frame)) return frame;
        var declared = workflow.Inputs[input];
        return absentInputs[(workflow, input)] = new FactFrame(declared.Schema, declared.Name);
    }

    /// <summary>A list of facts as a value, made once however often it is read.</summary>
    public KnownValue ListOf(FactList list)
    {
        if (lists.TryGetValue(list, out var known)) return known;
        var items = new ListItem[list.Items.Count];
        for (var i = 0; i < items.Length; i++) items[i] = new ListItem(ElementOf(list.Items[i]), true, MissingFacts.None);
        return lists[list] = new KnownValue(new ListValue(items));
    }

    /// <summary>Says once per table, not once per element that it was asked for.</summary>
    public void NoRowApplies(TableDefinition table)
    {
        if (!noticed.Add(table)) return;
        notices.Add(new Diagnostic(DiagnosticCode.NoRowApplies, NoRow(table), Document: table.Node.Document.Name, Pointer: table.Node.Pointer));
    }

    internal static string NoRow(TableDefinition table) =>
        table.IsScoreItem ? $"no band of score item `{table.Name}` applies" : $"no row of table `{table.Name}` applies";

    /// <summary>The element of a scalar list is its value, any other element is an object.</summary>
    private static Value ElementOf(FactFrame element) =>
        !element.Schema.IsScalarElement ? new KnownValue(element)
        : element.Schema.Properties is [var value] ? FactReading.Read(element, value)
        : new UnknownValue(MissingFacts.Of(element.Path)); // of a shape in which no element is known

    private readonly struct ScopeKey(BoundWorkflow workflow, FactFrame[] frames) : IEquatable<ScopeKey>
    {
        private readonly BoundWorkflow workflow = workflow;
        private readonly FactFrame[] frames = frames;

        public bool Equals(ScopeKey other)
        {
            if (!ReferenceEquals(workflow, other.workflow) || frames.Length != other.frames.Length) return false;
            for (var i = 0; i < frames.Length; i++)
                if (!ReferenceEquals(frames[i], other.frames[i])) return false;
            return true;
        }

        public override bool Equals(object? obj) => obj is ScopeKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(workflow);
            foreach (var frame in frames) hash.Add(frame);
            return hash.ToHashCode();
        }
    }
}
