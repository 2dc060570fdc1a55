using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Language;

internal enum TokenKind
{
    End, Identifier, Number, Text, True, False, Null, Is, And, Or, Not, New,
    Dot, Comma, Colon, Arrow, Question, QuestionQuestion, BarBar, AmpersandAmpersand, Bang,
    EqualsEquals, BangEquals, Less, LessEquals, Greater, GreaterEquals, Plus, Minus, Star, Slash, Percent,
    OpenParenthesis, CloseParenthesis, OpenBracket, CloseBracket, OpenBrace, CloseBrace,
}

/// <summary>
/// One word of an expression. <see cref="Value"/> is the name of an identifier, the <c>decimal</c> of a number, the content of a text.
/// <see cref="IsInteger"/> tells <c>5</c> from <c>5.0</c>.
/// </summary>
internal readonly record struct Token(TokenKind Kind, TextSpan Span, object? Value = null, bool IsInteger = false)
{
    public string Name => Kind == TokenKind.Identifier ? (string)Value! : "";
}
