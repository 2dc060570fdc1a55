using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>The few static .NET spellings that files for Microsoft's engine use, and the refusal of all others by name.</summary>
internal sealed partial class ExpressionBinder
{
    private sealed record Resolved(BoundNode? Node);

    /// <summary>A static .NET member; null when the name is none of .NET's.</summary>
    private Resolved? BindDotNetMember(MemberSyntax member, string type)
    {
        if (!DotNetNames.Contains(type) || scope.Workflow.Names.Contains(type, StringComparer.Ordinal)) return null;
        if (type is "DateTime" or "DateOnly" or "DateTimeOffset" && member.Name is "Now" or "UtcNow" or "Today")
            return new Resolved(Error(member.Span, DiagnosticCode.ClockRefused, $"`{type}.{member.Name}` reads the clock, so the same facts would decide differently tomorrow", "use `asOf`, the date that the decision is made for"));
        if (type is "string" or "String" && member.Name == "Empty") return new Resolved(new BoundConstant(member.Span, FactType.Text, ""));
        return new Resolved(RefusedDotNet(member.Span, $"{type}.{member.Name}"));
    }

    private BoundNode? BindStatic(CallSyntax call, string type, string method)
    {
        var name = $"{type}.{method}";
        if (type is "Math" && FunctionCatalog.Contains(method))
            return Error(call.Target.Span, DiagnosticCode.DotNetRefused, $"`{name}` of .NET is not available to rules", $"write `{FunctionCatalog.SignatureOf(method)}`");
        ScalarFunction? function = name switch
        {
            "string.IsNullOrEmpty" or "String.IsNullOrEmpty" => ScalarFunction.IsNullOrEmpty,
            "string.IsNullOrWhiteSpace" or "String.IsNullOrWhiteSpace" => ScalarFunction.IsNullOrWhiteSpace,
            "int.Parse" or "Int32.Parse" or "long.Parse" or "Int64.Parse" => ScalarFunction.ParseInteger,
            "double.Parse" or "Double.Parse" or "decimal.Parse" or "Decimal.Parse" or "float.Parse" => ScalarFunction.ParseNumber,
            "DateTime.Parse" or "DateOnly.Parse" => ScalarFunction.ParseDate,
            "Convert.ToInt32" or "Convert.ToInt64" => ScalarFunction.ToInteger,
            "Convert.ToDouble" or "Convert.ToDecimal" => ScalarFunction.ParseNumber,
            "Convert.ToString" => ScalarFunction.ToText,
            _ => null,
        };
        if (function is not { } found)
        {
            return name is "DateTime.Now" or "DateTime.Today"
                ? Error(call.Span, DiagnosticCode.ClockRefused, $"`{name}` reads the clock", "use `asOf`, the date that the decision is made for")
                : RefusedDotNet(call.Target.Span, name);
        }
        if (call.Arguments.Count != 1) return Error(call.Span, DiagnosticCode.WrongArguments, $"`{name}` takes one argument, not {call.Arguments.Count}");
        if (Bind(call.Arguments[0].Value) is not { } argument) return null;
        return BindConversion(call, name, found, argument);
    }

    private BoundNode? BindConversion(CallSyntax call, string name, ScalarFunction function, BoundNode argument)
    {
        var takesNumbers = function is ScalarFunction.ToInteger or ScalarFunction.ToText || name.StartsWith("Convert.", StringComparison.Ordinal);
        if (!TypeRules.IsTextual(argument.Type) && !(takesNumbers && TypeRules.IsScalar(argument.Type)))
            return Error(call.Arguments[0].Span, DiagnosticCode.TypeMismatch, $"`{Slice(call.Arguments[0].Span)}` is {argument.Type.Describe()}, not a text");
        switch (function)
        {
            case ScalarFunction.ParseNumber when argument.Type is NumberType:
                return argument;
            case ScalarFunction.ToInteger when TypeRules.IsTextual(argument.Type):
                return Function(call, FactType.Integer, ScalarFunction.ParseInteger, [argument]);
            case ScalarFunction.ToText when TypeRules.IsTextual(argument.Type):
                return argument;
            case ScalarFunction.ToInteger or ScalarFunction.ParseNumber when argument.Type is not (TextType or EnumType or NumberType or AbsentType):
                return Error(call.Arguments[0].Span, DiagnosticCode.TypeMismatch, $"`{Slice(call.Arguments[0].Span)}` is {argument.Type.Describe()}, not a number or a text");
        }
        FactType type = function switch
        {
            ScalarFunction.IsNullOrEmpty or ScalarFunction.IsNullOrWhiteSpace => FactType.Boolean,
            ScalarFunction.ParseInteger or ScalarFunction.ToInteger => FactType.Integer,
            ScalarFunction.ParseNumber => FactType.Number,
            ScalarFunction.ParseDate => FactType.Date,
            _ => FactType.Text,
        };
        return Function(call, type, function, [argument]);
    }
}
