using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Names and members: what a word refers to at its place.</summary>
internal sealed partial class ExpressionBinder
{
    private static readonly HashSet<string> DotNetNames = new(StringComparer.Ordinal)
    {
        "System", "Math", "Convert", "DateTime", "DateOnly", "DateTimeOffset", "TimeSpan", "Guid", "Environment", "File", "Directory", "Path", "Console",
        "Type", "Activator", "Assembly", "AppDomain", "Process", "Thread", "Task", "Enumerable", "Regex", "Microsoft", "Newtonsoft", "string", "String",
        "int", "Int32", "Int64", "long", "double", "Double", "decimal", "Decimal", "float", "bool", "Boolean", "object", "Object", "char", "byte", "StringComparison",
        "typeof", "nameof", "sizeof", "default", "var", "dynamic", "Random", "Reflection", "GC", "Utils", "HttpClient", "WebClient",
    };

    internal static bool IsDotNetName(string name) => DotNetNames.Contains(name);

    private BoundNode? BindName(NameSyntax name)
    {
        if (scope.Element is { } element)
        {
            if (name.Name == "it") return new BoundVariable(name.Span, element);
            if (element.Type is AbsentType && !IsVisible(name.Name) && !DotNetNames.Contains(name.Name))
                return new BoundAbsent(name.Span, new BoundVariable(name.Span, element), name.Name);
            if (element.Type is ObjectType { Schema: { IsShape: false } } o && o.Schema.Find(name.Name) is not null
                || element.Type is ObjectType { Schema: { IsShape: true } shape } && (shape.Find(name.Name) is not null || !IsVisible(name.Name)))
                return BindField(name.Span, new BoundVariable(name.Span, element), (ObjectType)element.Type, name.Name, name.Span);
        }
        if (scope.Variables.FindLast(v => v.Name == name.Name) is { } variable) return new BoundVariable(name.Span, variable);
        if (scope.Locals is { } locals && locals.TryFind(name.Name, out var local)) return local is null ? null : new BoundReference(name.Span, local);
        if (scope.Workflow.Find(name.Name, Cycle(name)) is { } found) return found.Definition is { } definition ? new BoundReference(name.Span, definition) : null;
        if (InputIndex(name.Name) is { } index)
            return new BoundInput(name.Span, new ObjectType(scope.Workflow.Inputs[index].Schema), index, name.Name);
        if (name.Name == "asOf") return new BoundAsOf(name.Span);
        return UnknownName(name);
    }

    private bool IsVisible(string name) =>
        scope.Variables.Exists(v => v.Name == name) || scope.Locals?.TryFind(name, out _) == true || InputIndex(name) is not null
        || name == "asOf" || scope.Workflow.Names.Contains(name, StringComparer.Ordinal);

    private BoundNode? UnknownName(NameSyntax name)
    {
        if (scope.Workflow.HasTable(name.Name))
        {
            var outputs = scope.Workflow.FindTable(name.Name, Cycle(name))?.Outputs.Select(o => $"`{o.Name}`");
            return outputs is null ? null : Error(name.Span, DiagnosticCode.UnknownMember, $"table `{name.Name}` has several outputs", $"write one of {string.Join(", ", outputs)}");
        }
        if (scope.Workflow.FindUse(name.Name) is not null)
            return Error(name.Span, DiagnosticCode.UnknownMember, $"`{name.Name}` is a workflow, not a value", $"name a rule or an output of it: `{name.Name}.…`");
        if (scope.Workflow.IsDisabledRule(name.Name))
            return Error(name.Span, DiagnosticCode.DisabledRule, $"rule `{name.Name}` is disabled, so it has no verdict", "enable it or do not refer to it");
        if (FunctionCatalog.Contains(name.Name))
            return Error(name.Span, DiagnosticCode.WrongArguments, $"`{name.Name}` is a function", $"call it: `{FunctionCatalog.SignatureOf(name.Name)}`");
        if (DotNetNames.Contains(name.Name)) return RefusedDotNet(name.Span, name.Name);
        return Unknown(name.Span, DiagnosticCode.UnknownName, $"nothing here is called `{name.Name}`", name.Name, VisibleNames());
    }

    private BoundNode? RefusedDotNet(TextSpan span, string name) =>
        name is "DateTime" or "DateOnly" or "DateTimeOffset"
            ? Error(span, DiagnosticCode.DotNetRefused, $"`{name}` of .NET is not available to rules", "dates are written Date(\"2026-01-31\"), the day of the decision is asOf")
            : Error(span, DiagnosticCode.DotNetRefused, $"`{name}` of .NET is not available to rules", "rules only read facts and call the functions of the language");

    private IEnumerable<string> VisibleNames() =>
        scope.Variables.Select(v => v.Name).Concat(scope.Locals?.Names ?? []).Concat(scope.Workflow.Names)
            .Concat(scope.Element is { Type: ObjectType o } ? o.Schema.Properties.Select(p => p.Name) : [])
            .Concat(scope.Workflow.Inputs.Select(i => i.Name)).Append("asOf");

    private int? InputIndex(string name) => UsedInput.IndexOf(scope.Workflow.Inputs, name);

    private Func<string, string?> Cycle(Syntax syntax) => path =>
    {
        Error(syntax.Span, DiagnosticCode.CircularDefinition, $"a definition refers to itself: {path}", "break the circle");
        return null;
    };

