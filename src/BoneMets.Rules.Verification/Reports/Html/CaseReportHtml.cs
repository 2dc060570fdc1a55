using System.Text;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Verification.Reports.Html;

/// <summary>
/// Replayed cases as one self-contained HTML page that filters by result and workflow. No script and no outside file, so that it works as an
/// attachment and where build servers forbid both; what is shown is what is printed.
/// </summary>
public static class CaseReportHtml
{
    public static void Write(Stream output, IReadOnlyList<CaseResult> results) => Write(output, new CaseReport(results));

    public static void Write(Stream output, CaseReport report)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var (total, failed) = (report.Results.Count, report.Results.Count(r => !r.Passed));
        var filter = ReportFilter.Of(report);
        writer.WriteLine("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        writer.WriteLine($"<title>Golden cases: {total - failed} passed, {failed} failed</title>\n<style>\n{StyleSheet.Of("colours.css", "report.css")}\n{filter.Style}</style>\n</head>\n<body>\n<main>\n<h1>Golden cases</h1>");
        WriteTiles(writer, report, total, failed);
        if (report.Speed is { Cases: > 0 } speed) writer.WriteLine($"<p class=\"soft\">{Markup.Text(speed.ToString())}</p>");
        filter.Write(writer);
        CasesHtml.WriteSummary(writer, report, filter);
        FailuresHtml.Write(writer, report, filter);
        if (report.Coverage is { } coverage) CoverageHtml.Write(writer, coverage, filter);
        if (report.Mutation is { } mutation) MutationHtml.Write(writer, mutation, filter);
        CasesHtml.WriteAll(writer, report, filter);
        writer.WriteLine("</main>\n</body>\n</html>");
    }

    private static void WriteTiles(StreamWriter writer, CaseReport report, int total, int failed)
    {
        writer.WriteLine("<ul class=\"tiles\">");
        Tile($"{total - failed} passed, {failed} failed", $"{total} golden {(total == 1 ? "case" : "cases")}", failed > 0 ? "bad" : total > 0 ? "good" : "");
        if (report.Coverage is { } coverage)
            foreach (var kind in CoverageHtml.Kinds.Where(k => coverage.Totals[k].Total > 0))
                Tile(Markup.Percent(coverage.Totals[kind].Percent), $"{CoverageHtml.Heading(kind)} covered", coverage.Totals[kind].Percent == 100 ? "good" : "");
        if (report.Mutation is { } mutation) Tile(Markup.Percent(mutation.Score.Percent), "small mistakes noticed", mutation.Score.Survived == 0 ? "good" : "");
        writer.WriteLine("</ul>");

        void Tile(string figure, string label, string tone) => writer.WriteLine($"<li><strong class=\"{tone}\">{Markup.Text(figure)}</strong> <span>{Markup.Text(label)}</span></li>");
    }
}
