using System.Text;
using System.Text.Json;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Facts;

/// <summary>Numbers of facts: plain in the canonical unit, or <c>{"value": 2.6, "unit": "mmol/L"}</c>; converted exactly, then held against the plausible range.</summary>
internal static class FactQuantity
{
    private const int Canonical = 0;
    private const int ValueKey = 0;
    private const int UnitKey = 1;
    private static readonly Utf8Names Keys = new(["value", "unit"]);

    /// <summary>The reader stands at a number in the canonical unit.</summary>
    public static void ReadPlain(ref Utf8JsonReader reader, FactFrame frame, FactProperty property, FactProblems problems) =>
        Store(frame, property, reader.ValueSpan, Canonical, problems);

    /// <summary>The reader stands at the start of the object; it ends at its end.</summary>
    public static void ReadWithUnit(ref Utf8JsonReader reader, FactFrame frame, FactProperty property, FactProblems problems)
    {
        ReadOnlySpan<byte> number = default;
        bool hasValue = false, hasUnit = false, isNull = false;
        var unit = Canonical;
        var before = problems.Count;
        problems.Enter();
        while (FactValueReader.NextProperty(ref reader))
        {
            var key = Keys.Find(ref reader);
            if (key == ValueKey)
            {
                problems.At("value");
                if (hasValue) problems.Duplicate(frame, property);
                hasValue = true;
                FactValueReader.Advance(ref reader);
                if (reader.TokenType == JsonTokenType.Number) number = reader.ValueSpan;
                else if (reader.TokenType == JsonTokenType.Null) isNull = true;
                else FactValueReader.SkipWrong(ref reader, frame, property, problems);
            }
            else if (key == UnitKey)
            {
                problems.At("unit");
                if (hasUnit) problems.Duplicate(frame, property);
                hasUnit = true;
                FactValueReader.Advance(ref reader);
                if (reader.TokenType == JsonTokenType.String) unit = Unit(ref reader, frame, property, problems);
                else NoUnit(ref reader, frame, property, problems);
            }
            else
            {
                Unknown(ref reader, frame, property, problems);
            }
        }
        problems.Leave();
        if (problems.Count > before) return;
        if (!hasValue || (!hasUnit && !isNull))
            problems.Add(DiagnosticCode.WrongFactType, $"`{FactProblems.Name(frame, property)}` lacks `{(hasValue ? "unit" : "value")}`", "for example " + Example(property));
        else if (!isNull)
            Store(frame, property, number, unit, problems);
    }

    private static string Example(FactProperty property) => $$"""`{"value": 1.5, "unit": "{{property.Unit}}"}`""";

    private static int Unit(ref Utf8JsonReader reader, FactFrame frame, FactProperty property, FactProblems problems)
    {
        var unit = property.UnitNames!.Find(ref reader);
        if (unit < 0 && problems.Words(frame))
        {
            problems.Add(DiagnosticCode.FactUnitUnknown, $"`{FactProblems.Name(frame, property)}` is not given in {FactProblems.Quote(FactProblems.TextOf(ref reader))}",
                "accepted: " + string.Join(", ", property.Units.Select(u => $"`{u.Unit}`")));
        }
        return unit;
    }

    private static void NoUnit(ref Utf8JsonReader reader, FactFrame frame, FactProperty property, FactProblems problems)
    {
        if (problems.Words(frame))
            problems.Add(DiagnosticCode.WrongFactType, $"the unit of `{FactProblems.Name(frame, property)}` is a text, not {FactProblems.Sent(ref reader)}", "for example " + Example(property));
        reader.Skip();
    }

    private static void Unknown(ref Utf8JsonReader reader, FactFrame frame, FactProperty property, FactProblems problems)
    {
        if (problems.Words(frame))
        {
            problems.At(FactProblems.TextOf(ref reader));
            problems.Add(DiagnosticCode.UnknownFact, $"`{FactProblems.Name(frame, property)}` takes only `value` and `unit`");
        }
        reader.Skip();
    }

    private static void Store(FactFrame frame, FactProperty property, ReadOnlySpan<byte> number, int unit, FactProblems problems)
    {
        var problem = ExactNumber.Parse(number, out var exact, out var nearest);
        if (problem != NumberProblem.None)
        {
            problems.Number(frame, property, number, problem);
            return;
        }
        if (unit != Canonical)
        {
            if (Convert(exact, property.Units[unit].Conversion) is not { } converted)
            {
                problems.Number(frame, property, number, NumberProblem.TooLarge);
                return;
            }
            exact = converted;
            nearest = ExactNumber.ToDouble(exact);
        }
        if (property.Kind == FactKind.Integer && exact.Scale > 0 && exact != decimal.Truncate(exact))
        {
            if (problems.Words(frame)) problems.Add(DiagnosticCode.WrongFactType, $"`{FactProblems.Name(frame, property)}` takes {property.Type.Describe()}, not {AsSent(number, property, unit)}");
            return;
        }
        // Doubles keep the order, so decimals are only compared at the very edge.
        if (!(nearest > property.NearestMinimum && nearest < property.NearestMaximum) && (exact < property.Minimum || exact > property.Maximum))
        {
            if (problems.Words(frame)) OutOfRange(frame, property, number, exact, unit, problems);
            return;
        }
        frame.SetNumber(property, exact, nearest);
    }

    private static decimal? Convert(decimal value, UnitConversion? conversion)
    {
        if (conversion is null) return value;
        try
        {
            return conversion.ToCanonical(value);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static void OutOfRange(FactFrame frame, FactProperty property, ReadOnlySpan<byte> number, decimal exact, int unit, FactProblems problems)
    {
        var canonical = unit == Canonical ? "" : $" ({Rounded(exact)} {property.Unit})";
        var range = (property.Minimum, property.Maximum) switch
        {
            ({ } low, { } high) => $"outside {ExactNumber.Show(low)} to {ExactNumber.Show(high)}",
            ({ } low, null) => $"below {ExactNumber.Show(low)}",
            (_, { } high) => $"above {ExactNumber.Show(high)}",
            _ => "",
        };
        problems.Add(DiagnosticCode.FactOutOfRange,
            $"`{FactProblems.Name(frame, property)}` is {AsSent(number, property, unit)}{canonical}, {range}{(property.Unit is null ? "" : " " + property.Unit)}",
            PlausibleUnit(property, number, unit));
    }

    /// <summary>The number might have been meant in another unit: the first one in which it lies in the range.</summary>
    private static string? PlausibleUnit(FactProperty property, ReadOnlySpan<byte> number, int unit)
    {
        _ = ExactNumber.TryParse(number, out var value, out _);
        for (var other = 0; other < property.Units.Length; other++)
        {
            if (other == unit || Convert(value, property.Units[other].Conversion) is not { } converted) continue;
            if (converted < property.Minimum || converted > property.Maximum) continue;
            var would = other == Canonical ? "" : $" would be {Rounded(converted)} {property.Unit}";
            return $"check the unit: {ExactNumber.Show(value)} {property.Units[other].Unit}{(would.Length > 0 ? would : " is plausible")}";
        }
        return null;
    }

    private static string AsSent(ReadOnlySpan<byte> number, FactProperty property, int unit) =>
        FactProblems.Quote(Encoding.UTF8.GetString(number) + (property.Unit is null ? "" : " " + property.Units[unit].Unit));

    internal static string Rounded(decimal value)
    {
        const int digits = 4;
        var rounded = decimal.Round(value, digits, MidpointRounding.AwayFromZero);
        return (rounded == value ? "" : "about ") + ExactNumber.Show(rounded);
    }
}