    /// <summary>Whether a name is a value here, so that <c>table.output</c> and <c>Workflow.Rule</c> are only looked for when it is not.</summary>
    private bool IsValueName(string name) =>
        (scope.Element?.Type is ObjectType o && o.Schema.Find(name) is not null)
        || scope.Variables.Exists(v => v.Name == name) || scope.Locals?.TryFind(name, out _) == true || InputIndex(name) is not null;

    private BoundNode? BindMember(MemberSyntax member)
    {
        if (member.Target is NameSyntax { Name: var first } name && !IsValueName(first))
        {
            if (scope.Workflow.HasTable(first))
            {
                if (scope.Workflow.FindTable(first, Cycle(name)) is not { } table) return null;
                // A table with one output stands for its value, which may have members of its own.
                if (table.Outputs is not [var single] || single.Model?.Name == member.Name || !HasMembers(single.Type, member.Name)) return BindOutput(member, table);
            }
            else if (scope.Workflow.FindUse(first) is { } use) return BindUsed(member, name.Span, first, use, null);
            else if (BindDotNetMember(member, first) is { } refusedOrBound) return refusedOrBound.Node;
        }
        if (member.Target is CallSyntax { Target: NameSyntax callee } call && !FunctionCatalog.Contains(callee.Name) && scope.Workflow.FindUse(callee.Name) is { } called)
            return BindUsed(member, callee.Span, callee.Name, called, call);
        // `Workflow.table.output` and `Workflow(x).table.output`
        if (member.Target is MemberSyntax { Target: var container } && UsedTable(container, ((MemberSyntax)member.Target).Name) is { } usedTable)
        {
            var output = usedTable.Table.Outputs.FirstOrDefault(o => o.Model?.Name == member.Name);
            if (output is null)
                return Unknown(member.NameSpan, DiagnosticCode.UnknownMember, $"table `{usedTable.Table.Name}` has no output `{member.Name}`", member.Name, usedTable.Table.Outputs.Select(o => o.Model?.Name ?? o.Name));
            return usedTable.Use is { } boundUse ? new BoundUseReference(member.Span, boundUse, output) : null;
        }
        if (Bind(member.Target) is not { } owner) return null;
        return owner.Type switch
        {
            ObjectType type => BindField(member.Span, owner, type, member.Name, member.NameSpan),
            AbsentType when member.Name != "Count" && !HasMembers(FactType.Text, member.Name) && !HasMembers(FactType.Date, member.Name) => new BoundAbsent(member.Span, owner, member.Name),
            ListType when member.Name is "Count" or "Length" => new BoundListQuery(member.Span, FactType.Integer, ListOperation.Count, owner, null, null, null),
            AbsentType when member.Name == "Count" => new BoundListQuery(member.Span, FactType.Integer, ListOperation.Count, owner, null, null, null),
            TextType or EnumType or AbsentType when member.Name == "Length" => new BoundFunction(member.Span, FactType.Integer, ScalarFunction.Length, [owner]),
            DateType or AbsentType when HasMembers(FactType.Date, member.Name) => DateMember(member, owner),
            // JSON has no dates, so a shape has texts where a file for Microsoft's engine has dates.
            TextType when scope.Workflow.IsShapeBound && HasMembers(FactType.Date, member.Name) =>
                DateMember(member, new BoundFunction(owner.Span, FactType.Date, ScalarFunction.ParseDate, [owner])),
            ListType when FunctionCatalog.IsListOperation(member.Name) => Error(member.NameSpan, DiagnosticCode.WrongArguments, $"`{member.Name}` is called with parentheses", $"write `{member.Name}(…)`"),
            _ => Error(member.NameSpan, DiagnosticCode.UnknownMember, $"`{Slice(member.Target.Span)}` is {owner.Type.Describe()} and has no `{member.Name}`"),
        };
    }

    private static BoundFunction DateMember(MemberSyntax member, BoundNode date) =>
        new(member.Span, FactType.Integer, Enum.Parse<ScalarFunction>(member.Name), [date]);

    private static bool HasMembers(FactType type, string member) => type switch
    {
        TextType or EnumType => member == "Length",
        DateType => member is "Year" or "Month" or "Day",
        ListType => member is "Count" or "Length",
        _ => false,
    };

    private BoundNode? BindField(TextSpan span, BoundNode owner, ObjectType type, string name, TextSpan nameSpan)
    {
        if (type.Schema.Find(name) is { } property) return new BoundFact(span, owner, property);
        if (type.Schema.IsShape) return new BoundAbsent(span, owner, name);
        return Unknown(nameSpan, DiagnosticCode.UnknownMember, $"`{type.Schema.Name}` has no fact `{name}`", name, type.Schema.Properties.Select(p => p.Name));
    }

    private BoundNode? BindOutput(MemberSyntax member, TableDefinition table)
    {
        var output = table.Outputs.FirstOrDefault(o => (o.Model?.Name ?? o.Name) == member.Name);
        if (output is not null) return new BoundReference(member.Span, output);
        return Unknown(member.NameSpan, DiagnosticCode.UnknownMember, $"table `{table.Name}` has no output `{member.Name}`",
            member.Name, table.Outputs.Select(o => o.Model?.Name ?? o.Name));
    }
}
