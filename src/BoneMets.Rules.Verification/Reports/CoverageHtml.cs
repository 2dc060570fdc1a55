using System.Globalization;
using System.Net;
using BoneMets.Rules.Verification.Coverage;

namespace BoneMets.Rules.Verification.Reports;

/// <summary>Coverage as a part of the page: a bar per workflow and kind, what is not covered, and every part with its share.</summary>
internal static class CoverageHtml
{
    private static readonly CoverageKind[] Kinds = Enum.GetValues<CoverageKind>();

    public static void Write(TextWriter writer, CaseCoverage coverage)
    {
        writer.WriteLine("<h2>Coverage</h2>\n<p>A condition is covered when one case has it true and one false, each time deciding the outcome.</p>");
        WriteTable(writer, coverage);
        WriteUncovered(writer, coverage);
        foreach (var workflow in coverage.Workflows) WriteParts(writer, workflow);
    }

    /// <summary>A bar whose colour tells how much is done, with the figure beside it for those who see neither.</summary>
    public static string Bar(decimal percent, string label)
    {
        var text = percent.ToString("0.#", CultureInfo.InvariantCulture);
        var heat = percent switch { 100 => 4, >= 95 => 3, >= 80 => 2, >= 50 => 1, _ => 0 };
        return $"<div class=\"heat h{heat}\" role=\"img\" aria-label=\"{Text(label)}: {text} percent\"><span style=\"width:{text}%\"></span></div> {text} %";
    }

    private static void WriteTable(TextWriter writer, CaseCoverage coverage)
    {
        writer.WriteLine("<table>\n<caption>Coverage by workflow</caption>\n<tr><th scope=\"col\">Workflow</th>" + string.Concat(Kinds.Select(k => $"<th scope=\"col\">{Heading(k)}</th>")) + "</tr>");
        foreach (var workflow in coverage.Workflows) WriteRow(writer, workflow.Workflow, workflow.Totals);
        WriteRow(writer, "All", coverage.Totals);
        writer.WriteLine("</table>");
        if (coverage.Gaps.Count > 0) writer.WriteLine($"<ul>\n{string.Concat(coverage.Gaps.Select(g => $"<li class=\"bad\">{Text(g.ToString())}</li>\n"))}</ul>");
        if (coverage.LeftOut.Count > 0) writer.WriteLine($"<p>Not asked for, and not looked at: {Text(string.Join(", ", coverage.LeftOut))}</p>");
    }

    private static void WriteRow(TextWriter writer, string name, CoverageTotals totals)
    {
        var cells = Kinds.Select(k => totals[k].Total == 0 ? "<td>none</td>" : $"<td>{Bar(totals[k].Percent, Heading(k))} ({totals[k].Covered} of {totals[k].Total})</td>");
        writer.WriteLine($"<tr><th scope=\"row\">{Text(name)}</th>{string.Concat(cells)}</tr>");
    }

    private static void WriteUncovered(TextWriter writer, CaseCoverage coverage)
    {
        var uncovered = coverage.Uncovered.ToList();
        if (uncovered.Count == 0) return;
        writer.WriteLine("<table>\n<caption>Not covered</caption>\n<tr><th scope=\"col\">Where</th><th scope=\"col\">What</th><th scope=\"col\">Missing</th></tr>");
        foreach (var element in uncovered)
            writer.WriteLine($"<tr><td><code>{Text(element.Place.Document)}({element.Place.Line},{element.Place.Column})</code></td>"
                + $"<th scope=\"row\">{Text(element.Part.ToString())}: {Text(element.Text)}</th><td>{string.Join("<br>", element.Missing.Select(Text))}</td></tr>");
        writer.WriteLine("</table>");
    }

    private static void WriteParts(TextWriter writer, WorkflowCoverage workflow)
    {
        writer.WriteLine($"<details>\n<summary>Coverage of {Text(workflow.Workflow)} in detail</summary>\n<table>\n<tr><th scope=\"col\">Part</th><th scope=\"col\">Covered</th><th scope=\"col\">Shown by</th></tr>");
        foreach (var part in workflow.Parts)
        {
            var shown = part.Elements.SelectMany(e => e.Sides.Where(s => s.Count > 0).Select(s => $"{Text(e.Text)}{(e.Sides.Count > 1 ? $" {s.Name}" : "")}: {s.Count} (<code>{Text(string.Join(", ", s.Cases))}</code>)"));
            writer.WriteLine($"<tr><th scope=\"row\">{Text(part.Part.ToString())}</th><td>{Bar(part.Count.Percent, part.Part.Name)} ({part.Count.Covered} of {part.Count.Total})</td><td>{string.Join("<br>", shown)}</td></tr>");
        }
        writer.WriteLine("</table>\n</details>");
    }

    private static string Heading(CoverageKind kind)
    {
        var word = CoverageThresholds.WordOf(kind);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
