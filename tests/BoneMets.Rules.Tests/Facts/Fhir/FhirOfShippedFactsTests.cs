using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Facts.Fhir;
using BoneMets.Rules.Tests.Spec;

namespace BoneMets.Rules.Tests.Facts.Fhir;

/// <summary>What the fact schemas in <c>workflows/facts</c> promise: units, plausible ranges, codes and mappings.</summary>
public sealed class FhirOfShippedFactsTests
{
    private static readonly IReadOnlyDictionary<string, ObjectSchema> Schemas = FhirBundles.Shipped;
    private static readonly ObjectSchema Patient = Schemas["patient"];

    private static readonly IReadOnlyList<FactProperty> Mapped = [.. Schemas.Values.SelectMany(s => s.Properties).Where(p => p.Fhir is not null)];

    [Theory]
    [InlineData("totalCalcium", "2.5", "mmol/L", "10.02")]
    [InlineData("totalCalcium", "5", "meq/L", "10.02")]
    [InlineData("albumin", "41", "g/L", "4.1")]
    [InlineData("ionizedCalcium", "5.01", "mg/dL", "1.25")]
    [InlineData("ionizedCalcium", "2.5", "meq/L", "1.25")]
    [InlineData("creatinine", "110.5", "umol/L", "1.25")]
    [InlineData("baselineCreatinine", "88.4", "umol/L", "1")]
    [InlineData("bilirubinTotal", "34.2", "umol/L", "2")]
    [InlineData("crp", "1.2", "mg/dL", "12")]
    [InlineData("vitaminD25", "74.88", "nmol/L", "30")]
    [InlineData("vitaminD25", "30", "ug/L", "30")]
    [InlineData("platelets", "150", "10*9/L", "150")]
    [InlineData("platelets", "150000", "/uL", "150")]
    [InlineData("psa", "4", "ug/L", "4")]
    [InlineData("inr", "1.2", "1", "1.2")]
    public void Another_unit_is_converted_exactly(string fact, string value, string unit, string canonical)
    {
        var set = Read(fact, $$"""{"value": {{value}}, "unit": "{{unit}}"}""", out var errors);
        Assert.Empty(errors);
        Assert.Equal(canonical, ExactNumber.Show(set["patient"].Exact[Patient.Find(fact)!.Slot]));
    }

