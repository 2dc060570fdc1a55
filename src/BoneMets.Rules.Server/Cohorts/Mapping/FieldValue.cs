using System.Globalization;
using System.Text.Json;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Server.Cohorts.Mapping;

/// <summary>
/// Writes the text of a field as the JSON that its fact takes. A text that is nothing of the kind is written as a text: the reading of facts,
/// which is the one place that knows what a fact may be, refuses it and says why.
/// </summary>
internal static class FieldValue
{
    public static void Write(Utf8JsonWriter writer, string text, FactProperty fact, MappedColumn column, bool hasDecimalComma)
    {
        switch (fact.Type)
        {
            case NumberType when column.Unit is { } unit:
                writer.WriteStartObject();
                writer.WritePropertyName("value"u8);
                WriteNumber(writer, text, hasDecimalComma);
                writer.WriteString("unit"u8, unit);
                writer.WriteEndObject();
                break;
            case NumberType:
                WriteNumber(writer, text, hasDecimalComma);
                break;
            case BooleanType when text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("false", StringComparison.OrdinalIgnoreCase):
                writer.WriteBooleanValue(text.Length == "true".Length);
                break;
            case DateType when column.Date is { } format && DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateType when column.Date is not null and not "yyyy-MM-dd":
                writer.WriteStringValue($"{text} ({column.Date})"); // so that 2026-01-31 in a column of another format is no date by accident
                break;
            default:
                writer.WriteStringValue(text);
                break;
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string text, bool hasDecimalComma)
    {
        var number = hasDecimalComma && !text.Contains('.', StringComparison.Ordinal) ? text.Replace(',', '.') : text;
        if ((!hasDecimalComma || !text.Contains('.', StringComparison.Ordinal)) && IsNumber(number)) writer.WriteRawValue(number, skipInputValidation: true);
        else writer.WriteStringValue(text);
    }

    /// <summary>As JSON writes numbers: no sign before positive ones, no zeros in front, no marks between thousands.</summary>
    private static bool IsNumber(string text)
    {
        var at = 0;
        if (at < text.Length && text[at] == '-') at++;
        if (!Digits(out var first) || (first > 1 && text[at - first] == '0')) return false;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (!Digits(out _)) return false;
        }
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-') at++;
            if (!Digits(out _)) return false;
        }
        return at == text.Length;

        bool Digits(out int count)
        {
            var begin = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            count = at - begin;
            return count > 0;
        }
    }
}
