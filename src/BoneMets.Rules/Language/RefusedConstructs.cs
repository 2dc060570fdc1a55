namespace BoneMets.Rules.Language;

/// <summary>What stands in C#, in other languages or in word processors but not in ours: the name of each construct and what to write instead.</summary>
internal static class RefusedConstructs
{
    /// <summary>Longest first among those that begin alike; the first that fits the text is reported.</summary>
    private static readonly (string Text, string Construct, string Help)[] Table =
    [
        ("$@\"", "the interpolated text", PlainText), ("@$\"", "the interpolated text", PlainText), ("$\"", "the interpolated text", PlainText),
        ("$", "the sign", "delete it"),
        ("@\"", "the verbatim text", PlainText),
        ("@", "the sign", "write the name without it"),
        ("\"\"\"", "the raw text", PlainText),
        ("'", "the single quote", "write texts in double quotes: `\"…\"`"),
        ("`", "the back quote", "write texts in double quotes: `\"…\"`"),
        ("??=", "the assignment", "write `??` or `==`"),
        ("?.", "the conditional access", "write `.`: a member of something unknown is unknown"),
        ("?[", "the conditional access", "write `FirstOrDefault()` to read one element of a list"),
        ("===", "the operator", "write `==`"), ("!==", "the operator", "write `!=`"),
        ("=<", "the operator", "write `<=`"), ("<>", "the operator", "write `!=`"),
        (">>>=", "the assignment", NoAssignment), (">>=", "the assignment", NoAssignment), ("<<=", "the assignment", NoAssignment),
        (">>>", "the shift operator", NoBits), (">>", "the shift operator", NoBits), ("<<", "the shift operator", NoBits),
        ("++", "the operator", "write `+ 1`, or a space between two signs"), ("--", "the operator", "write `- 1`, or a space between two signs"),
        ("+=", "the assignment", NoAssignment), ("-=", "the assignment", NoAssignment), ("*=", "the assignment", NoAssignment),
        ("/=", "the assignment", NoAssignment), ("%=", "the assignment", NoAssignment), ("&=", "the assignment", NoAssignment),
        ("|=", "the assignment", NoAssignment), ("^=", "the assignment", NoAssignment),
        ("**", "the operator", "write `Pow(x, y)`"),
        ("//", "the comment", "put it into the description of the rule"), ("/*", "the comment", "put it into the description of the rule"),
        ("->", "the operator", "write `.` for a member"), ("::", "the operator", "write `.` for a member"),
        ("..", "the range", "write `x is >= 10 and <= 20`"),
        ("=", "the assignment", "write `==` to compare"),
        ("&", "the bit operator", "write `&&`"), ("|", "the bit operator", "write `||`"),
        ("^", "the bit operator", "write `!=` for either-or, or `Pow(x, y)` for a power"), ("~", "the bit operator", "write `!`"),
        (";", "the sign", "an expression has no statements: delete it"),
        ("#", "the sign", "delete it"), ("\\", "the backslash", "it stands only inside a text"),
        ("“", "the curly quote", "write straight double quotes: `\"…\"`"), ("”", "the curly quote", "write straight double quotes: `\"…\"`"),
        ("„", "the curly quote", "write straight double quotes: `\"…\"`"), ("‟", "the curly quote", "write straight double quotes: `\"…\"`"),
        ("«", "the quote", "write straight double quotes: `\"…\"`"), ("»", "the quote", "write straight double quotes: `\"…\"`"),
        ("‘", "the curly quote", "write straight double quotes: `\"…\"`"), ("’", "the curly quote", "write straight double quotes: `\"…\"`"),
        ("≤", "the sign", "write `<=`"), ("≥", "the sign", "write `>=`"), ("≠", "the sign", "write `!=`"), ("¬", "the sign", "write `!`"),
        ("∧", "the sign", "write `&&`"), ("∨", "the sign", "write `||`"),
        ("×", "the sign", "write `*`"), ("·", "the sign", "write `*`"), ("÷", "the sign", "write `/`"),
        ("−", "the long minus", "write `-`"), ("–", "the dash", "write `-`"), ("—", "the dash", "write `-`"),
        ("…", "the sign", "write the expression in full"),
    ];

    private const string PlainText = "write a plain text: `\"…\"`";
    private const string NoAssignment = "an expression changes nothing: write `==` to compare";
    private const string NoBits = "there are no bit operators: compare numbers with `<` or `>`";

    public static (string Text, string Construct, string Help)? At(string text, int position)
    {
        foreach (var entry in Table)
        {
            if (string.CompareOrdinal(text, position, entry.Text, 0, entry.Text.Length) != 0) continue;
            // `a ?.5 : 1` is a conditional with a number, in C# too.
            if (entry.Text == "?." && position + 2 < text.Length && char.IsAsciiDigit(text[position + 2])) continue;
            return entry;
        }
        return null;
    }
}
