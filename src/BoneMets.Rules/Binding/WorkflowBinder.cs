using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>
/// Binds one workflow whose used workflows are bound already. Definitions may stand in any order and are bound when first named;
/// a name met again while it is being bound is a circle.
/// </summary>
internal sealed partial class WorkflowBinder : IDefinitionSource
{
    /// <summary>Definitions that build on each other deeper than this are refused, so that no evaluation can exhaust the stack.</summary>
    private const int DeepestChain = 100;

    private readonly Workflow model;
    private readonly Func<string, UsableWorkflow?> findUse;
    private readonly DiagnosticBag bag;
    private readonly List<string> open = [];
    private readonly Dictionary<string, Func<Definition?>> pending = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Definition?> bound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Func<TableDefinition?>> pendingTables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableDefinition?> boundTables = new(StringComparer.Ordinal);
    private readonly HashSet<string> singleOutputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleDefinition> rules = new(StringComparer.Ordinal);
    private readonly List<ParameterDefinition> localParams = [];
    private readonly BindingScope scope;

    /// <summary>Something here reads a used workflow that has errors of its own: they are reported there, and nothing can be made of it here.</summary>
    private bool restsOnErrors;

    private WorkflowBinder(Workflow model, IReadOnlyList<BoundWorkflowInput> inputs, Func<string, UsableWorkflow?> findUse, DiagnosticBag bag)
    {
        (this.model, this.findUse, this.bag, Inputs) = (model, findUse, bag, inputs);
        scope = new BindingScope(this);
        foreach (var parameter in model.GlobalParams) pending[parameter.Name] = () => BindParameter(parameter, scope, null);
        foreach (var score in model.Scores)
        {
            pending[score.Name] = () => BindScore(score);
            foreach (var item in score.Items) DeclareTable(item.Name, () => BindScoreItem(item), isSingle: true);
        }
        foreach (var table in model.Tables) DeclareTable(table.Name, () => BindTable(table), table.Outputs.Count == 1);
        foreach (var rule in model.Rules) DeclareRule(rule, null);
    }

    public string WorkflowName => model.Name;

    public bool IsShapeBound => model.Inputs is null;

    public IReadOnlyList<BoundWorkflowInput> Inputs { get; }

    public IEnumerable<string> Names => pending.Keys.Concat(pendingTables.Keys).Concat(model.Uses.Select(u => u.Workflow));

    /// <summary>The bound workflow, or null when anything in it, or in a workflow that it reads, is wrong (all of it reported).</summary>
    public static BoundWorkflow? Bind(Workflow model, IReadOnlyList<BoundWorkflowInput> inputs, Func<string, UsableWorkflow?> findUse, DiagnosticBag bag)
    {
        var mine = new DiagnosticBag();
        var binder = new WorkflowBinder(model, inputs, findUse, mine);
        var workflow = binder.Bind();
        bag.AddRange(mine.Items);
        return binder.IsSound ? workflow : null;
    }

    /// <summary>What names mean in a workflow, or in one of its rules, however much of the rest of it is wrong. Definitions are bound when they are named.</summary>
    public static BindingScope ScopeOf(Workflow model, IReadOnlyList<BoundWorkflowInput> inputs, Func<string, UsableWorkflow?> findUse, string? rule)
    {
        var binder = new WorkflowBinder(model, inputs, findUse, new DiagnosticBag());
        return model.AllRules().FirstOrDefault(r => r.Name == rule) is { } found ? binder.WithLocals(found, out _) : binder.scope;
    }

    public bool HasTable(string name) => pendingTables.ContainsKey(name);

    public bool IsDisabledRule(string name) => model.DisabledRules.Contains(name, StringComparer.Ordinal);

    public UsableWorkflow? FindUse(string name)
    {
        var use = findUse(name);
        restsOnErrors |= use is { IsDeclared: true, Workflow: null };
        return use;
    }

    public Lookup? Find(string name, Func<string, string?> reportCycle)
    {
        if (singleOutputs.Contains(name)) return new Lookup(FindTable(name, reportCycle)?.Outputs[0]);
        if (bound.TryGetValue(name, out var known)) return new Lookup(known);
        return pending.TryGetValue(name, out var bind) ? new Lookup(OnDemand(name, bind, bound, reportCycle)) : null;
    }

