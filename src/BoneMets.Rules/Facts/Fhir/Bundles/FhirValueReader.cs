using System.Text.Json;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Facts.Fhir.Bundles;

/// <summary>Reads the value that a resource gives a fact.</summary>
internal sealed class FhirValueReader(FactProperty fact, DateOnly asOf)
{
    private readonly FhirQuantityReader quantities = new(fact);

    /// <summary>The first path of the source that the resource has is read. Null when it has none of them.</summary>
    public (FhirPath Path, FhirOutcome Outcome)? Read(FhirResource resource, FhirSource source)
    {
        foreach (var path in source.Value)
        {
            FhirOutcome? agreed = null;
            foreach (var element in FhirPathWalk.Of(resource.Element, path))
            {
                var outcome = One(element, source);
                if (outcome.Value is null) return (path, outcome);
                if (agreed is { } before && !before.Value!.IsSame(outcome.Value)) return (path, FhirOutcome.Refused(FhirRefusal.Conflict, "the resource has several values that differ", before.Shown));
                agreed ??= outcome;
            }
            if (agreed is { } found) return (path, found);
        }
        return null;
    }

    private FhirOutcome One(JsonElement element, FhirSource source)
    {
        if (source.Selection == FhirSelection.Age) return Age(element);
        if (source.Answers.Count > 0 && (element.ValueKind == JsonValueKind.String || FhirJson.Get(element, "value") is null) && element.ValueKind is JsonValueKind.String or JsonValueKind.Object)
            return Answer(element, source);
        return (fact.Type, element.ValueKind) switch
        {
            (NumberType, JsonValueKind.Number) => quantities.Plain(element, source.Unit),
            (NumberType, JsonValueKind.Object) => quantities.Quantity(element, source.Unit),
            (BooleanType, JsonValueKind.True or JsonValueKind.False) => FhirOutcome.Of(new FhirFactValue(element.ValueKind == JsonValueKind.True), element.GetRawText()),
            (DateType, JsonValueKind.String) => Day(element),
            (TextType, JsonValueKind.String) => Text(element),
            _ => FhirOutcome.Refused(FhirRefusal.Value, $"what stands there is not {fact.Type.Describe()}"),
        };
    }

    /// <summary>Coded answers, of which exactly one meaning must be listed.</summary>
    private static FhirOutcome Answer(JsonElement element, FhirSource source)
    {
        FhirAnswer? meaning = null;
        var shown = "";
        foreach (var coding in FhirCoding.Of(element))
        {
            if (coding.System is FhirCoding.DataAbsentReason) return FhirOutcome.Refused(FhirRefusal.Value, "it is coded as absent", coding.Shown);
            if (shown.Length == 0) shown = coding.Shown;
            if (source.Answers.FirstOrDefault(coding.IsA) is not { Is: { } meant }) continue;
            if (meaning is not null && meaning != meant) return FhirOutcome.Refused(FhirRefusal.Conflict, "its codings contradict each other", shown);
            if (meaning is null) shown = coding.Shown;
            meaning = meant;
        }
        if (meaning is not null) return FhirOutcome.Of(ValueOf(meaning), shown);
        return shown.Length == 0
            ? FhirOutcome.Refused(FhirRefusal.Answer, "a text without a code is no answer")
            : FhirOutcome.Refused(FhirRefusal.Answer, "the answer is not among those that the mapping lists", shown);
    }

    public static FhirFactValue ValueOf(FhirAnswer answer) => answer switch
    {
        { Boolean: { } yes } => new FhirFactValue(yes),
        { Number: { } number } => new FhirFactValue(number),
        { Word: { } word } => new FhirFactValue(word),
        _ => FhirFactValue.Unknown,
    };

    /// <summary>How many there are.</summary>
    public FhirOutcome Count(int count) => quantities.Counted(count, count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private FhirOutcome Age(JsonElement element)
    {
        if (FhirJson.Text(element) is not { } text || FhirTime.Parse(text) is not { } born) return FhirOutcome.Refused(FhirRefusal.Date, "no date");
        if (born.From > asOf) return FhirOutcome.Refused(FhirRefusal.Date, "the date lies after the day of the decision", text);
        var (most, least) = (Years(born.From), Years(born.To < asOf ? born.To : asOf));
        return most == least ? quantities.Counted(most, text) : FhirOutcome.Refused(FhirRefusal.Date, $"the date is not precise: the age is {least} or {most}", text);
    }

    /// <summary>Completed years, as the rule language counts them.</summary>
    private int Years(DateOnly born) => Evaluation.DateFunctions.Completed(born, asOf) / 12;

    private static FhirOutcome Day(JsonElement element)
    {
        if (FhirJson.Text(element) is not { } text || FhirTime.Parse(text) is not { } time) return FhirOutcome.Refused(FhirRefusal.Date, "no date");
        return time.IsImprecise ? FhirOutcome.Refused(FhirRefusal.Date, "the date is a year or a month, not a day", text) : FhirOutcome.Of(new FhirFactValue(time.From), text);
    }

    private static FhirOutcome Text(JsonElement element) =>
        FhirJson.Text(element) is { Length: <= LanguageLimits.TextLength } text
            ? FhirOutcome.Of(new FhirFactValue(text), FactProblems.Quote(text).Trim('`'))
            : FhirOutcome.Refused(FhirRefusal.Value, $"no text of at most {LanguageLimits.TextLength} characters");
}
