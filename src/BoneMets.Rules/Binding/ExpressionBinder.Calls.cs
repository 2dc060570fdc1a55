using System.Globalization;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>Calls: the functions of the language, methods of texts, numbers and dates.</summary>
internal sealed partial class ExpressionBinder
{
    private BoundNode? BindCall(CallSyntax call)
    {
        if (call.Target is MemberSyntax member) return BindMethod(call, member);
        if (call.Target is not NameSyntax name)
            return Error(call.Span, DiagnosticCode.Syntax, $"`{Slice(call.Target.Span)}` cannot be called");
        if (FunctionCatalog.Contains(name.Name)) return BindFunction(call, name);
        if (FunctionCatalog.IsTextMethod(name.Name) && call.Arguments.Count > 0)
            return BindMethod(call with { Arguments = [.. call.Arguments.Skip(1)] }, new MemberSyntax(call.Span, call.Arguments[0].Value, name.Name, name.Span));
        if (scope.Workflow.FindUse(name.Name) is not null)
            return Error(call.Span, DiagnosticCode.UnknownMember, $"`{Slice(call.Span)}` is a whole decision, not a value", $"name a rule or an output of it: `{Slice(call.Span)}.…`");
        if (DotNetNames.Contains(name.Name)) return RefusedDotNet(name.Span, name.Name);
        if (FunctionCatalog.IsListOperation(name.Name))
            return Error(name.Span, DiagnosticCode.UnknownFunction, $"there is no function `{name.Name}`: it is an operation of a list", $"write `{AsListOperation(call, name.Name)}`");
        return Unknown(name.Span, DiagnosticCode.UnknownFunction, $"there is no function `{name.Name}`", name.Name, FunctionCatalog.AllNames);
    }

    /// <summary><c>Sum(p.nums)</c> as it is written: <c>p.nums.Sum()</c>.</summary>
    private string AsListOperation(CallSyntax call, string operation)
    {
        if (call.Arguments.Count == 0) return $"list.{operation}()";
        var (list, first) = (Slice(call.Arguments[0].Value.Span), call.Arguments[0].Value);
        if (first is not (NameSyntax or MemberSyntax or CallSyntax or ListSyntax)) list = $"({list})";
        return $"{list}.{operation}({string.Join(", ", call.Arguments.Skip(1).Select(a => Slice(a.Span)))})";
    }

    private BoundNode? BindFunction(CallSyntax call, NameSyntax name)
    {
        if (call.Arguments.FirstOrDefault(a => a.Name is not null) is { } named)
            return Error(named.Span, DiagnosticCode.WrongArguments, "functions take their arguments without names", $"write `{FunctionCatalog.SignatureOf(name.Name)}`");
        if (name.Name == "Date") return BindDate(call);
        var arguments = call.Arguments.Select(a => Bind(a.Value)).ToList();
        if (arguments.Any(a => a is null)) return null;
        var values = arguments.Select(a => a!).ToList();
        return name.Name switch
        {
            "IsKnown" => Arity(call, name, 1, 1) ? new BoundIsKnown(call.Span, values[0]) : null,
            "ValueIn" => Arity(call, name, 2, 2) ? BindValueIn(call, values) : null,
            "Min" or "Max" => Arity(call, name, 2, 100) ? BindExtreme(call, name, values) : null,
            "Abs" => Arity(call, name, 1, 1) && Numbers(call, values) ? Function(call, values[0].Type, ScalarFunction.Abs, values) : null,
            "Round" => Arity(call, name, 1, 2) && Numbers(call, values) && Digits(call, values) ? Function(call, RoundedType(values), ScalarFunction.Round, values) : null,
            "Floor" or "Ceiling" => Arity(call, name, 1, 1) && Numbers(call, values) ? Function(call, WholeOf(values[0]), Enum.Parse<ScalarFunction>(name.Name), values) : null,
            "Sqrt" or "Ln" or "Log10" or "Exp" => Arity(call, name, 1, 1) && Numbers(call, values) ? Function(call, FactType.Number, Enum.Parse<ScalarFunction>(name.Name), values) : null,
            "Pow" => Arity(call, name, 2, 2) && Numbers(call, values) ? Function(call, FactType.Number, ScalarFunction.Pow, values) : null,
            "AddDays" or "AddMonths" => Arity(call, name, 2, 2) && Dates(call, values[..1]) && Numbers(call, values[1..], 1) ? Function(call, FactType.Date, Enum.Parse<ScalarFunction>(name.Name), values) : null,
            _ => Arity(call, name, 2, 2) && Dates(call, values) ? Function(call, FactType.Integer, Enum.Parse<ScalarFunction>(name.Name), values) : null,
        };
    }