    public TableDefinition? FindTable(string name, Func<string, string?> reportCycle)
    {
        if (boundTables.TryGetValue(name, out var known)) return known;
        return pendingTables.TryGetValue(name, out var bind) ? OnDemand(name, bind, boundTables, reportCycle) : null;
    }

    private T? OnDemand<T>(string name, Func<T?> bind, Dictionary<string, T?> results, Func<string, string?> reportCycle)
        where T : class
    {
        var start = open.IndexOf(name);
        if (start >= 0)
        {
            reportCycle(string.Join(" → ", open.Skip(start).Append(name).Select(n => $"`{n}`")));
            return null;
        }
        if (open.Count >= DeepestChain)
        {
            bag.Add(model.Node.At(DiagnosticCode.ExpressionTooDeep, $"more than {DeepestChain} definitions build on each other, down to `{name}`", "join some of them"));
            return null;
        }
        open.Add(name);
        var result = bind();
        open.RemoveAt(open.Count - 1);
        results[name] = result;
        return result;
    }

    private void DeclareTable(string name, Func<TableDefinition?> bind, bool isSingle)
    {
        pendingTables[name] = bind;
        if (isSingle) singleOutputs.Add(name);
    }

    private Func<string, string?> Cycle(JsonTextNode node) => path =>
    {
        bag.Add(node.At(DiagnosticCode.CircularDefinition, $"a definition refers to itself: {path}", "break the circle"));
        return null;
    };

    private void DeclareRule(Rule rule, RuleDefinition? parent)
    {
        var definition = new RuleDefinition(rule, parent);
        if (!rules.TryAdd(rule.Name, definition)) return;
        pending[rule.Name] = () => BindRule(definition);
        foreach (var nested in rule.Rules) DeclareRule(nested, definition);
    }

    private bool IsSound => !model.HasErrors && !bag.HasErrors && !restsOnErrors;

    private BoundWorkflow Bind()
    {
        foreach (var name in pendingTables.Keys.ToList()) FindTable(name, Cycle(model.Node));
        foreach (var name in pending.Keys.ToList()) Find(name, Cycle(model.Node));
        foreach (var rule in rules.Values) BindWithholds(rule);
        var includes = model.Uses.Where(u => u.Include).Select(BindInclude).OfType<BoundInclude>().ToList();
        foreach (var use in model.Uses) CheckUse(use);
        var relevance = BindRelevance();
        var result = new BoundWorkflow(model) { Inputs = Inputs, Includes = includes };
        if (IsSound) Complete(result, relevance);
        return result;
    }

    private void Complete(BoundWorkflow result, BoundNode? relevance)
    {
        result.Params = [.. model.GlobalParams.Select(p => (ParameterDefinition)bound[p.Name]!)];
        result.Scores = [.. model.Scores.Select(s => (ScoreDefinition)bound[s.Name]!)];
        result.Tables = [.. model.Scores.SelectMany(s => s.Items).Select(i => boundTables[i.Name]!), .. model.Tables.Select(t => boundTables[t.Name]!)];
        result.Rules = [.. rules.Values];
        result.Definitions = [.. result.Params, .. result.Tables.SelectMany(t => t.Outputs), .. result.Scores, .. result.Rules, .. localParams];
        for (var i = 0; i < result.Definitions.Count; i++) result.Definitions[i].Slot = i;
        for (var i = 0; i < result.Tables.Count; i++) result.Tables[i].Index = i;
        if (relevance is not null) result.Relevance = new BoundRelevance(relevance, FactsReadWalk.Of(relevance));
        FactsReadWalk.Complete(result);
    }

    private void CheckUse(WorkflowUse use)
    {
        if (findUse(use.Workflow) is null)
            bag.Add((use.Node["Workflow"] ?? use.Node).At(DiagnosticCode.UnknownWorkflow, $"there is no workflow `{use.Workflow}`"));
    }

