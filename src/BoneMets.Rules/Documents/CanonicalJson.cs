using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace BoneMets.Rules.Documents;

/// <summary>
/// The one spelling of a document's content: keys sorted ordinally, no blanks or comments, numbers as decimal text, texts with as few
/// escapes as JSON allows. The root's <c>$schema</c> is left out: where a schema file lies is not content.
/// </summary>
public static class CanonicalJson
{
    /// <summary>A number that would be longer written out keeps an exponent; no exact decimal is that long.</summary>
    private const int LongestNumber = 1_000;

    public static byte[] Of(JsonTextNode node)
    {
        var output = new StringBuilder();
        Write(node, output, isRoot: true);
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    /// <summary>A JSON number without exponent, needless zeros or sign of zero: <c>2.50</c>, <c>25e-1</c> and <c>2.5</c> are the same.</summary>
    public static string Number(string raw)
    {
        var negative = raw.StartsWith('-');
        var mantissa = raw.AsSpan(negative ? 1 : 0);
        var exponent = BigInteger.Zero;
        var e = mantissa.IndexOfAny('e', 'E');
        if (e >= 0)
        {
            exponent = BigInteger.Parse(mantissa[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            mantissa = mantissa[..e];
        }
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;
        var significant = digits.TrimEnd('0');
        exponent += digits.Length - significant.Length;
        significant = significant.TrimStart('0');
        if (significant.Length == 0) return "0";
        var sign = negative ? "-" : "";
        var length = BigInteger.Abs(exponent) + significant.Length;
        if (length > LongestNumber) return $"{sign}{significant}e{exponent}";
        var shift = (int)exponent;
        if (shift >= 0) return sign + significant + new string('0', shift);
        var whole = significant.Length + shift;
        return whole > 0 ? $"{sign}{significant[..whole]}.{significant[whole..]}" : $"{sign}0.{new string('0', -whole)}{significant}";
    }

    /// <summary>The text in double quotes.</summary>
    public static string Quote(string text)
    {
        var output = new StringBuilder(text.Length + 2);
        Write(text, output);
        return output.ToString();
    }

    private static void Write(JsonTextNode node, StringBuilder output, bool isRoot = false)
    {
        switch (node.Kind)
        {
            case JsonTextKind.Object:
                output.Append('{');
                var first = true;
                foreach (var property in node.Properties.OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    if (isRoot && property.Name == "$schema") continue;
                    if (!first) output.Append(',');
                    first = false;
                    Write(property.Name, output);
                    output.Append(':');
                    Write(property.Value, output);
                }
                output.Append('}');
                break;
            case JsonTextKind.Array:
                output.Append('[');
                for (var i = 0; i < node.Items.Count; i++)
                {
                    if (i > 0) output.Append(',');
                    Write(node.Items[i], output);
                }
                output.Append(']');
                break;
            case JsonTextKind.String:
                Write(node.Text!, output);
                break;
            case JsonTextKind.Number:
                output.Append(Number(node.Raw));
                break;
            default:
                output.Append(node.Raw);
                break;
        }
    }

    private static void Write(string text, StringBuilder output)
    {
        output.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => output.Append("\\\""),
                '\\' => output.Append("\\\\"),
                '\b' => output.Append("\\b"),
                '\f' => output.Append("\\f"),
                '\n' => output.Append("\\n"),
                '\r' => output.Append("\\r"),
                '\t' => output.Append("\\t"),
                < ' ' => output.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => output.Append(c),
            };
        }
        output.Append('"');
    }
}

/// <summary>The address of a document: equal for equal content, however it is laid out.</summary>
public static class ContentHash
{
    /// <summary><c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
    public static string Of(JsonTextNode node) => Of(CanonicalJson.Of(node));

    public static string Of(ReadOnlySpan<byte> canonical) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(canonical));
}
