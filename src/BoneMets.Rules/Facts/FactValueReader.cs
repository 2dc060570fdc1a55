using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Facts;

/// <summary>
/// Reads JSON values into frames. Every method is given a reader at the first token of its value and leaves it at the last;
/// text that is not JSON throws <see cref="JsonException"/>, which <see cref="FactReader"/> turns into a finding.
/// </summary>
internal static class FactValueReader
{
    private const int BitsPerWord = 64;
    private const int WordsOnStack = 8;
    private const int BytesPerEscapedCharacter = 6;
    private const int DateLength = 10; // yyyy-MM-dd

    public static void ReadObject(ref Utf8JsonReader reader, FactFrame frame, FactSet target)
    {
        var problems = target.Problems;
        var schema = frame.Schema;
        var properties = schema.Ordered;
        var words = (properties.Length + BitsPerWord - 1) / BitsPerWord;
        var seen = words <= WordsOnStack ? stackalloc ulong[WordsOnStack] : new ulong[words];
        var expected = 0;
        problems.Enter();
        while (NextProperty(ref reader))
        {
            var index = !reader.ValueIsEscaped && schema.Names.Is(expected, reader.ValueSpan) ? expected : schema.Names.Find(ref reader);
            if (index < 0)
            {
                if (!SkipAbsentNull(ref reader, schema))
                {
                    problems.UnknownFact(ref reader, frame);
                    reader.Skip();
                }
                continue;
            }
            expected = index + 1;
            var property = properties[index];
            problems.At(property.Name);
            Advance(ref reader);
            var bit = 1UL << (index % BitsPerWord);
            if ((seen[index / BitsPerWord] & bit) != 0)
            {
                problems.Duplicate(frame, property);
                reader.Skip();
                continue;
            }
            seen[index / BitsPerWord] |= bit;
            if (reader.TokenType != JsonTokenType.Null) ReadValue(ref reader, frame, property, target);
        }
        problems.Leave();
    }