    private ParameterDefinition? BindParameter(Parameter parameter, BindingScope within, string? rule)
    {
        if (ExpressionBinder.Bind(parameter.Expression, within, bag) is not { } expression) return null;
        var type = expression.Type;
        if (parameter.Unit is { } unit)
        {
            if (type is not NumberType number)
            {
                bag.Add((parameter.Node["Unit"] ?? parameter.Node).At(DiagnosticCode.UnitMismatch, $"`{parameter.Name}` has the unit {unit}, but its expression is {type.Describe()}"));
                return null;
            }
            if (number.Unit is { } found && found != unit)
            {
                bag.Add((parameter.Node["Unit"] ?? parameter.Node).At(DiagnosticCode.UnitMismatch, $"`{parameter.Name}` is declared in {unit}, but its expression is in {found}", "declare that unit, or convert with ValueIn"));
                return null;
            }
            type = number with { Unit = unit };
        }
        return new ParameterDefinition(parameter, type, expression, rule);
    }

    private RuleDefinition? BindRule(RuleDefinition rule)
    {
        var (within, errors) = (scope, false);
        if (rule.Model.LocalParams.Count > 0)
        {
            within = WithLocals(rule.Model, out var definitions);
            errors = definitions.Count < rule.Model.LocalParams.Count;
            rule.LocalParams = definitions;
            localParams.AddRange(definitions);
        }
        var condition = rule.Model.Expression is { } text ? ExpressionBinder.BindCondition(text, within, bag) : BindNested(rule);
        rule.RecommendationText = MessageBinder.Bind(rule.Model.Recommendation?.Text, within, bag);
        rule.WhenUndetermined = MessageBinder.Bind(rule.Model.WhenUndetermined, within, bag);
        rule.ErrorMessage = MessageBinder.Bind(rule.Model.ErrorMessage, within, bag);
        rule.OnSuccess = BindAction(rule.Model.OnSuccess, within);
        rule.OnFailure = BindAction(rule.Model.OnFailure, within);
        if (condition is null || errors) return null;
        rule.Condition = condition;
        return rule;
    }

    private BindingScope WithLocals(Rule rule, out IReadOnlyList<ParameterDefinition> definitions)
    {
        var locals = new LocalParameters();
        var within = scope with { Locals = locals };
        var found = new List<ParameterDefinition>();
        foreach (var parameter in rule.LocalParams)
        {
            var definition = BindParameter(parameter, within, rule.Name);
            locals.Add(parameter.Name, definition);
            if (definition is not null) found.Add(definition);
        }
        definitions = found;
        return within;
    }

    private BoundNode? BindNested(RuleDefinition rule)
    {
        var span = new TextSpan(0, 0);
        var operands = new List<BoundNode>();
        foreach (var nested in rule.Model.Rules)
        {
            if (Find(nested.Name, Cycle(nested.Node))?.Definition is not RuleDefinition definition) return null;
            operands.Add(new BoundReference(span, definition));
        }
        return operands.Count switch
        {
            0 => null,
            1 => operands[0],
            _ => new BoundLogic(span, rule.Model.Operator == RuleOperator.And, operands),
        };
    }

    private BoundAction? BindAction(RuleAction? action, BindingScope within)
    {
        if (action is null) return null;
        if (action.Expression is { } text) return ExpressionBinder.Bind(text, within, bag) is { } expression ? new BoundAction(expression) : null;
        return new ActionTarget(this, action, bag).Bind() is { } target ? new BoundAction(target) : null;
    }

    private void BindWithholds(RuleDefinition rule)
    {
        var targets = new List<RuleDefinition>();
        var elsewhere = new List<RuleName>();
        foreach (var name in rule.Model.Withholds)
        {
            // That such a rule exists is for the library to say: its workflow need not be bound yet.
            if (RuleName.Elsewhere(name.Text, model.Name) is { } other) elsewhere.Add(other);
            else if (name.Text == rule.Name) bag.Add(name.Node.At(DiagnosticCode.UnknownRule, $"rule `{rule.Name}` cannot withhold itself"));
            else if (rules.TryGetValue(name.Text, out var target)) targets.Add(target);
            else bag.Add(name.Node.At(DiagnosticCode.UnknownRule, $"there is no rule `{name.Text}` to withhold", Suggestion.DidYouMean(name.Text, rules.Keys)));
        }
        rule.Withholds = targets;
        rule.WithholdsElsewhere = elsewhere;
    }
}
