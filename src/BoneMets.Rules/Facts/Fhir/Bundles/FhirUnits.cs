namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>The spellings of units that are met, as UCUM. A closed list: what is not in it is taken to the letter, so it fits a fact or is refused.</summary>
internal static class FhirUnits
{
    public const string Ucum = "http://unitsofmeasure.org";

    private static readonly Dictionary<string, string> Spellings = new(StringComparer.Ordinal)
    {
        ["mg/dl"] = "mg/dL",
        ["MG/DL"] = "mg/dL",
        ["mg/DL"] = "mg/dL",
        ["mg/L"] = "mg/L",
        ["mg/l"] = "mg/L",
        ["MG/L"] = "mg/L",
        ["g/dl"] = "g/dL",
        ["G/DL"] = "g/dL",
        ["gm/dL"] = "g/dL",
        ["gm/dl"] = "g/dL",
        ["g/l"] = "g/L", // not `G/L`: in French laboratories that is 10*9/L
        ["mmol/l"] = "mmol/L",
        ["MMOL/L"] = "mmol/L",
        ["umol/l"] = "umol/L",
        ["UMOL/L"] = "umol/L",
        ["mcmol/L"] = "umol/L",
        ["nmol/l"] = "nmol/L",
        ["NMOL/L"] = "nmol/L",
        ["ng/ml"] = "ng/mL",
        ["NG/ML"] = "ng/mL",
        ["ug/l"] = "ug/L",
        ["mcg/L"] = "ug/L",
        ["mcg/l"] = "ug/L",
        ["mEq/L"] = "meq/L",
        ["mEq/l"] = "meq/L",
        ["meq/l"] = "meq/L",
        ["MEQ/L"] = "meq/L",
        ["U/l"] = "U/L",
        ["u/L"] = "U/L",
        ["u/l"] = "U/L",
        ["IU/L"] = "U/L",
        ["IU/l"] = "U/L",
        ["[IU]/L"] = "U/L",
        ["[iU]/L"] = "U/L",
        ["ml/min"] = "mL/min",
        ["mL/min/1.73m2"] = "mL/min/{1.73_m2}",
        ["mL/min/1.73 m2"] = "mL/min/{1.73_m2}",
        ["mL/min/1.73m²"] = "mL/min/{1.73_m2}",
        ["ml/min/{1.73_m2}"] = "mL/min/{1.73_m2}",
        ["10^3/uL"] = "10*3/uL",
        ["10*3/ul"] = "10*3/uL",
        ["10E3/uL"] = "10*3/uL",
        ["x10E3/uL"] = "10*3/uL",
        ["x10^3/uL"] = "10*3/uL",
        ["K/uL"] = "10*3/uL",
        ["k/uL"] = "10*3/uL",
        ["10^9/L"] = "10*9/L",
        ["10*9/l"] = "10*9/L",
        ["10E9/L"] = "10*9/L",
        ["x10E9/L"] = "10*9/L",
        ["x10^9/L"] = "10*9/L",
        ["/ul"] = "/uL",
        ["cells/uL"] = "/uL",
        ["/mm3"] = "/uL",
        ["INR"] = "{INR}",
        ["score"] = "{score}",
    };

    /// <summary>The unit in UCUM. The two characters that look like a micro sign are one.</summary>
    public static string Known(string text)
    {
        var trimmed = text.Trim().Replace('\u00B5', 'u').Replace('\u03BC', 'u');
        return Spellings.GetValueOrDefault(trimmed, trimmed);
    }

    /// <summary>A count or a score: <c>1</c>, <c>{score}</c>.</summary>
    public static bool IsDimensionless(string unit) => unit is "1" || (unit is ['{', .., '}'] && unit.IndexOf('}', StringComparison.Ordinal) == unit.Length - 1);
}
