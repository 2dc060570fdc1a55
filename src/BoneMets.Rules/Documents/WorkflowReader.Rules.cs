using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Documents;

public sealed partial class WorkflowReader
{
    private static readonly Words<RuleOperator> Operators = new()
    {
        { "And", RuleOperator.And },
        { "AndAlso", RuleOperator.And },
        { "Or", RuleOperator.Or },
        { "OrElse", RuleOperator.Or },
    };

    private static readonly Words<Urgency> Urgencies = new()
    {
        { "emergency", Urgency.Emergency },
        { "urgent", Urgency.Urgent },
        { "routine", Urgency.Routine },
        { "info", Urgency.Info },
    };

    private static readonly Words<Strength> Strengths = new()
    {
        { "strong", Strength.Strong },
        { "conditional", Strength.Conditional },
        { "consensus", Strength.Consensus },
    };

    private List<Rule> Rules(ObjectReader owner, IReadOnlyList<JsonTextNode> nodes, HashSet<string> outerParams, bool isDisabled)
    {
        var result = new List<Rule>();
        foreach (var node in nodes)
        {
            var rule = new ObjectReader(node, "rule", owner.Findings, strict);
            if (rule.IsObject && ReadRule(rule, outerParams, isDisabled) is { } read) result.Add(read);
        }
        return result;
    }

    /// <summary>The rule, or null when it is disabled or has no name. A disabled rule is checked like any other.</summary>
    private Rule? ReadRule(ObjectReader rule, HashSet<string> outerParams, bool outerDisabled)
    {
        var name = RuleName(rule);
        var isDisabled = !rule.Flag("Enabled", absent: true) || outerDisabled;
        if (isDisabled && name is not null) disabled.Add(name);
        ExpressionType(rule);
        var scope = new HashSet<string>(outerParams, StringComparer.Ordinal);
        var locals = Params(rule, "LocalParams", isGlobal: false, scope);
        var joined = rule.Word("Operator", Operators, anyCase: !strict);
        var nestedNodes = rule.List("Rules");
        var nested = Rules(rule, nestedNodes, scope, isDisabled);
        var expression = Condition(rule, nestedNodes.Count > 0);
        var (onSuccess, onFailure) = Actions(rule);
        var recommendation = ReadRecommendation(rule);
        var evidence = Evidence(rule);
        if (recommendation is not null && evidence.Count == 0)
            rule.Report("Recommendation", DiagnosticCode.UncitedRecommendation, $"the recommendation of `{name}` cites no source", "add `Evidence`");
        if (nestedNodes.Count > 0 && nested.Count == 0 && !isDisabled)
            rule.Report("Rules", DiagnosticCode.RuleWithoutCondition, "every nested rule is disabled", "disable the rule itself");
        rule.Ignore("ErrorType", "SuccessMessage");
        foreach (var key in (string[])["WorkflowsToInject", "WorkflowRulesToInject"])
            if (rule.Texts(key, "workflow name").Count > 0) rule.Report(key, DiagnosticCode.UnknownKeyTolerated, $"`{key}` of a rule has no effect", "list the workflows at the workflow itself");
        var read = new Rule
        {
            Name = name ?? "",
            Node = rule.Node,
            Title = rule.Text("Title"),
            Expression = expression,
            Operator = joined ?? RuleOperator.And,
            Rules = expression is null ? nested : [],
            LocalParams = locals,
            SuccessEvent = rule.Text("SuccessEvent"),
            ErrorMessage = rule.Authored("ErrorMessage"),
            OnSuccess = onSuccess,
            OnFailure = onFailure,
            Recommendation = recommendation,
            WhenUndetermined = WhenUndetermined(rule),
            Withholds = rule.Texts("Withholds", "rule name"),
            Evidence = evidence,
            Properties = rule.Object("Properties"),
        };
        rule.Finish();
        return isDisabled || name is null ? null : read;
    }

    private string? RuleName(ObjectReader rule)
    {
        var name = strict ? names.Identifier(rule, "RuleName") : rule.Text("RuleName", required: true);
        names.Take(name, NameKind.Rule, rule.Node["RuleName"] ?? rule.Node);
        return name;
    }

