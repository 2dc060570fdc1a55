using System.Globalization;
using System.Net;

namespace BoneMets.Rules.Verification.Reports.Html;

/// <summary>What the parts of a report write alike.</summary>
internal static class Markup
{
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    public static string Percent(decimal percent) => percent.ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>A bar whose colour tells how much is done, with the figure beside it for those who see neither.</summary>
    public static string Bar(decimal percent, string label, string? counts = null)
    {
        var width = percent.ToString("0.#", CultureInfo.InvariantCulture);
        var heat = percent switch { 100 => 4, >= 95 => 3, >= 80 => 2, >= 50 => 1, _ => 0 };
        return $"<span class=\"heat h{heat}\" role=\"img\" aria-label=\"{Text(label)}: {width} percent\"><span style=\"width:{width}%\"></span></span>"
            + $" <span class=\"figure\">{Percent(percent)}{(counts is null ? "" : $" ({counts})")}</span>";
    }

    /// <summary>
    /// Opens a table whose head is repeated on every printed page, inside a part of the page that scrolls, by keyboard too, when it is too
    /// wide. A heading after <c>#</c> is one of numbers.
    /// </summary>
    public static string TableStart(string name, bool showsName, params ReadOnlySpan<string> headings)
    {
        var cells = string.Concat(headings.ToArray().Select(h => h.StartsWith('#') ? $"<th scope=\"col\" class=\"n\">{Text(h[1..])}</th>" : $"<th scope=\"col\">{Text(h)}</th>"));
        return $"<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{Text(name)}\"><table>\n{(showsName ? $"<caption>{Text(name)}</caption>\n" : "")}<thead><tr>{cells}</tr></thead>\n<tbody>";
    }

    public const string TableEnd = "</tbody>\n</table></div>";
}
