using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Authoring;

/// <summary>What can be written at a place of an expression or of a pattern (a table cell, a score band), however unfinished the text is.</summary>
public static class Completions
{
    private static readonly CompletionItem[] Operators =
    [
        new("&&", "&& ", NameKind.Operator, "and", "both hold"), new("||", "|| ", NameKind.Operator, "or", "one of them holds, or both"),
        new("==", "== ", NameKind.Operator, "equals"), new("!=", "!= ", NameKind.Operator, "differs from"),
        new("<", "< ", NameKind.Operator, "below"), new("<=", "<= ", NameKind.Operator, "at most"),
        new(">", "> ", NameKind.Operator, "above"), new(">=", ">= ", NameKind.Operator, "at least"),
        new("is", "is ", NameKind.Operator, "matches a pattern", "x is >= 30 and < 40, x is \"lytic\" or \"mixed\", x is not null"),
        new("??", "?? ", NameKind.Operator, "or, when it is not known", "the value on the right where the left one is not known"),
        new("+", "+ ", NameKind.Operator, "plus"), new("-", "- ", NameKind.Operator, "minus"), new("*", "* ", NameKind.Operator, "times"), new("/", "/ ", NameKind.Operator, "divided by"),
    ];

    private static readonly CompletionItem[] PatternWords =
    [
        new("not", "not ", NameKind.Keyword, "everything but"), new("null", "null", NameKind.Keyword, "not known"),
        new("< …", "< ", NameKind.Operator, "below"), new("<= …", "<= ", NameKind.Operator, "at most"), new("> …", "> ", NameKind.Operator, "above"), new(">= …", ">= ", NameKind.Operator, "at least"),
    ];

    private static readonly CompletionItem[] PatternJoins = [new("and", "and ", NameKind.Keyword, "both"), new("or", "or ", NameKind.Keyword, "one of them")];

    /// <summary>In an expression.</summary>
    public static CompletionList InExpression(AuthoringContext context, string text, int offset)
    {
        var place = UnfinishedText.At(text, offset);
        var inside = Inside(context, place);
        return List(place, offset, place.Kind() switch
        {
            TokenKind.Dot => place.OperandEndingAt(2) is { } owner ? NameCompletions.Members(inside, owner) : [],
            TokenKind.EqualsEquals or TokenKind.BangEquals => [.. Values(TypeOf(inside, place.OperandEndingAt(2))), .. place.IsInText ? [] : NameCompletions.All(inside)],
            TokenKind.Is or TokenKind.Not => PatternPart(TypeOf(inside, place.OperandOfIs()), place),
            TokenKind.And or TokenKind.Or => PatternPart(TypeOf(inside, place.OperandOfIs()), place),
            _ when place.IsInText => NameCompletions.Texts(inside, place),
            TokenKind.Identifier or TokenKind.Number or TokenKind.Text or TokenKind.CloseParenthesis or TokenKind.True or TokenKind.False or TokenKind.Null =>
                [.. place.OperandOfIs() is null ? [] : PatternJoins, .. Operators],
            _ => NameCompletions.All(inside),
        });
    }

    /// <summary>In a cell or band over a column of this expression.</summary>
    public static CompletionList InPattern(AuthoringContext context, string column, string text, int offset)
    {
        var place = UnfinishedText.At(text, offset);
        return List(place, offset, place.Kind() switch
        {
            TokenKind.Text or TokenKind.Number or TokenKind.Null or TokenKind.True or TokenKind.False or TokenKind.CloseParenthesis => PatternJoins,
            _ => [.. PatternPart(TypeOf(context, column), place), .. place.Count == 0 && !place.IsInText ? [new CompletionItem("_", "_", NameKind.Keyword, "anything, known or not")] : Array.Empty<CompletionItem>()],
        });
    }

    private static CompletionList List(UnfinishedText place, int offset, IReadOnlyList<CompletionItem> items) => new(place.WordStart, offset - place.WordStart, items);

    private static IReadOnlyList<CompletionItem> PatternPart(FactType? type, UnfinishedText place) =>
        [.. Values(type), .. place.IsInText ? [] : type is EnumType or BooleanType or TextType ? PatternWords[..2] : PatternWords];

    /// <summary>The values of a type that has few.</summary>
    private static IEnumerable<CompletionItem> Values(FactType? type) => type switch
    {
        EnumType words => words.Values.Select(v => new CompletionItem(v, CanonicalJson.Quote(v), NameKind.Value, Decisions.ReadableWord.Of(v))),
        BooleanType => [new CompletionItem("true", "true", NameKind.Value), new CompletionItem("false", "false", NameKind.Value)],
        _ => [],
    };

    private static FactType? TypeOf(AuthoringContext context, string? expression) => expression is null ? null : context.Bind(expression).Node?.Type;

    /// <summary>With the variables of the lambdas around the place.</summary>
    internal static AuthoringContext Inside(AuthoringContext context, UnfinishedText place)
    {
        var inside = context;
        foreach (var (variable, list) in place.Lambdas())
            if (inside.Bind(list).Node is { Type: ListType of }) inside = inside.Within([(variable, of.Element)]);
        return inside;
    }
}
