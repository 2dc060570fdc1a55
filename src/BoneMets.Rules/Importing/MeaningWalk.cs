using BoneMets.Rules.Binding;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Importing;

/// <summary>
/// What one rule written for Microsoft's engine reads, and where its text means something else here. Works on syntax: the types of the
/// inputs are not known before the first facts come.
/// </summary>
internal sealed class MeaningWalk
{
    private readonly Dictionary<string, AuthoredText> parameters;
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> inputs;
    private readonly IReadOnlySet<string> rules;

    /// <summary>Inside a question whether something is known: what it reads does not leave the rule undecided.</summary>
    private bool isAsked;

    private MeaningWalk(IReadOnlyList<string> inputs, IReadOnlySet<string> rules, IEnumerable<Parameter> parameters)
    {
        (this.inputs, this.rules) = (inputs, rules);
        this.parameters = new Dictionary<string, AuthoredText>(StringComparer.Ordinal);
        foreach (var parameter in parameters) this.parameters[parameter.Name] = parameter.Expression;
    }

    /// <summary>Paths of the facts that the rule needs, here or in parameters: <c>input1.country</c>, <c>input1.orders[].total</c>. Sorted.</summary>
    public SortedSet<string> Facts { get; } = new(StringComparer.Ordinal);

    /// <summary>Divisions that whole numbers would have rounded down.</summary>
    public List<Found> Divisions { get; } = [];

    /// <summary>Comparisons with <c>!=</c>, and negations: they were true of what is absent.</summary>
    public List<Found> Negations { get; } = [];

    /// <summary>Conversions to whole numbers: a half was rounded to the even neighbour.</summary>
    public List<Found> Conversions { get; } = [];

    /// <summary>Other rules that this one reads by name.</summary>
    public SortedSet<string> Rules { get; } = new(StringComparer.Ordinal);

    /// <summary>A part of an authored text.</summary>
    public sealed record Found(AuthoredText Text, Diagnostics.TextSpan Span)
    {
        public string Slice => Text.Text.Substring(Span.Start, Span.Length);
    }

    public static MeaningWalk Of(Workflow workflow, Rule rule, IReadOnlyList<Parameter> outerParameters, IReadOnlyList<string> inputs, IReadOnlySet<string> rules)
    {
        var walk = new MeaningWalk(inputs, rules, workflow.GlobalParams.Concat(outerParameters).Concat(rule.LocalParams));
        if (rule.Expression is { } expression) walk.Read(expression);
        return walk;
    }

    private void Read(AuthoredText text)
    {
        if (ExpressionParser.ParseExpression(text.Text).Root is { } root) Read(root, text, new Dictionary<string, string>(StringComparer.Ordinal), null);
    }

    private void Read(Syntax syntax, AuthoredText text, Dictionary<string, string> variables, string? element)
    {
        switch (syntax)
        {
            case NameSyntax or MemberSyntax:
                ReadPath(syntax, text, variables, element);
                break;
            case CallSyntax call:
                ReadCall(call, text, variables, element);
                break;
            case UnarySyntax unary:
                if (unary.Operator == UnaryOperator.Not) Add(Negations, new Found(text, unary.Span));
                Read(unary.Operand, text, variables, element);
                break;
            case BinarySyntax { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } equality when IsNull(equality.Left) || IsNull(equality.Right):
                Ask(IsNull(equality.Left) ? equality.Right : equality.Left, text, variables, element);
                break;
            case BinarySyntax { Operator: BinaryOperator.Coalesce, Right: LiteralSyntax { Value: not null } } choice:
                Ask(choice.Left, text, variables, element);
                break;
            case BinarySyntax binary:
                if (binary.Operator == BinaryOperator.Divide && !IsFraction(binary.Left) && !IsFraction(binary.Right)) Add(Divisions, new Found(text, binary.Span));
                if (binary.Operator == BinaryOperator.NotEqual) Add(Negations, new Found(text, binary.Span));
                Read(binary.Left, text, variables, element);
                Read(binary.Right, text, variables, element);
                break;
            case ConditionalSyntax conditional:
                Read(conditional.Condition, text, variables, element);
                Read(conditional.WhenTrue, text, variables, element);
                Read(conditional.WhenFalse, text, variables, element);
                break;
            case IsSyntax test when AsksForNull(test.Pattern):
                Ask(test.Operand, text, variables, element);
                break;
            case IsSyntax test:
                Read(test.Operand, text, variables, element);
                break;
            case ListSyntax list:
                foreach (var item in list.Items) Read(item, text, variables, element);
                break;
        }
    }

