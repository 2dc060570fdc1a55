using System.Globalization;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Language;

/// <summary>
/// Splits an expression into tokens, without recursion and in one pass. Whatever comes out is short enough, balanced, not nested too
/// deeply and made of the language's own tokens, so that the parser never meets hostile text. Stops at the first finding.
/// </summary>
internal sealed class Tokenizer
{
    private readonly string text;
    private readonly List<Token> tokens = [];
    private readonly Stack<Token> open = new();
    private int position;

    private Tokenizer(string text) => this.text = text;

    /// <summary>The tokens, ended by <see cref="TokenKind.End"/>; null when there is a diagnostic.</summary>
    public static (List<Token>? Tokens, Diagnostic? Diagnostic) Scan(string text)
    {
        if (text.Length > LanguageLimits.ExpressionLength)
        {
            return (null, new Diagnostic(DiagnosticCode.ExpressionTooLong,
                $"the expression has {text.Length} characters; at most {LanguageLimits.ExpressionLength} are allowed",
                "give names to its parts: declare them as params", Span: TextSpan.Between(LanguageLimits.ExpressionLength, text.Length)));
        }
        var tokenizer = new Tokenizer(text);
        var diagnostic = tokenizer.Run();
        return diagnostic is null ? (tokenizer.tokens, null) : (null, diagnostic);
    }

    /// <summary>
    /// What can be told of a text that is still being written: the tokens up to its end or to the first thing that is none, whatever is still
    /// open. <c>Stopped</c> is where that is; the text's length when all of it was read.
    /// </summary>
    public static (IReadOnlyList<Token> Tokens, int Stopped) ScanUnfinished(string text)
    {
        if (text.Length > LanguageLimits.ExpressionLength) return ([], 0);
        var tokenizer = new Tokenizer(text);
        tokenizer.Run();
        return ([.. tokenizer.tokens.Where(t => t.Kind != TokenKind.End)], tokenizer.position);
    }

    public static bool StartsIdentifier(char c) => c == '_' || char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.LetterNumber;

    public static bool ContinuesIdentifier(char c) => StartsIdentifier(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;

    private TokenKind Previous(int back = 1) => tokens.Count >= back ? tokens[^back].Kind : TokenKind.End;

    private Diagnostic? Run()
    {
        while (true)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
            if (position == text.Length) break;
            if (Next() is { } diagnostic) return diagnostic;
        }
        if (open.TryPop(out var unclosed))
        {
            return new Diagnostic(DiagnosticCode.Syntax, $"{Quoted(unclosed.Span)} is not closed", $"write `{Closing(unclosed.Kind)}` where it ends", Span: unclosed.Span);
        }
        tokens.Add(new Token(TokenKind.End, new TextSpan(text.Length, 0)));
        return null;
    }

