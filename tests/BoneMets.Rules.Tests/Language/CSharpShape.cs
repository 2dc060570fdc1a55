using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BoneMets.Rules.Tests.Language;

/// <summary>
/// Reads a text with the parser of the C# compiler and writes the shape of its tree, as long as the tree consists of what our language has;
/// null for a text that is not C#, or C# that we refuse (casts, type arguments, chained comparisons, declarations…).
/// </summary>
internal static class CSharpShape
{
    private sealed class OutsideLanguageException : Exception;

    public static string? Of(string text)
    {
        var tree = SyntaxFactory.ParseExpression(text);
        if (tree.ContainsSkippedText || tree.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error)) return null;
        try
        {
            return Of(tree);
        }
        catch (OutsideLanguageException)
        {
            return null;
        }
    }

    private static string Of(ExpressionSyntax node) => node switch
    {
        LiteralExpressionSyntax literal => Literal(literal),
        IdentifierNameSyntax name => Name(name.Identifier),
        ParenthesizedExpressionSyntax parentheses => Of(parentheses.Expression),
        MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } member when member.IsKind(SyntaxKind.SimpleMemberAccessExpression) =>
            $"(. {(member.Expression is PredefinedTypeSyntax type ? type.Keyword.Text : Of(member.Expression))} {name.Identifier.ValueText})",
        QualifiedNameSyntax { Right: IdentifierNameSyntax right } qualified => $"(. {Of(qualified.Left)} {right.Identifier.ValueText})",
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } call =>
            $"(call {string.Join(' ', call.ArgumentList.Arguments.Select(Argument).Prepend(Of(call.Expression)))})",
        PrefixUnaryExpressionSyntax unary when unary.OperatorToken.Text is "!" or "-" or "+" => $"({unary.OperatorToken.Text} {Of(unary.Operand)})",
        BinaryExpressionSyntax { OperatorToken.Text: "is", Right: IdentifierNameSyntax or QualifiedNameSyntax } test when !Compares(test.Left) =>
            $"(is {Of(test.Left)} {Of(test.Right)})",
        BinaryExpressionSyntax { OperatorToken.Text: "||" or "&&" or "??" or "==" or "!=" } binary => Binary(binary),
        BinaryExpressionSyntax { OperatorToken.Text: "<" or "<=" or ">" or ">=" or "+" or "-" or "*" or "/" or "%" } binary when !Compares(binary.Left) => Binary(binary),
        IsPatternExpressionSyntax test when !Compares(test.Expression) => $"(is {Of(test.Expression)} {Of(test.Pattern)})",
        ConditionalExpressionSyntax conditional => $"(? {Of(conditional.Condition)} {Of(conditional.WhenTrue)} {Of(conditional.WhenFalse)})",
        ImplicitArrayCreationExpressionSyntax { Commas.Count: 0 } list => $"(new {string.Join(' ', list.Initializer.Expressions.Select(Of))})",
        _ => throw new OutsideLanguageException(),
    };

    private static string Of(PatternSyntax node) => node switch
    {
        ConstantPatternSyntax constant when !OpensWithCall(constant) => Of(constant.Expression),
        TypePatternSyntax { Type: IdentifierNameSyntax or QualifiedNameSyntax } type => Of(type.Type),
        RelationalPatternSyntax relational => $"({relational.OperatorToken.Text} {Of(relational.Expression)})",
        UnaryPatternSyntax not => $"(not {Operand(not.Pattern)})",
        BinaryPatternSyntax binary => $"({binary.OperatorToken.Text} {Operand(binary.Left)} {Operand(binary.Right)})",
        ParenthesizedPatternSyntax parentheses => Of(parentheses.Pattern),
        DiscardPatternSyntax => "_",
        // C# sees a type `Date` with one part that is "…"; we see a call. Both look the same and neither has another reading.
        RecursivePatternSyntax
        {
            Type: IdentifierNameSyntax type, PropertyPatternClause: null, Designation: null,
            PositionalPatternClause.Subpatterns: [{ NameColon: null, ExpressionColon: null, Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax part } }],
        } => $"(call {Of(type)} {Literal(part)})",
        _ => throw new OutsideLanguageException(),
    };

    /// <summary>Inside parentheses C# takes <c>(a == b or c)</c> as a choice of two constants, <c>a == b</c> and <c>c</c>; we ask for more parentheses.</summary>
    private static string Operand(PatternSyntax node) =>
        node is ConstantPatternSyntax { Expression: ConditionalExpressionSyntax or IsPatternExpressionSyntax or BinaryExpressionSyntax { OperatorToken.Text: not ("+" or "-" or "*" or "/" or "%") } }
            ? throw new OutsideLanguageException()
            : Of(node);

    /// <summary>After <c>is</c> C# reads <c>int.Parse(a)</c> as a call but <c>f(a)</c> as a type; we refuse both, for neither is a constant.</summary>
    private static bool OpensWithCall(ConstantPatternSyntax constant)
    {
        var first = constant.DescendantTokens().First(token => !token.IsKind(SyntaxKind.OpenParenToken));
        return SyntaxFacts.IsPredefinedType(first.Kind()) && constant.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => call.SpanStart == first.SpanStart);
    }

    /// <summary>Words that are names in some places of C#; we reserve them everywhere but after a dot.</summary>
    private static string Name(SyntaxToken identifier) =>
        identifier.ValueText is "and" or "or" or "not" or "from" or "await" or "var" ? throw new OutsideLanguageException() : identifier.ValueText;

    private static string Binary(BinaryExpressionSyntax binary) => $"({binary.OperatorToken.Text} {Of(binary.Left)} {Of(binary.Right)})";

    private static bool Compares(ExpressionSyntax node) =>
        node is IsPatternExpressionSyntax or BinaryExpressionSyntax { OperatorToken.Text: "<" or "<=" or ">" or ">=" or "is" };

    private static string Argument(ArgumentSyntax argument)
    {
        if (!argument.RefKindKeyword.IsKind(SyntaxKind.None)) throw new OutsideLanguageException();
        var name = argument.NameColon is { } colon ? Name(colon.Name.Identifier) + ":" : "";
        return name + argument.Expression switch
        {
            SimpleLambdaExpressionSyntax { ExpressionBody: { } body, Modifiers.Count: 0 } lambda => $"(=> {Name(lambda.Parameter.Identifier)} {Of(body)})",
            ParenthesizedLambdaExpressionSyntax { ExpressionBody: { } body, Modifiers.Count: 0, ReturnType: null, ParameterList.Parameters: [{ Type: null } parameter] } =>
                $"(=> {Name(parameter.Identifier)} {Of(body)})",
            var other => Of(other),
        };
    }

    private static string Literal(LiteralExpressionSyntax literal) => literal.Kind() switch
    {
        SyntaxKind.NullLiteralExpression => "null",
        SyntaxKind.TrueLiteralExpression => "true",
        SyntaxKind.FalseLiteralExpression => "false",
        SyntaxKind.StringLiteralExpression => Shape.Literal(literal.Token.ValueText, isInteger: false),
        // The text, not the value: C# reads `2.6` as a binary fraction, we keep it exact.
        SyntaxKind.NumericLiteralExpression => Shape.Literal(
            decimal.Parse(literal.Token.Text.TrimEnd('m', 'M', 'd', 'D', 'f', 'F', 'L'), NumberStyles.Float, CultureInfo.InvariantCulture),
            literal.Token.Value is int or uint or long or ulong),
        _ => throw new OutsideLanguageException(),
    };
}
