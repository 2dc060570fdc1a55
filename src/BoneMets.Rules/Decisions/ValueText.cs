using System.Globalization;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Decisions;

/// <summary>Values as a clinician reads them in a text: <c>10 to 12</c>, <c>borderline or high</c>, <c>not recorded</c>.</summary>
public static class ValueText
{
    public const string NotRecorded = "not recorded";

    public static string Of(Value value) => value switch
    {
        KnownValue known => OfKnown(known.Content),
        RangeValue range => $"{Number(range.Low)} to {Number(range.High)}",
        OneOfValue several => string.Join(" or ", several.Candidates.Select(OfKnown)),
        FaultValue => "not computable",
        _ => NotRecorded,
    };

    /// <summary>Without trailing zeros and without exponent.</summary>
    public static string Number(decimal number) => ExactNumber.Show(number);

    private static string OfKnown(object content) => content switch
    {
        bool truth => truth ? "yes" : "no",
        decimal number => Number(number),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => text,
        ListValue list => list.Items.Count == 0 ? "none" : string.Join(", ", list.Items.Select(i => Of(i.Value))),
        Facts.FactFrame frame => frame.Path,
        _ => content.ToString() ?? "",
    };
}
