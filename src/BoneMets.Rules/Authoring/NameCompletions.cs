using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Authoring;

/// <summary>The names that mean something at a place, and the members of a value.</summary>
internal static class NameCompletions
{
    private static readonly (string Name, string Signature, string Description)[] ListMethods =
    [
        ("Any", "list.Any(x => …)", "true when the condition holds for at least one element"), ("All", "list.All(x => …)", "true when it holds for every element"),
        ("Count", "list.Count(x => …)", "how many elements it holds for"), ("Sum", "list.Sum(x => …)", "the sum over the elements"),
        ("Min", "list.Min(x => …)", "the smallest"), ("Max", "list.Max(x => …)", "the largest"), ("Average", "list.Average(x => …)", "the mean"),
        ("Where", "list.Where(x => …)", "the elements that it holds for"), ("Select", "list.Select(x => …)", "a value of each element"),
        ("Contains", "list.Contains(value)", "true when the value is in the list"), ("FirstOrDefault", "list.FirstOrDefault(x => …)", "the first element that it holds for"),
    ];

    private static readonly (string Name, string Signature, string Description)[] TextMethods =
    [
        ("Contains", "text.Contains(\"…\")", "true when it occurs in the text"), ("StartsWith", "text.StartsWith(\"…\")", "true when the text begins with it"),
        ("EndsWith", "text.EndsWith(\"…\")", "true when the text ends with it"), ("ToLower", "text.ToLower()", "in small letters"), ("ToUpper", "text.ToUpper()", "in capital letters"),
        ("Trim", "text.Trim()", "without blanks at its ends"), ("Length", "text.Length", "how many characters"),
    ];

    private static readonly string[] DateMembers = ["Year", "Month", "Day"];

    /// <summary>Everything that a value can begin with: the nearest first.</summary>
    public static IReadOnlyList<CompletionItem> All(AuthoringContext context)
    {
        var model = context.Model;
        return
        [
            .. context.Variables.Reverse().Select(v => new CompletionItem(v.Name, v.Name, NameKind.Variable, v.Type.Describe(), Typing: new Typing(v.Type))),
            .. context.Locals.Select(p => new CompletionItem(p.Name, p.Name, NameKind.LocalParameter, p.Definition?.Type.Describe(), Typing: TypingOf(p.Definition))),
            .. context.Inputs.SelectMany(Input),
            .. model.GlobalParams.Select(p => Defined(context, p.Name, NameKind.Parameter, p.Expression.Text)),
            .. model.Scores.SelectMany(s => s.Items.Select(i => (i.Name, i.Title)).Prepend((s.Name, s.Title))).Select(s => Defined(context, s.Name, NameKind.Score, s.Title)),
            .. model.Tables.SelectMany(t => t.Outputs.Count == 1 ? [Defined(context, t.Name, NameKind.Table, null)] : t.Outputs.Select(o => Defined(context, $"{t.Name}.{o.Name}", NameKind.Table, null))),
            .. model.AllRules().Select(r => Rule(r.Name, r.Title)),
            .. model.Uses.Select(u => new CompletionItem(u.Workflow, u.Workflow, NameKind.Workflow, "a workflow that this one uses", context.TitleOf(u.Workflow))),
            new CompletionItem("asOf", "asOf", NameKind.Input, FactType.Date.Describe(), "the day that the decision is for", new Typing(FactType.Date)),
            .. FunctionCatalog.Functions.Select(f => new CompletionItem(f.Name, f.Name + "(", NameKind.Function, f.Signature, f.Description)),
            new CompletionItem("true", "true", NameKind.Value), new CompletionItem("false", "false", NameKind.Value),
        ];
    }

    /// <summary>What can stand after <c>owner.</c>.</summary>
    public static IReadOnlyList<CompletionItem> Members(AuthoringContext context, string owner)
    {
        if (context.FindTable(owner) is { } table && table.Outputs.Count > 1) return [.. table.Outputs.Select(o => Output(o.Model?.Name ?? o.Name, o.Type))];
        if (context.FindUse(owner) is { } used) return Used(used);
        return context.Bind(owner).Node?.Type switch
        {
            ObjectType of => [.. of.Schema.Properties.Select(f => Fact(f.Name, f))],
            ListType => [.. ListMethods.Select(Method)],
            TextType or EnumType => [.. TextMethods.Select(Method)],
            DateType => [.. DateMembers.Select(n => new CompletionItem(n, n, NameKind.Method, FactType.Integer.Describe(), Typing: new Typing(FactType.Integer)))],
            _ => [],
        };
    }

    /// <summary>Texts that make sense inside quotation marks: the units of <c>ValueIn</c>, and the values that a text is compared with by a method.</summary>
    public static IReadOnlyList<CompletionItem> Texts(AuthoringContext context, UnfinishedText place)
    {
        if (place.Call() is not ("ValueIn", _, 1) || place.OperandEndingAt(2) is not { } number || context.Bind(number).Node is not BoundFact { Property: var fact }) return [];
        return [.. fact.OtherUnits.Keys.Order(StringComparer.Ordinal).Prepend(fact.Unit).OfType<string>().Select(u => new CompletionItem(u, CanonicalJson.Quote(u), NameKind.Value, "a unit of this fact"))];
    }

    /// <summary>An input, and its facts by their whole name: that is what people look for.</summary>
    private static IEnumerable<CompletionItem> Input(BoundWorkflowInput input) =>
        input.Schema.Properties.Select(f => Fact($"{input.Name}.{f.Name}", f)).Prepend(new CompletionItem(input.Name, input.Name, NameKind.Input, new ObjectType(input.Schema).Describe(), Typing: new Typing(new ObjectType(input.Schema))));

    private static CompletionItem Fact(string name, FactProperty fact) => new(name, name, NameKind.Fact, FactWords.Of(fact), Join(fact.Label, fact.Description), Typing.Of(fact));

    private static CompletionItem Defined(AuthoringContext context, string name, NameKind kind, string? description)
    {
        var definition = name.Split('.') is [var table, var output] ? context.FindTable(table)?.Outputs.FirstOrDefault(o => o.Model?.Name == output) : context.Find(name);
        return new CompletionItem(name, name, kind, definition?.Type.Describe(), description, TypingOf(definition));
    }

    private static CompletionItem Rule(string name, string? title) => new(name, name, NameKind.Rule, "a rule: true when it is met", title, new Typing(FactType.Boolean));

    private static Typing? TypingOf(Definition? definition) => definition is null ? null : new Typing(definition.Type);

    private static IReadOnlyList<CompletionItem> Used(BoundWorkflow used) =>
        [.. used.Definitions.Where(d => d is not ParameterDefinition { Rule: not null }).Select(d => d is RuleDefinition rule
            ? Rule(d.Name, rule.Model.Title)
            : Output(d.Name, d.Type))];

    private static CompletionItem Output(string name, FactType type) => new(name, name, NameKind.Table, type.Describe(), Typing: new Typing(type));

    private static CompletionItem Method((string Name, string Signature, string Description) method) =>
        new(method.Name, method.Signature.EndsWith(')') ? method.Name + "(" : method.Name, NameKind.Method, method.Signature, method.Description);

    private static string? Join(string? label, string? description) => (label, description) switch
    {
        ({ } l, { } d) when l != d => $"{l}: {d}",
        _ => label ?? description,
    };
}
