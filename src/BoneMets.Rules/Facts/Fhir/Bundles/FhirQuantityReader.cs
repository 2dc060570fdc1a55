using System.Runtime.InteropServices;
using System.Text.Json;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>Numbers and quantities of FHIR: exact, in a unit of the fact, inside its plausible range. Nothing is guessed.</summary>
internal sealed class FhirQuantityReader(FactProperty fact)
{
    /// <summary>A JSON number without a unit of its own.</summary>
    public FhirOutcome Plain(JsonElement number, FhirUnitRule rule) =>
        rule == FhirUnitRule.MustConvert ? FhirOutcome.Refused(FhirRefusal.Unit, "the number has no unit", Shown(number)) : Measured(number, null, Shown(number), null);

    public FhirOutcome Quantity(JsonElement quantity, FhirUnitRule rule)
    {
        var text = FhirJson.Text(quantity, "unit") is { } unit && unit.Trim().Length > 0 ? unit : null;
        var code = FhirJson.Text(quantity, "system") is FhirUnits.Ucum && FhirJson.Text(quantity, "code") is { Length: > 0 } ucum ? ucum : null;
        var value = FhirJson.Get(quantity, "value");
        var shown = Join(FhirJson.Text(quantity, "comparator"), value is { } sent ? Shown(sent) : null, Short(text ?? code));
        if (value is not { ValueKind: JsonValueKind.Number } number) return FhirOutcome.Refused(FhirRefusal.Value, "the quantity has no number", shown);
        if (FhirJson.Get(quantity, "comparator") is not null) return FhirOutcome.Refused(FhirRefusal.Value, "a bound (`comparator`) is no value", shown);

        var named = code ?? text;
        if (fact.Unit is null)
            return named is null || FhirUnits.IsDimensionless(FhirUnits.Known(named)) ? Measured(number, null, shown, null) : FhirOutcome.Refused(FhirRefusal.Unit, $"{FactProblems.Quote(named)}: the fact has no unit", shown);
        if (named is null) return rule == FhirUnitRule.Optional ? Measured(number, null, shown, "no unit: taken as that of the fact") : FhirOutcome.Refused(FhirRefusal.Unit, "the quantity has no unit", shown);
        var known = FhirUnits.Known(named);
        if (code is not null && text is not null && Index(FhirUnits.Known(text)) is { } other && other != Index(known))
            return FhirOutcome.Refused(FhirRefusal.Unit, $"its code {FactProblems.Quote(code)} and its unit {FactProblems.Quote(text)} differ", shown);
        var note = code is null ? $"the unit is read from its text {FactProblems.Quote(named)}" : null;
        if (Index(known) is { } index) return Measured(number, index, shown, note);
        if (rule == FhirUnitRule.Optional && FhirUnits.IsDimensionless(known) && FhirUnits.IsDimensionless(fact.Unit)) return Measured(number, null, shown, note);
        return FhirOutcome.Refused(FhirRefusal.Unit, $"{FactProblems.Quote(named)} is not converted to {fact.Unit}", shown);
    }

    /// <summary>A number in the canonical unit, from an age or a count.</summary>
    public FhirOutcome Counted(decimal number, string shown) => Ranged(new FhirFactValue(number), shown, null);

    private FhirOutcome Measured(JsonElement number, int? unit, string shown, string? note)
    {
        if (!ExactNumber.TryParse(JsonMarshal.GetRawUtf8Value(number), out var exact, out _)) return FhirOutcome.Refused(FhirRefusal.Value, "an exact decimal cannot hold the number", shown);
        if (unit is not > 0 || fact.Units[unit.Value] is not (var name, { } conversion)) return Ranged(new FhirFactValue(exact), shown, note);
        try
        {
            var canonical = conversion.ToCanonical(exact);
            return Ranged(new FhirFactValue(canonical, exact, name), shown, Join(note is null ? null : note + ";", $"{FactQuantity.Rounded(canonical)} {fact.Unit}"));
        }
        catch (OverflowException)
        {
            return FhirOutcome.Refused(FhirRefusal.Range, "the number is too large to be converted", shown);
        }
    }

    private FhirOutcome Ranged(FhirFactValue value, string shown, string? note)
    {
        var number = (decimal)value.Content!;
        if (fact.Type is NumberType { IsInteger: true } && number != decimal.Truncate(number)) return FhirOutcome.Refused(FhirRefusal.Value, "a fraction is not rounded into a whole number", shown);
        if (!(number < fact.Minimum) && !(number > fact.Maximum)) return FhirOutcome.Of(value, shown, note);
        var range = (fact.Minimum, fact.Maximum) switch
        {
            ({ } low, { } high) => $"outside the plausible range {ExactNumber.Show(low)} to {ExactNumber.Show(high)}",
            ({ } low, null) => $"below the plausible {ExactNumber.Show(low)}",
            (_, var high) => $"above the plausible {ExactNumber.Show(high!.Value)}",
        };
        return FhirOutcome.Refused(FhirRefusal.Range, range + (fact.Unit is null ? "" : " " + fact.Unit), shown);
    }

    private int? Index(string unit)
    {
        var index = Array.FindIndex(fact.Units, u => string.Equals(u.Unit, unit, StringComparison.Ordinal));
        return index < 0 ? null : index;
    }

    private static string Join(params IEnumerable<string?> parts) => string.Join(' ', parts.Where(p => p is not null));

    private static string Shown(JsonElement number) => Short(number.GetRawText())!;

    private static string? Short(string? text)
    {
        const int longest = 40;
        return text is null || text.Length <= longest ? text : text[..longest] + "…";
    }
}