    /// <summary>To the next property name; false at the end of the object.</summary>
    public static bool NextProperty(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    public static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) throw new JsonException("the text ends too early");
    }

    public static void SkipWrong(ref Utf8JsonReader reader, FactFrame frame, FactProperty property, FactProblems problems)
    {
        problems.WrongType(ref reader, frame, property);
        reader.Skip();
    }

    /// <summary>A shape lacks the fields that were null when it was inferred; null is still no news.</summary>
    private static bool SkipAbsentNull(ref Utf8JsonReader reader, ObjectSchema schema)
    {
        if (!schema.IsShape) return false;
        var value = reader;
        Advance(ref value);
        if (value.TokenType != JsonTokenType.Null) return false;
        reader = value;
        return true;
    }

    private static void ReadValue(ref Utf8JsonReader reader, FactFrame frame, FactProperty property, FactSet target)
    {
        var problems = target.Problems;
        switch (property.Kind, reader.TokenType)
        {
            case (FactKind.Number or FactKind.Integer, JsonTokenType.Number):
                FactQuantity.ReadPlain(ref reader, frame, property, problems);
                break;
            case (FactKind.Number or FactKind.Integer, JsonTokenType.StartObject) when property.UnitNames is not null:
                FactQuantity.ReadWithUnit(ref reader, frame, property, problems);
                break;
            case (FactKind.Boolean, JsonTokenType.True):
                frame.SetBoolean(property, true);
                break;
            case (FactKind.Boolean, JsonTokenType.False):
                frame.SetBoolean(property, false);
                break;
            case (FactKind.Enumeration, JsonTokenType.String):
                var word = property.Words!.Find(ref reader);
                if (word >= 0) frame.Codes[property.Slot] = word;
                else problems.NotListed(ref reader, frame, property);
                break;
            case (FactKind.Date, JsonTokenType.String):
                ReadDate(ref reader, frame, property, problems);
                break;
            case (FactKind.Text, JsonTokenType.String):
                ReadText(ref reader, frame, property, target);
                break;
            case (FactKind.Object, JsonTokenType.StartObject):
                ReadObject(ref reader, frame.ObjectAt(property), target);
                break;
            case (FactKind.List, JsonTokenType.StartArray):
                ReadList(ref reader, frame, property, target);
                break;
            default:
                SkipWrong(ref reader, frame, property, problems);
                break;
        }
    }

    private static void ReadText(ref Utf8JsonReader reader, FactFrame frame, FactProperty property, FactSet target)
    {
        if (reader.ValueSpan.Length > LanguageLimits.TextLength * BytesPerEscapedCharacter)
        {
            target.Problems.TextTooLong(frame, property);
            return;
        }
        try
        {
            var text = target.Texts.Get(ref reader);
            if (text.Length > LanguageLimits.TextLength) target.Problems.TextTooLong(frame, property);
            else frame.SetText(property, text);
        }
        catch (InvalidOperationException) // how the reader says that the bytes are no text
        {
            target.Problems.TextBroken(frame, property);
        }
    }

    private static void ReadDate(ref Utf8JsonReader reader, FactFrame frame, FactProperty property, FactProblems problems)
    {
        Span<byte> unescaped = stackalloc byte[DateLength * BytesPerEscapedCharacter];
        var isEscaped = reader.ValueIsEscaped && reader.ValueSpan.Length <= unescaped.Length;
        var isWellFormed = isEscaped
            ? DateParts(unescaped[..Unescape(ref reader, unescaped)], out var year, out var month, out var day)
            : DateParts(reader.ValueSpan, out year, out month, out day);
        if (!isWellFormed || year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            problems.NoDate(ref reader, frame, property, isWellFormed);
            return;
        }
        var date = new DateOnly(year, month, day);
        if (date < property.Earliest || date > property.Latest)
            problems.Add(DiagnosticCode.FactOutOfRange, $"`{FactProblems.Name(frame, property)}` is `{date:yyyy-MM-dd}`, {(date < property.Earliest ? $"before {property.Earliest:yyyy-MM-dd}" : $"after {property.Latest:yyyy-MM-dd}")}");
        else
            frame.SetDate(property, date);
    }

    private static int Unescape(ref Utf8JsonReader reader, scoped Span<byte> buffer)
    {
        try
        {
            return reader.CopyString(buffer);
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private static bool DateParts(scoped ReadOnlySpan<byte> text, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        return text.Length == DateLength && text[4] == '-' && text[7] == '-'
            && Digits(text[..4], out year) && Digits(text[5..7], out month) && Digits(text[8..], out day);
    }

    private static bool Digits(scoped ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit((char)c)) return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }

    private static void ReadList(ref Utf8JsonReader reader, FactFrame frame, FactProperty property, FactSet target)
    {
        var problems = target.Problems;
        var list = frame.ListAt(property);
        problems.Enter();
        while (true)
        {
            Advance(ref reader);
            if (reader.TokenType == JsonTokenType.EndArray) break;
            if (list.Items.Count == LanguageLimits.ListLength)
            {
                problems.Leave();
                problems.ListTooLong(frame, property);
                SkipRest(ref reader);
                return;
            }
            problems.At(list.Items.Count);
            var element = list.Add();
            if (reader.TokenType == JsonTokenType.Null) continue;
            if (element.Schema.IsScalarElement && element.Schema.Ordered is [var value]) ReadValue(ref reader, element, value, target);
            else if (reader.TokenType == JsonTokenType.StartObject && !element.Schema.IsScalarElement) ReadObject(ref reader, element, target);
            else SkipNoObject(ref reader, element, problems);
        }
        problems.Leave();
    }

    private static void SkipNoObject(ref Utf8JsonReader reader, FactFrame element, FactProblems problems)
    {
        problems.NoObject(ref reader, element);
        reader.Skip();
    }

    /// <summary>Past the end of the list whose element the reader stands at.</summary>
    private static void SkipRest(ref Utf8JsonReader reader)
    {
        for (; reader.TokenType != JsonTokenType.EndArray; Advance(ref reader)) reader.Skip();
    }
}
