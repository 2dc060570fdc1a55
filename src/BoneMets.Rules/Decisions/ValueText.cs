using System.Globalization;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Decisions;

/// <summary>Values as a clinician reads them in a text: <c>10 to 12</c>, <c>borderline or high</c>, <c>not recorded</c>.</summary>
public static class ValueText
{
    public const string NotRecorded = "not recorded";

    /// <summary>With the words of an enumeration as facts and expressions have them.</summary>
    public static string Of(Value value) => Of(value, FactType.Text);

    /// <summary>The value of an expression of this type inside a text: the words of an enumeration are written as <c>not done</c>, not <c>notDone</c>.</summary>
    public static string Of(Value value, FactType type) => value switch
    {
        KnownValue known => OfKnown(known.Content, type),
        RangeValue range => $"{Number(range.Low)} to {Number(range.High)}",
        OneOfValue several => string.Join(" or ", several.Candidates.Select(c => OfKnown(c, type))),
        FaultValue => "not computable",
        _ => NotRecorded,
    };

    /// <summary>Without trailing zeros and without exponent.</summary>
    public static string Number(decimal number) => ExactNumber.Show(number);

    private static string OfKnown(object content, FactType type) => content switch
    {
        bool truth => truth ? "yes" : "no",
        decimal number => Number(number),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string word when type is EnumType => ReadableWord.Of(word),
        string text => text,
        ListValue list => list.Items.Count == 0 ? "none" : string.Join(", ", list.Items.Select(i => Of(i.Value, type is ListType { Element: var element } ? element : FactType.Text))),
        Facts.FactFrame frame => frame.Path,
        _ => content.ToString() ?? "",
    };
}
