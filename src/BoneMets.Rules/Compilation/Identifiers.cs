using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace BoneMets.Rules.Compilation;

/// <summary>Names of the generated file, near to the author's, each used once; and the author's text as a comment.</summary>
internal sealed class Identifiers
{
    private const int CommentLength = 160;

    /// <summary>What the generated file names itself.</summary>
    private readonly HashSet<string> used = new(StringComparer.Ordinal)
    {
        "s", "met", "notMet", "unsure", "inputs", "absent", "asOf", "steps", "TakeSteps", "Values", "Decision", "Decide", "MonthsBetween", "FactFrame", "FactList",
        "Bits", "UInt128", "NoRow", "noticed", "notices", "missing", "cells", "asOf_missing", "OutputCell",
        "BitOperations", "CollectionsMarshal", "DateOnly", "Math", "MidpointRounding", "ReadOnlySpan", "Span", "StringComparison",
    };

    /// <summary>The next number to try for a name.</summary>
    private readonly Dictionary<string, int> counted = new(StringComparer.Ordinal);

    public string Unique(string wanted)
    {
        var name = Clean(wanted);
        if (used.Add(name)) return name;
        // Some names are wanted once per rule: counting from 2 each time would take time by the square of the rules.
        for (var i = counted.GetValueOrDefault(name, 2); ; i++)
        {
            var next = $"{name}_{i.ToString(CultureInfo.InvariantCulture)}";
            if (!used.Add(next)) continue;
            counted[name] = i + 1;
            return next;
        }
    }

    /// <summary>The words of generated code that may be names.</summary>
    public static IEnumerable<string> In(string code)
    {
        for (var end = 0; end < code.Length;)
        {
            var start = end;
            while (end < code.Length && (char.IsAsciiLetterOrDigit(code[end]) || code[end] == '_')) end++;
            if (end > start) yield return code[start..end];
            else end++;
        }
    }

    /// <summary>One line without anything that could end a comment.</summary>
    public static string Comment(string text)
    {
        var builder = new StringBuilder(Math.Min(text.Length, CommentLength));
        var blank = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (builder.Length >= CommentLength) return builder.Append(" …").ToString();
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate)
            {
                if (!blank) builder.Append(' ');
                blank = true;
                continue;
            }
            builder.Append(rune.ToString());
            blank = false;
        }
        return builder.Replace("*/", "* /").ToString().TrimEnd();
    }

    private static string Clean(string wanted)
    {
        var builder = new StringBuilder(wanted.Length);
        foreach (var c in wanted)
        {
            if (builder.Length >= 60) break;
            builder.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        }
        if (builder.Length == 0 || char.IsAsciiDigit(builder[0])) builder.Insert(0, '_');
        var name = builder.ToString();
        if (char.IsAsciiDigit(name[^1]) && name.TrimEnd("0123456789".ToCharArray()) is "met" or "notMet" or "Part") name += "_";
        return SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? name + "_" : name;
    }
}
