using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>
/// The inputs that a file for Microsoft's engine names without declaring them: names that nothing in the workflow defines.
/// Names inside a predicate without a lambda may be fields of the element, so they do not count.
/// </summary>
internal static class FreeNames
{
    public static IReadOnlyList<string> Of(Workflow workflow)
    {
        var known = new HashSet<string>(StringComparer.Ordinal) { "asOf", "it" };
        known.UnionWith(workflow.GlobalParams.Select(p => p.Name));
        known.UnionWith(workflow.Tables.Select(t => t.Name));
        known.UnionWith(workflow.Scores.Select(s => s.Name));
        known.UnionWith(workflow.Scores.SelectMany(s => s.Items).Select(i => i.Name));
        known.UnionWith(workflow.DisabledRules);
        AddRules(workflow.Rules, known);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var parameter in workflow.GlobalParams) AddExpression(parameter.Expression, known, found);
        foreach (var rule in workflow.Rules) AddRule(rule, known, found);
        return [.. found];
    }

    private static void AddRules(IEnumerable<Rule> rules, HashSet<string> known)
    {
        foreach (var rule in rules)
        {
            known.Add(rule.Name);
            AddRules(rule.Rules, known);
        }
    }

    private static void AddRule(Rule rule, HashSet<string> known, SortedSet<string> found)
    {
        var inner = new HashSet<string>(known, StringComparer.Ordinal);
        foreach (var parameter in rule.LocalParams)
        {
            AddExpression(parameter.Expression, inner, found);
            inner.Add(parameter.Name);
        }
        if (rule.Expression is { } expression) AddExpression(expression, inner, found);
        foreach (var action in new[] { rule.OnSuccess, rule.OnFailure })
            if (action?.Expression is { } output) AddExpression(output, inner, found);
        foreach (var nested in rule.Rules) AddRule(nested, known, found);
    }

    private static void AddExpression(AuthoredText text, HashSet<string> known, SortedSet<string> found)
    {
        if (ExpressionParser.ParseExpression(text.Text).Root is { } root) Add(root, known, found);
    }

    private static void Add(Syntax? syntax, HashSet<string> known, SortedSet<string> found)
    {
        switch (syntax)
        {
            case NameSyntax name:
                if (!known.Contains(name.Name) && !FunctionCatalog.Contains(name.Name) && !ExpressionBinder.IsDotNetName(name.Name)) found.Add(name.Name);
                break;
            case MemberSyntax member:
                Add(member.Target, known, found);
                break;
            case CallSyntax call:
                AddCall(call, known, found);
                break;
            case LambdaSyntax lambda:
                Add(lambda.Body, [.. known, lambda.Parameter], found);
                break;
            case UnarySyntax unary:
                Add(unary.Operand, known, found);
                break;
            case BinarySyntax:
                while (syntax is BinarySyntax binary)
                {
                    Add(binary.Right, known, found);
                    syntax = binary.Left;
                }
                Add(syntax, known, found);
                break;
            case ConditionalSyntax conditional:
                Add(conditional.Condition, known, found);
                Add(conditional.WhenTrue, known, found);
                Add(conditional.WhenFalse, known, found);
                break;
            case IsSyntax isPattern:
                Add(isPattern.Operand, known, found);
                break;
            case ListSyntax list:
                foreach (var item in list.Items) Add(item, known, found);
                break;
        }
    }

    private static void AddCall(CallSyntax call, HashSet<string> known, SortedSet<string> found)
    {
        var isQuery = call.Target is MemberSyntax { Name: var method } && FunctionCatalog.IsListOperation(method) && method is not ("Contains" or "Take" or "Skip");
        if (call.Target is MemberSyntax member) Add(member.Target, known, found);
        foreach (var argument in call.Arguments)
            if (!isQuery || argument.Value is LambdaSyntax) Add(argument.Value, known, found);
    }
}