    private Diagnostic? Next()
    {
        var c = text[position];
        if (StartsIdentifier(c)) return Word();
        if (char.IsAsciiDigit(c) || (c == '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1])))
        {
            return Literal(LiteralScanner.Number(text, position, out var number), number);
        }
        if (RefusedConstructs.At(text, position) is { } refused && !StartsLonger(c))
        {
            return Refuse(refused.Construct, refused.Text.Length, refused.Help);
        }
        if (c == '"') return Literal(LiteralScanner.Text(text, position, out var literal), literal);
        return Punctuation();
    }

    /// <summary><c>== &amp;&amp; || =&gt;</c> begin with a sign that alone is refused; <c>===</c> stays refused.</summary>
    private bool StartsLonger(char c)
    {
        var second = position + 1 < text.Length ? text[position + 1] : '\0';
        return (c == '&' && second == '&') || (c == '|' && second == '|')
            || (c == '=' && (second == '>' || (second == '=' && !(position + 2 < text.Length && text[position + 2] == '='))));
    }

    private Diagnostic? Literal(Diagnostic? diagnostic, Token token)
    {
        if (diagnostic is not null) return diagnostic;
        Add(token);
        return null;
    }

    private Diagnostic? Word()
    {
        var end = position + 1;
        while (end < text.Length && ContinuesIdentifier(text[end])) end++;
        var span = TextSpan.Between(position, end);
        var word = text.Substring(position, span.Length);
        // After a dot C# knows `a.and`; the words that it reserves everywhere stay reserved there.
        var kind = Previous() == TokenKind.Dot ? TokenKind.Identifier : word switch
        {
            "and" => TokenKind.And,
            "or" => TokenKind.Or,
            "not" => TokenKind.Not,
            "AND" => TokenKind.AmpersandAmpersand,
            "OR" => TokenKind.BarBar,
            "NOT" => TokenKind.Bang,
            "true" => TokenKind.True,
            "false" => TokenKind.False,
            "null" => TokenKind.Null,
            "is" => TokenKind.Is,
            "new" => TokenKind.New,
            _ => TokenKind.Identifier,
        };
        if (kind == TokenKind.Identifier && IsReservedHere(word, end))
        {
            return new Diagnostic(DiagnosticCode.RefusedToken, $"the reserved word `{word}` cannot stand here", ReservedWords.HelpFor(word), Span: span);
        }
        Add(new Token(kind, span, kind == TokenKind.Identifier ? word : null));
        return null;
    }

    private bool IsReservedHere(string word, int end)
    {
        if (ReservedWords.IsKeyword(word) || (ReservedWords.IsContextual(word) && Previous() != TokenKind.Dot)) return true;
        if (!ReservedWords.IsType(word)) return false;
        while (end < text.Length && char.IsWhiteSpace(text[end])) end++;
        return Previous() == TokenKind.Dot || end == text.Length || text[end] != '.';
    }

    private Diagnostic? Punctuation()
    {
        var second = position + 1 < text.Length ? text[position + 1] : '\0';
        var (kind, length) = (text[position], second) switch
        {
            ('=', '=') => (TokenKind.EqualsEquals, 2),
            ('=', '>') => (TokenKind.Arrow, 2),
            ('!', '=') => (TokenKind.BangEquals, 2),
            ('<', '=') => (TokenKind.LessEquals, 2),
            ('>', '=') => (TokenKind.GreaterEquals, 2),
            ('&', '&') => (TokenKind.AmpersandAmpersand, 2),
            ('|', '|') => (TokenKind.BarBar, 2),
            ('?', '?') => (TokenKind.QuestionQuestion, 2),
            ('?', _) => (TokenKind.Question, 1),
            ('!', _) => (TokenKind.Bang, 1),
            ('<', _) => (TokenKind.Less, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('+', _) => (TokenKind.Plus, 1),
            ('-', _) => (TokenKind.Minus, 1),
            ('*', _) => (TokenKind.Star, 1),
            ('/', _) => (TokenKind.Slash, 1),
            ('%', _) => (TokenKind.Percent, 1),
            ('.', _) => (TokenKind.Dot, 1),
            (',', _) => (TokenKind.Comma, 1),
            (':', _) => (TokenKind.Colon, 1),
            ('(', _) => (TokenKind.OpenParenthesis, 1),
            (')', _) => (TokenKind.CloseParenthesis, 1),
            ('[', _) => (TokenKind.OpenBracket, 1),
            (']', _) => (TokenKind.CloseBracket, 1),
            ('{', _) => (TokenKind.OpenBrace, 1),
            ('}', _) => (TokenKind.CloseBrace, 1),
            _ => (TokenKind.End, 0),
        };
        var token = new Token(kind, new TextSpan(position, length));
        switch (kind)
        {
            case TokenKind.End:
                return RefuseCharacter();
            case TokenKind.OpenBracket when Previous() != TokenKind.New:
                return Refuse("the square bracket", 1, "write `list.FirstOrDefault()` to read an element, `new[] { 1, 2 }` for a list, `>= 10 and <= 20` for a range");
            case TokenKind.OpenBrace when Previous() != TokenKind.CloseBracket:
                return Refuse("the brace", 1, "write `new[] { 1, 2 }` for a list");
            case TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.OpenBrace:
                if (open.Count == LanguageLimits.NestingDepth) return TooDeep(token.Span);
                open.Push(token);
                break;
            case TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.CloseBrace:
                if (Close(token) is { } diagnostic) return diagnostic;
                break;
        }
        Add(token);
        return null;
    }

    public static Diagnostic TooDeep(TextSpan span) => new(DiagnosticCode.ExpressionTooDeep,
        $"the expression is nested more than {LanguageLimits.NestingDepth} levels deep", "give names to its parts: declare them as params", Span: span);

    private Diagnostic? Close(Token token)
    {
        if (!open.TryPop(out var opening))
        {
            return new Diagnostic(DiagnosticCode.Syntax, $"{Quoted(token.Span)} closes nothing", "delete it, or write the bracket that it closes", Span: token.Span);
        }
        var closing = Closing(opening.Kind);
        return text[token.Span.Start] == closing ? null
            : new Diagnostic(DiagnosticCode.Syntax, $"{Quoted(token.Span)} does not close {Quoted(opening.Span)}", $"write `{closing}` first", Span: token.Span);
    }

    private static char Closing(TokenKind opening) => opening switch
    {
        TokenKind.OpenParenthesis => ')',
        TokenKind.OpenBracket => ']',
        _ => '}',
    };

    private Diagnostic Refuse(string construct, int length, string help) => new(DiagnosticCode.RefusedToken,
        $"{construct} {Quoted(new TextSpan(position, length))} is not part of the language", help, Span: new TextSpan(position, length));

    private Diagnostic RefuseCharacter()
    {
        var length = char.IsSurrogatePair(text, position) ? 2 : 1;
        var category = CharUnicodeInfo.GetUnicodeCategory(text, position);
        if (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
        {
            return Refuse("the sign", length, "delete it");
        }
        var code = length == 2 ? char.ConvertToUtf32(text, position) : text[position];
        return new Diagnostic(DiagnosticCode.RefusedToken, $"the invisible character `U+{code:X4}` is not part of the language", "delete it", Span: new TextSpan(position, length));
    }

    private string Quoted(TextSpan span) => Quote.Text(text.AsSpan(span.Start, span.Length));

    private void Add(Token token)
    {
        tokens.Add(token);
        position = token.Span.End;
    }
}