    /// <summary>
    /// The expression that decides, or null when nested rules do. As in Microsoft's engine `Operator` with `Rules` goes before `Expression`;
    /// in our own documents both together are an error.
    /// </summary>
    private AuthoredText? Condition(ObjectReader rule, bool hasNested)
    {
        var isEmpty = rule.Value("Expression") is { Kind: JsonTextKind.String } text && string.IsNullOrWhiteSpace(text.Text);
        var expression = isEmpty && !strict && hasNested ? null : rule.Expression("Expression");
        var hasOperator = rule.Has("Operator");
        if (!rule.Has("Expression") && !hasNested)
        {
            rule.Report(DiagnosticCode.RuleWithoutCondition, "the rule has neither `Expression` nor nested `Rules`");
            return null;
        }
        if (!strict)
        {
            if (hasNested && hasOperator && expression is not null)
                rule.Report("Expression", DiagnosticCode.UnknownKeyTolerated, "`Expression` has no effect beside `Operator` and `Rules`");
            if (hasNested && !hasOperator && expression is null) rule.Report("Rules", DiagnosticCode.MissingKey, "nested `Rules` need an `Operator`");
            return hasNested && hasOperator ? null : expression;
        }
        if (hasNested && expression is not null) rule.Report("Rules", DiagnosticCode.RuleWithoutCondition, "a rule has either `Expression` or nested `Rules`, not both");
        else if (hasNested && !hasOperator) rule.Report("Rules", DiagnosticCode.MissingKey, "nested `Rules` need an `Operator`", "`And` or `Or`");
        else if (!hasNested && hasOperator) rule.Report("Operator", DiagnosticCode.MissingKey, "`Operator` joins nested `Rules`, and there are none");
        return expression;
    }

    private static Recommendation? ReadRecommendation(ObjectReader rule)
    {
        if (rule.Nested("Recommendation", "recommendation") is not { IsObject: true } recommendation) return null;
        var text = recommendation.Authored("Text", required: true);
        var urgency = recommendation.Word("Urgency", Urgencies, required: true);
        var strength = recommendation.Word("Strength", Strengths);
        recommendation.Finish();
        return text is null || urgency is null ? null : new Recommendation(text, urgency.Value, strength, recommendation.Node);
    }

    private static AuthoredText? WhenUndetermined(ObjectReader rule)
    {
        if (rule.Nested("WhenUndetermined", "note on missing facts") is not { IsObject: true } note) return null;
        var text = note.Authored("Text", required: true);
        note.Finish();
        return text;
    }

    private static (RuleAction? OnSuccess, RuleAction? OnFailure) Actions(ObjectReader rule)
    {
        if (rule.Nested("Actions", "set of actions") is not { IsObject: true } actions) return (null, null);
        var result = (Action(actions, "OnSuccess"), Action(actions, "OnFailure"));
        actions.Finish();
        return result;
    }

    private static RuleAction? Action(ObjectReader actions, string key)
    {
        if (actions.Nested(key, "rule action") is not { IsObject: true } action) return null;
        var name = action.Text("Name", required: true);
        var context = action.Nested("Context", "context of a rule action");
        action.Finish();
        switch (name)
        {
            case null:
                return null;
            case "OutputExpression":
                var expression = context?.Expression("Expression", required: true);
                if (context is null) action.Report(DiagnosticCode.MissingKey, "the action has no `Context`", "`\"Context\": {\"Expression\": \"…\"}`");
                context?.Finish();
                return expression is null ? null : new RuleAction(name, expression, null, null, action.Node);
            case "EvaluateRule":
                var workflow = context?.Text("workflowName", required: true);
                var rule = context?.Text("ruleName", required: true);
                if (context is null) action.Report(DiagnosticCode.MissingKey, "the action has no `Context`", "`\"Context\": {\"workflowName\": \"…\", \"ruleName\": \"…\"}`");
                foreach (var unsupported in (string[])["inputFilter", "additionalInputs"])
                    if (context?.Has(unsupported) == true) context.Report(unsupported, DiagnosticCode.UnsupportedAction, $"`{unsupported}` of an action is not supported");
                context?.Finish();
                return workflow is null || rule is null ? null : new RuleAction(name, null, workflow, rule, action.Node);
            default:
                action.Report("Name", DiagnosticCode.UnsupportedAction, $"the action `{name}` is not supported",
                    Suggestion.DidYouMean(name, ["OutputExpression", "EvaluateRule"]) ?? "`OutputExpression` and `EvaluateRule` are");
                return null;
        }
    }
}