    private void Ask(Syntax syntax, AuthoredText text, Dictionary<string, string> variables, string? element)
    {
        var outer = isAsked;
        isAsked = true;
        Read(syntax, text, variables, element);
        isAsked = outer;
    }

    /// <summary>A parameter that is read twice is told once.</summary>
    private static void Add(List<Found> list, Found found)
    {
        if (!list.Contains(found)) list.Add(found);
    }

    private void ReadCall(CallSyntax call, AuthoredText text, Dictionary<string, string> variables, string? element)
    {
        var source = call.Target as MemberSyntax;
        if (source is { Target: NameSyntax { Name: "Convert" }, Name: "ToInt32" or "ToInt64" }) Add(Conversions, new Found(text, call.Span));
        var list = source is not null && FunctionCatalog.IsListOperation(source.Name) ? PathOf(source.Target, variables, element) : null;
        if (source is not null) Read(source.Target, text, variables, element);
        foreach (var argument in call.Arguments)
        {
            var each = list is null ? null : $"{list}[]";
            if (argument.Value is LambdaSyntax lambda)
                Read(lambda.Body, text, new Dictionary<string, string>(variables, StringComparer.Ordinal) { [lambda.Parameter] = each ?? "…" }, element);
            else Read(argument.Value, text, variables, each ?? element);
        }
    }

    private void ReadPath(Syntax syntax, AuthoredText text, Dictionary<string, string> variables, string? element)
    {
        if (Root(syntax) is not { } root)
        {
            Read(((MemberSyntax)syntax).Target, text, variables, element);
            if (!isAsked && PathOf(syntax, variables, element) is { } below) Facts.Add(below);
            return;
        }
        if (!variables.ContainsKey(root) && parameters.TryGetValue(root, out var parameter))
        {
            if (!open.Add(root)) return;
            Read(parameter);
            open.Remove(root);
            return;
        }
        if (isAsked) return;
        if (rules.Contains(root)) Rules.Add(root);
        else if (PathOf(syntax, variables, element) is { } path && path.Contains('.', StringComparison.Ordinal)) Facts.Add(path);
        else if (syntax is NameSyntax && inputs.Contains(root)) Facts.Add(root);
    }

    /// <summary>The path of a fact; null when it is none.</summary>
    private string? PathOf(Syntax syntax, Dictionary<string, string> variables, string? element) => syntax switch
    {
        NameSyntax name when variables.TryGetValue(name.Name, out var variable) => variable,
        NameSyntax name when inputs.Contains(name.Name) => name.Name,
        NameSyntax name when element is not null && !parameters.ContainsKey(name.Name) => $"{element}.{name.Name}",
        // Part of a text, date or list. An input or an element itself is an object, and the word a fact of it.
        MemberSyntax { Target: not NameSyntax, Name: "Length" or "Count" or "Year" or "Month" or "Day" } part => PathOf(part.Target, variables, element),
        MemberSyntax member when PathOf(member.Target, variables, element) is { } owner => $"{owner}.{member.Name}",
        CallSyntax { Target: MemberSyntax { Name: "First" or "FirstOrDefault" or "Last" or "LastOrDefault" } source } when PathOf(source.Target, variables, element) is { } list => $"{list}[]",
        CallSyntax { Target: MemberSyntax source } when FunctionCatalog.IsListOperation(source.Name) => PathOf(source.Target, variables, element),
        _ => null,
    };

    private static string? Root(Syntax syntax) => syntax switch
    {
        NameSyntax name => name.Name,
        MemberSyntax member => Root(member.Target),
        _ => null,
    };

    private static bool IsNull(Syntax syntax) => syntax is LiteralSyntax { Value: null };

    private static bool AsksForNull(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => IsNull(constant.Value),
        NotPatternSyntax not => AsksForNull(not.Operand),
        _ => false,
    };

    private static bool IsFraction(Syntax syntax) => syntax is LiteralSyntax { Value: decimal, IsInteger: false };
}