    [Theory]
    [InlineData("totalCalcium", "2.3", "mg/dL")]
    [InlineData("totalCalcium", "10.4", "mmol/L")]
    [InlineData("albumin", "41", "g/dL")]
    [InlineData("albumin", "4.1", "g/L")]
    [InlineData("ionizedCalcium", "4.9", "mmol/L")]
    [InlineData("ionizedCalcium", "1.2", "mg/dL")]
    [InlineData("creatinine", "90", "mg/dL")]
    [InlineData("creatinine", "1.1", "umol/L")]
    [InlineData("platelets", "150000", "10*3/uL")]
    [InlineData("platelets", "150", "/uL")]
    public void A_value_with_the_wrong_unit_is_refused(string fact, string value, string unit)
    {
        _ = Read(fact, $$"""{"value": {{value}}, "unit": "{{unit}}"}""", out var errors);
        Assert.Equal(DiagnosticCode.FactOutOfRange, Assert.Single(errors).Code);
        Assert.StartsWith("check the unit: ", errors[0].Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vitaminD25", "nmol/L")]
    [InlineData("bilirubinTotal", "umol/L")]
    [InlineData("crp", "mg/dL")]
    public void Where_the_range_cannot_tell_units_apart_the_form_says_so(string fact, string unit) =>
        Assert.EndsWith($"Check the unit: the plausible range cannot tell {Patient.Find(fact)!.Unit} from {unit}.", Patient.Find(fact)!.Description, StringComparison.Ordinal);

    [Theory]
    [InlineData("creatinineClearance", "mL/min/{1.73_m2}")]
    [InlineData("albumin", "umol/L")]
    [InlineData("ldh", "ukat/L")]
    public void A_unit_of_another_quantity_is_refused(string fact, string unit)
    {
        _ = Read(fact, $$"""{"value": 60, "unit": "{{unit}}"}""", out var errors);
        Assert.Equal(DiagnosticCode.FactUnitUnknown, Assert.Single(errors).Code);
    }

    [Theory]
    [InlineData("ageYears", "Patient age; unknown")]
    [InlineData("sex", "Patient only, Patient only; first")]
    [InlineData("pregnant", "Condition exists 300 d; unknown")]
    [InlineData("knownCancer", "Condition exists, Condition exists; unknown")]
    [InlineData("primaryKnown", "Condition exists; unknown")]
    [InlineData("primaryTumor", "Condition only; unknown")]
    [InlineData("previousChemotherapy", "Condition exists; unknown")]
    [InlineData("painScore", "Observation latest 3 d; highest")]
    [InlineData("imagingSuggestsMetastasis", "DiagnosticReport exists 90 d; unknown")]
    [InlineData("boneMetastasisConfirmed", "Condition exists, Condition exists, Observation latest, Observation latest 90 d; first")]
    [InlineData("spinalMetastasisConfirmed", "Condition exists; unknown")]
    [InlineData("psaMeasured", "Observation exists 90 d; unknown")]
    [InlineData("psa", "Observation latest 90 d; highest")]
    [InlineData("totalCalcium", "Observation latest 7 d; highest")]
    [InlineData("albumin", "Observation latest 7 d near totalCalcium 3 d; lowest")]
    [InlineData("ionizedCalcium", "Observation latest 7 d; highest")]
    [InlineData("creatinine", "Observation latest 30 d; highest")]
    [InlineData("creatinineClearance", "Observation latest 30 d; lowest")]
    [InlineData("vitaminD25", "Observation latest 90 d; lowest")]
    [InlineData("crp", "Observation latest 30 d; highest")]
    [InlineData("ldh", "Observation latest 30 d; highest")]
    [InlineData("bilirubinTotal", "Observation latest 30 d; highest")]
    [InlineData("platelets", "Observation latest 30 d; lowest")]
    [InlineData("inr", "Observation latest 7 d; highest")]
    [InlineData("heartFailure", "Condition exists; unknown")]
    [InlineData("currentBoneAgent", "MedicationAdministration latest 120 d, MedicationStatement latest 365 d, MedicationRequest latest 365 d; unknown")]
    [InlineData("osteonecrosisOfJaw", "Condition exists; unknown")]
    [InlineData("ecog", "Observation latest 30 d; highest")]
    public void A_fact_is_found_like_this(string fact, string expected)
    {
        var mapping = Patient.Find(fact)!.Fhir!;
        var sources = mapping.Sources.Select(s => $"{s.Resource} {s.Selection}{(s.MaxAgeDays is { } age ? $" {age} d" : "")}{(s.Near is { } near ? $" near {near.Fact} {near.Days} d" : "")}"
            .Replace(s.Selection.ToString(), s.Selection.ToString().ToLowerInvariant(), StringComparison.Ordinal));
        Assert.Equal(expected, $"{string.Join(", ", sources)}; {mapping.Conflict.ToString().ToLowerInvariant()}");
    }

    [Fact]
    public void No_other_fact_is_found()
    {
        const int described = 28;
        Assert.Equal(described, Mapped.Count);
    }

    [Theory]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "C79.51", "boneMetastasisConfirmed")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "C79.52", "")]
    [InlineData("http://fhir.de/CodeSystem/bfarm/icd-10-gm", "C79.5", "boneMetastasisConfirmed")]
    [InlineData("http://snomed.info/sct", "94222008", "boneMetastasisConfirmed")]
    [InlineData("http://snomed.info/sct", "94602001", "spinalMetastasisConfirmed,boneMetastasisConfirmed")]
    [InlineData("http://snomed.info/sct", "94381002", "")]
    [InlineData("http://snomed.info/sct", "314990009", "")]
    [InlineData("http://snomed.info/sct", "363346000", "knownCancer")]
    [InlineData("http://snomed.info/sct", "162573006", "")]
    [InlineData("http://snomed.info/sct", "126906006", "")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "C50.911", "knownCancer,primaryKnown,primaryTumor=breast")]
    [InlineData("http://hl7.org/fhir/sid/icd-10", "C61", "knownCancer,primaryKnown,primaryTumor=prostate")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "C80.1", "")]
    [InlineData("http://hl7.org/fhir/sid/icd-10-cm", "C41.2", "")]
    public void A_diagnosis_means_exactly_these_facts(string system, string code, string facts)
    {
        var found = Mapped.SelectMany(p => p.Fhir!.Sources.Where(s => s is { Resource: "Condition", CodeAt: null, Where: [] })
            .SelectMany(s => s.Codes.Where(c => c.Matches(system, code) && !s.Exclude.Any(e => e.Matches(system, code)))).Select(c => p.Name + (c.Is?.Word is { } word ? "=" + word : ""))).Distinct();
        Assert.Equal(facts.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_mapping_says_no_only_where_a_recent_resource_says_it()
    {
        var no = Mapped.SelectMany(p => p.Fhir!.Sources.Where(s => s.Codes.Concat(s.Answers).Any(c => c.Is is { Boolean: false } or { Word: "none" })).Select(s => (p.Name, s.MaxAgeDays)));
        Assert.Equal([("boneMetastasisConfirmed", 90)], no);
    }

    [Fact]
    public void Every_quantity_must_convert_and_every_result_has_an_age()
    {
        var quantities = Mapped.SelectMany(p => p.Fhir!.Sources.Where(s => s.Value.Any(v => v.Text == "valueQuantity")).Select(s => (p.Name, s.Unit, s.MaxAgeDays, s.Status))).ToList();
        Assert.Equal(["painScore", "inr", "ecog"], quantities.Where(q => q.Unit != FhirUnitRule.MustConvert).Select(q => q.Name));
        Assert.All(quantities, q => Assert.NotNull(q.MaxAgeDays));
        Assert.All(quantities, q => Assert.Equal(["final", "amended", "corrected"], q.Status));
    }

    [Fact]
    public void Codes_have_their_check_digit_and_are_not_taken_and_excluded_at_once()
    {
        var sources = Mapped.SelectMany(p => p.Fhir!.Sources).ToList();
        Assert.All(sources, s => Assert.DoesNotContain(s.Codes, c => s.Exclude.Any(e => e.Matches(c.System, c.Code))));
        var codes = sources.SelectMany(s => s.Codes.Concat(s.Exclude).Concat(s.Answers)).Select(c => (c.System, c.Code))
            .Concat(Schemas.Values.SelectMany(s => s.Properties).SelectMany(p => p.Codes).Select(c => (c.System, c.Code))).Distinct().ToList();
        Assert.All(codes.Where(c => c.System == "http://loinc.org" && !c.Code.StartsWith("LA", StringComparison.Ordinal)), c => Assert.True(IsLoinc(c.Code), c.Code));
        Assert.All(codes.Where(c => c.System == "http://snomed.info/sct"), c => Assert.True(IsSnomed(c.Code), c.Code));
        Assert.True(IsLoinc("17861-6") && !IsLoinc("17816-6") && IsSnomed("94222008") && !IsSnomed("94222080"));
    }

    /// <summary>Mod 10 (Luhn), the check digit behind the dash. Answers (LA…) count differently.</summary>
    private static bool IsLoinc(string code)
    {
        var digits = code.Replace("-", "", StringComparison.Ordinal);
        var sum = digits.Reverse().Select((c, i) => (c - '0') * (i % 2 + 1)).Sum(d => d > 9 ? d - 9 : d);
        return sum % 10 == 0;
    }

    /// <summary>Verhoeff: a walk through the dihedral group of order ten.</summary>
    private static bool IsSnomed(string code)
    {
        int[] permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
        var check = 0;
        foreach (var (c, position) in code.Reverse().Select((c, i) => (c, i)))
        {
            var digit = c - '0';
            for (var i = 0; i < position % 8; i++) digit = permutation[digit];
            check = Multiply(check, digit);
        }
        return check == 0;
    }

    private static int Multiply(int a, int b)
    {
        const int half = 5;
        return (a < half, b < half) switch
        {
            (true, true) => (a + b) % half,
            (true, false) => (a + b - half) % half + half,
            (false, true) => (a - b) % half + half,
            (false, false) => (a - b + half) % half,
        };
    }

    private static FactSet Read(string fact, string value, out List<Diagnostic> errors)
    {
        var reader = new FactReader([("patient", Patient)]);
        var set = reader.Rent();
        errors = [];
        reader.Read(System.Text.Encoding.UTF8.GetBytes($$"""{"patient": {"{{fact}}": {{value}} } }"""), set, errors);
        return set;
    }
}
