using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Solving;

/// <summary>
/// The decisions of a workflow for all patients at once: every workflow that takes part, with when it does, and which advice is given.
/// The symbolic twin of <c>DecisionScopes</c> and of what the decision maker withholds. Not thread safe.
/// </summary>
internal sealed class SymbolicDecision
{
    private readonly List<SymbolicScope> scopes = [];
    private readonly Dictionary<(SymbolicScope, RuleDefinition), Term> given = [];
    private readonly SymbolicWorkflow root;

    public SymbolicDecision(SymbolicWorkflow workflow)
    {
        root = workflow;
        Add(new SymbolicScope(workflow.Workflow, workflow, null, Term.True, [], null, null));
    }

    /// <summary>The advice of the one rule stands beside that of the other, about the same patient or list element.</summary>
    public Term AreTogether(RuleName one, RuleName other) => Term.Or(
        from a in Places(one)
        from b in Places(other)
        where a.Scope.Concerns(b.Scope) && a != b
        select Term.And(Gives(a.Scope, a.Rule), Gives(b.Scope, b.Rule)));

    /// <summary>All advice that decisions can give, and to whom: about the whole patient, or about a list element.</summary>
    public IEnumerable<(RuleName Rule, string? Element, Term IsGiven)> Advice() =>
        from scope in scopes
        from rule in scope.Rules
        where rule.Model.Recommendation is not null
        group Gives(scope, rule) by (Rule: new RuleName(scope.Workflow.Name, rule.Name), scope.Element) into given
        select (given.Key.Rule, given.Key.Element, Term.Or(given));

    private IEnumerable<(SymbolicScope Scope, RuleDefinition Rule)> Places(RuleName name) =>
        from scope in scopes where scope.Workflow.Name == name.Workflow from rule in scope.Rules where rule.Name == name.Rule select (scope, rule);

    /// <summary>The rule is met, and every rule against it is clearly not met.</summary>
    private Term Gives(SymbolicScope scope, RuleDefinition rule)
    {
        if (given.TryGetValue((scope, rule), out var known)) return known;
        var against = scopes.Where(s => s.Concerns(scope)).SelectMany(s => s.Rules.Where(r => Withholds(r, scope.Workflow, rule)).Select(r => Term.Or(Term.Not(s.TakesPart), root.Named(s.ObjectionOf(r)).IsFalse)));
        return given[(scope, rule)] = root.Named(Term.And([scope.TakesPart, root.Named(scope.ValueOf(rule)).IsTrue, .. against]));
    }

    private static bool Withholds(RuleDefinition by, BoundWorkflow workflow, RuleDefinition rule) =>
        by.Withholds.Contains(rule) || by.WithholdsElsewhere.Contains(new RuleName(workflow.Name, rule.Name));

    private void Add(SymbolicScope scope)
    {
        scopes.Add(scope);
        foreach (var include in scope.Workflow.Includes) AddInclude(scope, include);
    }

    private void AddInclude(SymbolicScope parent, BoundInclude include)
    {
        var scope = parent with { Workflow = include.Use.Workflow, Covers = null };
        if (parent.Opened is not { } opened)
        {
            Add(scope);
            return;
        }
        if (include.When is { } when) scope = scope with { Gates = [.. scope.Gates, new SymbolicGate((Truth)opened.Evaluate(when), include.WhenAppliesTo)] };
        if (include.ForEach is { } source) AddElements(scope, include, opened, opened.Evaluate(source) as Series ?? throw new NotTranslatedException(source.Type));
        else Add(scope with { Opened = opened.Open(include.Use) });
    }

    private void AddElements(SymbolicScope scope, BoundInclude include, SymbolicWorkflow opened, Series list)
    {
        var (perElement, variable) = (include.PerElement!, include.Variable!);
        Add(scope with { Opened = opened.Within(variable, SymbolicWorkflow.AbsentElement(include.Use, variable), () => opened.Open(include.Use)), Covers = d => !perElement.Contains(d) });
        // Of elements that nobody gave the rules are undecided, and undecided rules withhold.
        Add(scope with { Opened = null, Instead = new Truth(Term.False, Term.False, list.Fault), TakesPart = Term.And(scope.TakesPart, Term.Not(list.Known)), Covers = perElement.Contains });
        foreach (var element in list.Elements)
            Add(scope with
            {
                Opened = opened.Within(variable, element.Value, () => opened.Open(include.Use)),
                TakesPart = Term.And(scope.TakesPart, list.Known, Term.Or(element.Sure, element.Perhaps)),
                Covers = perElement.Contains,
                Element = (element.Value as Thing)?.Frame?.Path ?? scope.Element,
                Gates = element.Perhaps.IsFalse ? scope.Gates : [.. scope.Gates, new SymbolicGate(new Truth(element.Sure, Term.False, Term.False), [])],
            });
    }
}
