using System.Globalization;
using System.Numerics;
using System.Text;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Language;

/// <summary>Reads one number or one text at a place of an expression.</summary>
internal static class LiteralScanner
{
    /// <summary>No exponent of more digits can matter for a number that a decimal holds.</summary>
    private const int LongestExponent = 6;
    private static readonly BigInteger LargestMantissa = (BigInteger.One << 96) - 1;

    /// <summary>Reads <c>12</c>, <c>2.6</c>, <c>.5</c>, <c>1e3</c> and the C# suffixes; the value is exact or the number is refused.</summary>
    public static Diagnostic? Number(string text, int start, out Token token)
    {
        token = default;
        var end = Digits(text, start);
        var isInteger = true;
        if (At(text, end) == '.' && char.IsAsciiDigit(At(text, end + 1)))
        {
            isInteger = false;
            end = Digits(text, end + 1);
        }
        var mantissa = text.AsSpan(start, end - start);
        var exponent = ReadOnlySpan<char>.Empty;
        if (At(text, end) is 'e' or 'E')
        {
            var digits = At(text, end + 1) is '+' or '-' ? end + 2 : end + 1;
            if (char.IsAsciiDigit(At(text, digits)))
            {
                isInteger = false;
                var after = Digits(text, digits);
                exponent = text.AsSpan(end + 1, after - end - 1);
                end = after;
            }
        }
        if (At(text, end) is 'm' or 'M' or 'd' or 'D' or 'f' or 'F')
        {
            isInteger = false;
            end++;
        }
        else if (isInteger && At(text, end) == 'L')
        {
            end++;
        }
        if (Tokenizer.ContinuesIdentifier(At(text, end))) return RunsIntoName(text, start, end);

        var span = TextSpan.Between(start, end);
        if (Exact(mantissa, exponent) is not { } value)
        {
            return new Diagnostic(DiagnosticCode.NumberOutOfRange, $"the number {Quote.Text(text.AsSpan(start, end - start))} cannot be held exactly",
                "at most 28 digits are exact: write fewer", Span: span);
        }
        token = new Token(TokenKind.Number, span, value, isInteger);
        return null;
    }

    /// <summary>Reads <c>"…"</c> with the escapes <c>\" \\ \/ \n \r \t \uXXXX</c>.</summary>
    public static Diagnostic? Text(string text, int start, out Token token)
    {
        token = default;
        StringBuilder content = new();
        var i = start + 1;
        while (At(text, i) != '"' || i >= text.Length)
        {
            if (i >= text.Length || text[i] is '\r' or '\n' or '\u0085' or '\u2028' or '\u2029')
            {
                var help = i >= text.Length ? "write `\"` at its end" : "write `\"` at its end; a line break inside a text is written `\\n`";
                return new Diagnostic(DiagnosticCode.Syntax, "the text is not closed", help, Span: TextSpan.Between(start, i));
            }
            if (text[i] != '\\')
            {
                content.Append(text[i++]);
                continue;
            }
            var length = Escape(text, i, out var character);
            if (length == 0)
            {
                var escape = TextSpan.Between(i, Math.Min(i + 2, text.Length));
                return new Diagnostic(DiagnosticCode.RefusedToken,
                    $"the escape {Quote.Text(text.AsSpan(escape.Start, escape.Length))} is not part of the language",
                    "write `\\\\` for a backslash; `\\\"`, `\\n`, `\\r`, `\\t` and `\\u0041` are the other escapes", Span: escape);
            }
            content.Append(character);
            i += length;
        }
        var span = TextSpan.Between(start, i + 1);
        var value = content.ToString();
        if (HasLoneSurrogate(value))
        {
            return new Diagnostic(DiagnosticCode.Syntax, "the text contains half a character", "write both `\\u` escapes of the pair, or neither", Span: span);
        }
        token = new Token(TokenKind.Text, span, value);
        return null;
    }

    private static Diagnostic RunsIntoName(string text, int start, int end)
    {
        while (Tokenizer.ContinuesIdentifier(At(text, end))) end++;
        return new Diagnostic(DiagnosticCode.Syntax, $"{Quote.Text(text.AsSpan(start, end - start))} is neither a number nor a name",
            "write numbers in digits, without unit or separator; names begin with a letter", Span: TextSpan.Between(start, end));
    }

    private static decimal? Exact(ReadOnlySpan<char> mantissa, ReadOnlySpan<char> exponent)
    {
        StringBuilder digits = new();
        var scale = 0;
        var afterPoint = false;
        foreach (var c in mantissa)
        {
            if (c == '.')
            {
                afterPoint = true;
                continue;
            }
            if (afterPoint) scale++;
            if (c != '0' || digits.Length > 0) digits.Append(c);
        }
        while (digits.Length > 0 && digits[^1] == '0')
        {
            digits.Length--;
            scale--;
        }
        if (digits.Length == 0) return 0m;
        if (digits.Length > 29) return null;

        var negative = exponent.StartsWith("-", StringComparison.Ordinal);
        var power = exponent.TrimStart("+-").TrimStart('0');
        if (power.Length > LongestExponent) return null;
        var shift = power.Length == 0 ? 0 : int.Parse(power, NumberStyles.None, CultureInfo.InvariantCulture);
        scale -= negative ? -shift : shift;
        if (scale is > 28 or < -28) return null;

        var value = BigInteger.Parse(digits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture);
        if (scale < 0) value *= BigInteger.Pow(10, -scale);
        if (value > LargestMantissa) return null;
        var bits = (UInt128)value;
        return new decimal(unchecked((int)(uint)(bits & uint.MaxValue)), unchecked((int)(uint)((bits >> 32) & uint.MaxValue)),
            unchecked((int)(uint)(bits >> 64)), isNegative: false, (byte)Math.Max(scale, 0));
    }

    private static int Escape(string text, int i, out char character)
    {
        character = At(text, i + 1) switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (character != '\0') return 2;
        if (At(text, i + 1) != 'u' || i + 6 > text.Length) return 0;
        var hex = text.AsSpan(i + 2, 4);
        foreach (var c in hex)
        {
            if (!char.IsAsciiHexDigit(c)) return 0;
        }
        character = (char)int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return 6;
    }

    private static bool HasLoneSurrogate(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i])) continue;
            if (!char.IsHighSurrogate(value[i]) || !char.IsLowSurrogate(At(value, i + 1))) return true;
            i++;
        }
        return false;
    }

    private static int Digits(string text, int i)
    {
        while (char.IsAsciiDigit(At(text, i))) i++;
        return i;
    }

    private static char At(string text, int i) => i < text.Length ? text[i] : '\0';
}
