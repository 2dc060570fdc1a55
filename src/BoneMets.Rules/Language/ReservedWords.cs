using System.Collections.Frozen;

namespace BoneMets.Rules.Language;

/// <summary>Words that cannot be names: an expression must stay readable as C#, and our own operators keep their words.</summary>
internal static class ReservedWords
{
    private static readonly FrozenSet<string> Operators = FrozenSet.Create(StringComparer.Ordinal, "and", "or", "not", "AND", "OR", "NOT");

    /// <summary>Types that C# spells as keywords; they may stand before a dot (<c>int.Parse(x)</c>) and nowhere else.</summary>
    private static readonly FrozenSet<string> Types = FrozenSet.Create(StringComparer.Ordinal,
        "bool", "byte", "char", "decimal", "double", "float", "int", "long", "object", "sbyte", "short", "string", "uint", "ulong", "ushort");

    /// <summary>Words that C# takes for more than a name in some places, though not after a dot.</summary>
    private static readonly FrozenSet<string> Contextual = FrozenSet.Create(StringComparer.Ordinal, "await", "from", "var");

    private static readonly FrozenSet<string> Keywords = FrozenSet.Create(StringComparer.Ordinal,
        "abstract", "as", "base", "break", "case", "catch", "checked", "class", "const", "continue", "default", "delegate", "do", "else",
        "enum", "event", "explicit", "extern", "false", "finally", "fixed", "for", "foreach", "goto", "if", "implicit", "in", "interface",
        "internal", "is", "lock", "namespace", "new", "null", "operator", "out", "override", "params", "private", "protected", "public",
        "readonly", "ref", "return", "sealed", "sizeof", "stackalloc", "static", "struct", "switch", "this", "throw", "true", "try",
        "typeof", "unchecked", "unsafe", "using", "virtual", "void", "volatile", "while");

    /// <summary>True when a document may not give this name to anything that expressions read.</summary>
    public static bool Contains(string word) => Keywords.Contains(word) || Types.Contains(word) || Operators.Contains(word) || Contextual.Contains(word);

    public static bool IsKeyword(string word) => Keywords.Contains(word);

    public static bool IsContextual(string word) => Contextual.Contains(word);

    public static bool IsType(string word) => Types.Contains(word);

    /// <summary>What an author who wrote this keyword probably meant.</summary>
    public static string HelpFor(string keyword) => keyword switch
    {
        "in" => "write `x is \"a\" or \"b\"`, or `list.Contains(x)`",
        "if" or "else" or "switch" or "case" => "write `condition ? value : otherValue`",
        "as" or "typeof" or "sizeof" => "types are known from the schema: leave it out",
        "this" or "base" => "write the name of the input",
        _ when IsType(keyword) => "types are known from the schema: leave it out, or convert a text with a function such as `decimal.Parse(x)`",
        _ => "use another name",
    };
}
