using System.Globalization;
using System.Text.RegularExpressions;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Evaluation;

namespace BoneMets.Rules.Tests.Evaluation;

/// <summary>
/// Values as the tables of these tests write them: <c>true</c>, <c>1.5</c>, <c>'text'</c>, <c>2026-01-31</c>, <c>?a,b</c> (unknown, missing a and b),
/// <c>{1|2}?a</c> (one of), <c>[1..3]?a</c> (interval), <c>!4001</c> (fault), <c>(1; ~a:2)</c> (list whose second element perhaps belongs).
/// </summary>
internal static partial class ValueNotation
{
    public static Value Read(string text)
    {
        if (text is ['!', .. var id]) return new FaultValue(DiagnosticCode.All["BMR" + id], "fault");
        if (text is ['(', .. var list, ')']) return new KnownValue(new ListValue([.. list.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select(Item)]));
        if (Undecided().Match(text) is { Success: false }) return Candidates.Known(Content(text));
        var missing = Missing(text[(text.LastIndexOf('?') + 1)..]);
        var shape = text[..text.LastIndexOf('?')];
        return shape switch
        {
            "" => new UnknownValue(missing),
            ['{', .. var members, '}'] => new OneOfValue([.. members.Split('|').Select(Content)], missing),
            ['[', .. var ends, ']'] => new RangeValue((decimal)Content(ends.Split("..")[0]), (decimal)Content(ends.Split("..")[1]), missing),
            _ => throw new FormatException(text),
        };
    }

    public static string Show(Value value) => value switch
    {
        KnownValue { Content: ListValue list } => "(" + string.Join("; ", list.Items.Select(Show)) + ")",
        KnownValue known => Show(known.Content),
        FaultValue fault => "!" + fault.Code.Id[3..],
        OneOfValue set => "{" + string.Join('|', set.Candidates.Select(Show)) + "}?" + Show(set.Missing),
        RangeValue range => $"[{Show(range.Low)}..{Show(range.High)}]?{Show(range.Missing)}",
        _ => "?" + Show(value.Missing),
    };

    private static ListItem Item(string text) => text is ['~', .. var uncertain]
        ? new ListItem(Read(uncertain[(uncertain.IndexOf(':') + 1)..]), false, Missing(uncertain[..uncertain.IndexOf(':')]))
        : new ListItem(Read(text), true, MissingFacts.None);

    private static string Show(ListItem item) => item.IsCertain ? Show(item.Value) : $"~{Show(item.Uncertain)}:{Show(item.Value)}";

    private static string Show(MissingFacts missing) => string.Join(',', missing.ToSortedList());

    private static string Show(object content) => content switch
    {
        string text => $"'{text}'",
        BoneMets.Rules.Facts.FactFrame frame => $"<{frame.Path}>",
        _ => TextFunctions.ToText(content),
    };

    private static MissingFacts Missing(string paths) =>
        paths.Split(',', StringSplitOptions.RemoveEmptyEntries).Aggregate(MissingFacts.None, (all, path) => all.And(MissingFacts.Of(path)));

    private static object Content(string text) => text switch
    {
        "true" => true,
        "false" => false,
        ['\'', .. var inner, '\''] => inner,
        _ when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var date) => date,
        _ => decimal.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex(@"^(\{.*\}|\[.*\])?\?[\w.,\[\]]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Undecided();
}
