using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Language;

/// <summary>
/// Reads the rule language: a subset of C# expressions and patterns, with the precedence of C#. Every text gives a tree or one
/// diagnostic, in time and stack that the limits bound; no text throws.
/// </summary>
public static class ExpressionParser
{
    public static ParseResult<Syntax> ParseExpression(string text) => Parse(text, parser => parser.WholeExpression());

    /// <summary>Reads the pattern of a table cell or a score band: what may stand after <c>is</c>.</summary>
    public static ParseResult<PatternSyntax> ParsePattern(string text) => Parse(text, parser => parser.WholePattern());

    private static ParseResult<T> Parse<T>(string text, Func<Parser, T> read) where T : Syntax
    {
        ArgumentNullException.ThrowIfNull(text);
        var (tokens, refused) = Tokenizer.Scan(text);
        if (tokens is null) return new ParseResult<T>(null, [refused!]);
        var parser = new Parser(text, tokens);
        var root = read(parser);
        var diagnostic = parser.Diagnostic ?? SyntaxDepth.Check(root, parser.NodeCount);
        return diagnostic is null ? new ParseResult<T>(root, []) : new ParseResult<T>(null, [diagnostic]);
    }
}
