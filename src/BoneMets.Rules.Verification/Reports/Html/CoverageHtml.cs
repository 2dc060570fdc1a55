using BoneMets.Rules.Verification.Coverage;

namespace BoneMets.Rules.Verification.Reports.Html;

/// <summary>Coverage as a part of the page: a bar per workflow and kind, what is not covered, and every part with its share.</summary>
internal static class CoverageHtml
{
    public static IReadOnlyList<CoverageKind> Kinds { get; } = Enum.GetValues<CoverageKind>();

    public static void Write(TextWriter writer, CaseCoverage coverage, ReportFilter filter)
    {
        writer.WriteLine("<h2>Coverage</h2>\n<p>A condition is covered when one case has it true and one false, each time deciding the outcome.</p>");
        WriteTable(writer, coverage, filter);
        WriteUncovered(writer, coverage, filter);
        foreach (var workflow in coverage.Workflows) WriteParts(writer, workflow, filter);
    }

    public static string Heading(CoverageKind kind)
    {
        var word = CoverageThresholds.WordOf(kind);
        return char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static void WriteTable(TextWriter writer, CaseCoverage coverage, ReportFilter filter)
    {
        writer.WriteLine(Markup.TableStart("Coverage by workflow", true, ["Workflow", .. Kinds.Select(Heading)]));
        foreach (var workflow in coverage.Workflows) WriteRow(writer, workflow.Workflow, workflow.Totals, filter.Of(workflow.Workflow));
        WriteRow(writer, "All", coverage.Totals, "");
        writer.WriteLine(Markup.TableEnd);
        if (coverage.Gaps.Count > 0) writer.WriteLine($"<ul>\n{string.Concat(coverage.Gaps.Select(g => $"<li class=\"bad\">{Markup.Text(g.ToString())}</li>\n"))}</ul>");
        if (coverage.LeftOut.Count > 0) writer.WriteLine($"<p>Not asked for, and not looked at: {Markup.Text(string.Join(", ", coverage.LeftOut))}</p>");
    }

    private static void WriteRow(TextWriter writer, string name, CoverageTotals totals, string attribute)
    {
        var cells = Kinds.Select(k => totals[k].Total == 0 ? "<td>none</td>" : $"<td>{Bar(totals[k], Heading(k))}</td>");
        writer.WriteLine($"<tr{attribute}><th scope=\"row\">{Markup.Text(name)}</th>{string.Concat(cells)}</tr>");
    }

    private static void WriteUncovered(TextWriter writer, CaseCoverage coverage, ReportFilter filter)
    {
        var uncovered = coverage.Workflows.SelectMany(w => w.Uncovered.Select(e => (w.Workflow, Element: e))).ToList();
        if (uncovered.Count == 0) return;
        writer.WriteLine(Markup.TableStart("Not covered", true, "Where", "What", "Missing"));
        foreach (var (workflow, element) in uncovered)
            writer.WriteLine($"<tr{filter.Of(workflow)}><td><code>{Markup.Text(element.Place.Document)}({element.Place.Line},{element.Place.Column})</code></td>"
                + $"<th scope=\"row\">{Markup.Text(element.Part.ToString())}: {Markup.Text(element.Text)}</th><td>{string.Join("<br>", element.Missing.Select(Markup.Text))}</td></tr>");
        writer.WriteLine(Markup.TableEnd);
    }

    private static void WriteParts(TextWriter writer, WorkflowCoverage workflow, ReportFilter filter)
    {
        writer.WriteLine($"<details{filter.Of(workflow.Workflow)}>\n<summary>Coverage of {Markup.Text(workflow.Workflow)} in detail</summary>\n{Markup.TableStart($"Parts of {workflow.Workflow}", false, "Part", "Covered", "Shown by")}");
        foreach (var part in workflow.Parts)
        {
            var shown = part.Elements.SelectMany(e => e.Sides.Where(s => s.Count > 0).Select(s => $"{Markup.Text(e.Text)}{(e.Sides.Count > 1 ? $" {s.Name}" : "")}: {s.Count} (<code>{Markup.Text(string.Join(", ", s.Cases))}</code>)"));
            writer.WriteLine($"<tr><th scope=\"row\">{Markup.Text(part.Part.ToString())}</th><td>{Bar(part.Count, part.Part.Name)}</td><td>{string.Join("<br>", shown)}</td></tr>");
        }
        writer.WriteLine($"{Markup.TableEnd}\n</details>");
    }

    private static string Bar(CoverageCount count, string label) => Markup.Bar(count.Percent, label, $"{count.Covered} of {count.Total}");
}
