using System.Globalization;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Language;

/// <summary>A tree as nested brackets, without spans: what two parsers must agree on. <see cref="CSharpShape"/> writes the same for C#'s own tree.</summary>
internal static class Shape
{
    public static string Of(Syntax syntax) => syntax switch
    {
        LiteralSyntax literal => Literal(literal.Value, literal.IsInteger),
        NameSyntax name => name.Name,
        MemberSyntax member => $"(. {Of(member.Target)} {member.Name})",
        CallSyntax call => $"(call {string.Join(' ', call.Arguments.Select(Of).Prepend(Of(call.Target)))})",
        LambdaSyntax lambda => $"(=> {lambda.Parameter} {Of(lambda.Body)})",
        UnarySyntax unary => $"({SyntaxPrinter.Symbol(unary.Operator)} {Of(unary.Operand)})",
        BinarySyntax binary => $"({SyntaxPrinter.Symbol(binary.Operator)} {Of(binary.Left)} {Of(binary.Right)})",
        ConditionalSyntax conditional => $"(? {Of(conditional.Condition)} {Of(conditional.WhenTrue)} {Of(conditional.WhenFalse)})",
        IsSyntax test => $"(is {Of(test.Operand)} {Of(test.Pattern)})",
        ListSyntax list => $"(new {string.Join(' ', list.Items.Select(Of))})",
        PatternSyntax pattern => Of(pattern),
        _ => throw new ArgumentOutOfRangeException(nameof(syntax)),
    };

    public static string Of(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => Of(constant.Value),
        RelationalPatternSyntax relational => $"({SyntaxPrinter.Symbol(relational.Operator)} {Of(relational.Value)})",
        NotPatternSyntax not => $"(not {Of(not.Operand)})",
        AndPatternSyntax and => $"(and {Of(and.Left)} {Of(and.Right)})",
        OrPatternSyntax or => $"(or {Of(or.Left)} {Of(or.Right)})",
        DiscardPatternSyntax => "_",
        _ => throw new ArgumentOutOfRangeException(nameof(pattern)),
    };

    public static string Literal(object? value, bool isInteger) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => "\"" + string.Concat(text.Select(c => c is >= ' ' and <= '~' and not '"' ? c.ToString() : $"<{(int)c:x}>")) + "\"",
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) + (isInteger ? "" : "m"),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Of(ArgumentSyntax argument) => argument.Name is null ? Of(argument.Value) : $"{argument.Name}:{Of(argument.Value)}";
}