    private static BoundFunction Function(Syntax call, FactType type, ScalarFunction function, IReadOnlyList<BoundNode> values) => new(call.Span, type, function, values);

    private static NumberType WholeOf(BoundNode value) => new(true, TypeRules.NumberOf(value.Type).Unit);

    private static NumberType RoundedType(List<BoundNode> values) =>
        values.Count == 1 || values[1] is BoundConstant { Value: 0m } ? WholeOf(values[0]) : TypeRules.NumberOf(values[0].Type) with { IsInteger = false };

    private bool Digits(CallSyntax call, List<BoundNode> values)
    {
        if (values.Count == 1 || values[1] is BoundConstant { Value: decimal digits } && digits is >= 0 and <= 28 && digits == decimal.Floor(digits)) return true;
        if (values[1] is not BoundConstant && TypeRules.NumberOf(values[1].Type).IsInteger) return true;
        Error(call.Arguments[1].Span, DiagnosticCode.WrongArguments, "the number of digits is a whole number from 0 to 28");
        return false;
    }

    private bool Arity(CallSyntax call, NameSyntax name, int least, int most)
    {
        if (call.Arguments.Count >= least && call.Arguments.Count <= most) return true;
        Error(call.Span, DiagnosticCode.WrongArguments, $"`{name.Name}` takes {Count(least, most)}, not {call.Arguments.Count}", $"write `{FunctionCatalog.SignatureOf(name.Name)}`");
        return false;
    }

    private static string Count(int least, int most) =>
        least == most ? least == 1 ? "one argument" : $"{least} arguments" : most >= 100 ? $"{least} or more arguments" : $"{least} to {most} arguments";

