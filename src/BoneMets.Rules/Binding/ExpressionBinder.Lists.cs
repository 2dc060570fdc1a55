using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Binding;

/// <summary>List operations with one-parameter lambdas, and Microsoft's predicates without one.</summary>
internal sealed partial class ExpressionBinder
{
    private BoundNode? BindListQuery(CallSyntax call, MemberSyntax member, BoundNode source)
    {
        if (!FunctionCatalog.IsListOperation(member.Name))
            return Unknown(member.NameSpan, DiagnosticCode.UnknownFunction, $"a list has no `{member.Name}`", member.Name, Enum.GetNames<ListOperation>());
        var operation = FunctionCatalog.ListOperationOf(member.Name);
        var element = (source.Type as ListType)?.Element ?? FactType.Absent;
        if (operation is ListOperation.Contains or ListOperation.Take or ListOperation.Skip) return BindWithArgument(call, member, source, operation, element);
        if (call.Arguments.Count > 1) return Error(call.Span, DiagnosticCode.WrongArguments, $"`{member.Name}` takes at most one argument, not {call.Arguments.Count}");
        var needsBody = operation is ListOperation.All or ListOperation.Where or ListOperation.Select or ListOperation.OrderBy or ListOperation.OrderByDescending;
        if (call.Arguments.Count == 0)
        {
            return needsBody
                ? Error(call.Span, DiagnosticCode.WrongArguments, $"`{member.Name}` needs a lambda", $"write `{Slice(member.Target.Span)}.{member.Name}(x => …)`")
                : Query(call, member, source, operation, element, null, null);
        }
        if (operation == ListOperation.Distinct) return Error(call.Span, DiagnosticCode.WrongArguments, "`Distinct` takes no argument");
        var (variable, body) = BindBody(call.Arguments[0].Value, element, IsPredicate(operation));
        return body is null ? null : Query(call, member, source, operation, element, variable, body);
    }

    private static bool IsPredicate(ListOperation operation) =>
        operation is ListOperation.Any or ListOperation.All or ListOperation.Count or ListOperation.Where or ListOperation.First or ListOperation.Last;

    private (LambdaVariable Variable, BoundNode? Body) BindBody(Syntax syntax, FactType element, bool isPredicate)
    {
        var outer = scope;
        var lambda = syntax as LambdaSyntax;
        var variable = new LambdaVariable(lambda?.Parameter ?? "it", element, outer.Depth);
        if (lambda is not null && IsVisible(lambda.Parameter))
            Error(lambda.ParameterSpan, DiagnosticCode.AmbiguousName, $"`{lambda.Parameter}` already means something else here", "give the lambda's element a name of its own");
        if (outer.Depth >= LanguageLimits.LambdaNesting)
        {
            Error(syntax.Span, DiagnosticCode.LambdaTooDeep, $"lambdas are nested more than {LanguageLimits.LambdaNesting} deep", "move the inner part into a parameter of its own");
            return (variable, null);
        }
        scope = lambda is null ? outer.WithElement(variable) : outer.With(variable);
        var bodySyntax = lambda?.Body ?? syntax;
        var body = isPredicate ? BindCondition(bodySyntax) : Bind(bodySyntax);
        scope = outer;
        return (variable, body);
    }

    private BoundNode? Query(CallSyntax call, MemberSyntax member, BoundNode source, ListOperation operation, FactType element, LambdaVariable? variable, BoundNode? body)
    {
        var item = body is null || IsPredicate(operation) ? element : body.Type;
        FactType? type = operation switch
        {
            ListOperation.Any or ListOperation.All => FactType.Boolean,
            ListOperation.Count => FactType.Integer,
            ListOperation.Sum or ListOperation.Min or ListOperation.Max => TypeRules.IsNumber(item) ? TypeRules.NumberOf(item) : null,
            ListOperation.Average => TypeRules.IsNumber(item) ? TypeRules.NumberOf(item) with { IsInteger = false } : null,
            ListOperation.Select => new ListType(item),
            ListOperation.OrderBy or ListOperation.OrderByDescending => item is NumberType or DateType or TextType or EnumType or BooleanType or AbsentType ? new ListType(element) : null,
            ListOperation.First or ListOperation.Last => element,
            ListOperation.Distinct => TypeRules.IsScalar(element) ? new ListType(element) : null,
            _ => new ListType(element),
        };
        return type is not null
            ? new BoundListQuery(call.Span, type, operation, source, variable, body, null)
            : Error(call.Span, DiagnosticCode.TypeMismatch, $"`{member.Name}` cannot work on {item.Describe()}", $"choose a fact of the element: `{member.Name}(x => x.…)`");
    }

    private BoundNode? BindWithArgument(CallSyntax call, MemberSyntax member, BoundNode source, ListOperation operation, FactType element)
    {
        if (call.Arguments.Count != 1) return Error(call.Span, DiagnosticCode.WrongArguments, $"`{member.Name}` takes one argument, not {call.Arguments.Count}");
        if (Bind(call.Arguments[0].Value) is not { } argument) return null;
        if (operation == ListOperation.Contains)
        {
            if (!TypeRules.IsScalar(element) || !TypeRules.Comparable(element, argument.Type))
                return Error(call.Arguments[0].Span, DiagnosticCode.TypeMismatch, $"the list holds {element.Describe()}, but `{Slice(call.Arguments[0].Span)}` is {argument.Type.Describe()}");
            if (element is EnumType words && !InEnumeration(words, argument)) return null;
            if (argument.Type is EnumType asked && source is BoundList list && !list.Items.All(i => InEnumeration(asked, i))) return null;
            return new BoundListQuery(call.Span, FactType.Boolean, operation, source, null, null, argument);
        }
        return argument.Type is NumberType { IsInteger: true }
            ? new BoundListQuery(call.Span, new ListType(element), operation, source, null, null, argument)
            : Error(call.Arguments[0].Span, DiagnosticCode.TypeMismatch, $"`{member.Name}` takes a whole number");
    }
}