    private bool Numbers(CallSyntax call, IReadOnlyList<BoundNode> values, int from = 0)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (TypeRules.IsNumber(values[i].Type)) continue;
            Error(call.Arguments[i + from].Span, DiagnosticCode.TypeMismatch, $"`{Slice(call.Arguments[i + from].Span)}` is {values[i].Type.Describe()}, not a number");
            return false;
        }
        return true;
    }

    private bool Dates(CallSyntax call, IReadOnlyList<BoundNode> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Type is DateType or AbsentType) continue;
            Error(call.Arguments[i].Span, DiagnosticCode.TypeMismatch, $"`{Slice(call.Arguments[i].Span)}` is {values[i].Type.Describe()}, not a date", "a date is a fact, asOf or Date(\"2026-01-31\")");
            return false;
        }
        return true;
    }

    private BoundFunction? BindExtreme(CallSyntax call, NameSyntax name, List<BoundNode> values)
    {
        if (!Numbers(call, values)) return null;
        var type = TypeRules.NumberOf(values[0].Type);
        for (var i = 1; i < values.Count; i++)
        {
            var next = TypeRules.NumberOf(values[i].Type);
            if (!TypeRules.UnitsMeet(type, next))
            {
                Mismatch(call.Span, values.First(v => TypeRules.NumberOf(v.Type).Unit == type.Unit), values[i], $"the arguments of `{name.Name}` are");
                return null;
            }
            type = new NumberType(type.IsInteger && next.IsInteger, type.Unit ?? next.Unit);
        }
        return Function(call, type, name.Name == "Min" ? ScalarFunction.Min : ScalarFunction.Max, values);
    }

    private BoundNode? BindDate(CallSyntax call)
    {
        if (call.Arguments is [{ Value: LiteralSyntax { Value: string iso } }])
        {
            return DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? new BoundConstant(call.Span, FactType.Date, date)
                : Error(call.Arguments[0].Span, DiagnosticCode.InvalidDateLiteral, $"`{iso}` is not a calendar date", "write year-month-day, as in Date(\"2026-01-31\")");
        }
        return Error(call.Span, DiagnosticCode.WrongArguments, "`Date` takes one text in quotes", "write `Date(\"2026-01-31\")`");
    }

    private BoundNode? BindValueIn(CallSyntax call, List<BoundNode> values)
    {
        if (call.Arguments[1].Value is not LiteralSyntax { Value: string unit })
            return Error(call.Arguments[1].Span, DiagnosticCode.WrongArguments, "the unit is a text in quotes", "write `ValueIn(x, \"mmol/L\")`");
        if (UnitSource(values[0]) is not { } property)
            return Error(call.Arguments[0].Span, DiagnosticCode.WrongArguments, $"`{Slice(call.Arguments[0].Span)}` is not a fact, so its units are not known", "ValueIn reads a fact of the schema");
        if (property.Type is not NumberType)
            return Error(call.Arguments[0].Span, DiagnosticCode.TypeMismatch, $"`{Slice(call.Arguments[0].Span)}` is {property.Type.Describe()}, not a number");
        if (property.Unit == unit) return new BoundValueIn(call.Span, values[0], null);
        if (property.OtherUnits.TryGetValue(unit, out var conversion)) return new BoundValueIn(call.Span, values[0], conversion);
        var known = property.OtherUnits.Keys.Prepend(property.Unit ?? "1").ToList();
        return Error(call.Arguments[1].Span, DiagnosticCode.UnknownUnit, $"`{Slice(call.Arguments[0].Span)}` is not given in `{unit}`", $"its units are {Listed(known)}");
    }

    /// <summary>The fact whose units a negation or a choice of facts keeps; null when there is none.</summary>
    private static FactProperty? UnitSource(BoundNode node) => node switch
    {
        BoundFact fact => fact.Property,
        BoundNegate negate => UnitSource(negate.Operand),
        _ => null,
    };

    private BoundNode? BindMethod(CallSyntax call, MemberSyntax member)
    {
        if (member.Target is NameSyntax { Name: var first } && !IsValueName(first) && DotNetNames.Contains(first) && scope.Workflow.FindUse(first) is null && !scope.Workflow.Names.Contains(first, StringComparer.Ordinal))
            return BindStatic(call, first, member.Name);
        if (member.Target is MemberSyntax && RootName(member) is { } root && DotNetNames.Contains(root) && !IsValueName(root) && !scope.Workflow.Names.Contains(root, StringComparer.Ordinal))
            return RefusedDotNet(call.Target.Span, Slice(call.Target.Span));
        if (Bind(member.Target) is not { } target) return null;
        if (target.Type is ListType || (target.Type is AbsentType && FunctionCatalog.IsListOperation(member.Name) && !FunctionCatalog.IsTextMethod(member.Name)))
            return BindListQuery(call, member, target);
        if (member.Name == "ToString" && call.Arguments.Count == 0 && TypeRules.IsScalar(target.Type))
            return TypeRules.IsTextual(target.Type) ? target : Function(call, FactType.Text, ScalarFunction.ToText, [target]);
        if (TypeRules.IsTextual(target.Type) && FunctionCatalog.IsTextMethod(member.Name)) return BindTextMethod(call, member, target);
        if (target.Type is DateType or AbsentType && member.Name is "AddDays" or "AddMonths") return BindFunction(call with { Arguments = [new ArgumentSyntax(member.Target.Span, null, member.Target), .. call.Arguments] }, new NameSyntax(member.NameSpan, member.Name));
        return Unknown(member.NameSpan, DiagnosticCode.UnknownFunction, $"`{Slice(member.Target.Span)}` is {target.Type.Describe()} and has no `{member.Name}`",
            member.Name, FunctionCatalog.AllNames);
    }

    private static string? RootName(Syntax syntax)
    {
        while (syntax is MemberSyntax member) syntax = member.Target;
        return (syntax as NameSyntax)?.Name;
    }

    private BoundNode? BindTextMethod(CallSyntax call, MemberSyntax member, BoundNode target)
    {
        if (member.Name is "ToUpper" or "ToLower" or "Trim" or "Length")
        {
            if (call.Arguments.Count > 0) return Error(call.Span, DiagnosticCode.WrongArguments, $"`{member.Name}` takes no argument");
            return Function(call, member.Name == "Length" ? FactType.Integer : FactType.Text, Enum.Parse<ScalarFunction>(member.Name), [target]);
        }
        if (call.Arguments.Count is < 1 or > 2) return Error(call.Span, DiagnosticCode.WrongArguments, $"`{member.Name}` takes one text", $"write `{Slice(member.Target.Span)}.{member.Name}(\"…\")`");
        if (Bind(call.Arguments[0].Value) is not { } argument) return null;
        if (!TypeRules.IsTextual(argument.Type))
            return Error(call.Arguments[0].Span, DiagnosticCode.TypeMismatch, $"`{Slice(call.Arguments[0].Span)}` is {argument.Type.Describe()}, not a text");
        var ignoreCase = false;
        if (call.Arguments.Count == 2)
        {
            if (call.Arguments[1].Value is not MemberSyntax { Target: NameSyntax { Name: "StringComparison" }, Name: var comparison } || comparison is not ("OrdinalIgnoreCase" or "Ordinal"))
                return Error(call.Arguments[1].Span, DiagnosticCode.WrongArguments, $"`{Slice(call.Arguments[1].Span)}` is not a way to compare texts", "write StringComparison.OrdinalIgnoreCase or leave it out");
            ignoreCase = comparison.EndsWith("IgnoreCase", StringComparison.Ordinal);
        }
        return Function(call, FactType.Boolean, Enum.Parse<ScalarFunction>(member.Name + (ignoreCase ? "IgnoreCase" : "")), [target, argument]);
    }
}
