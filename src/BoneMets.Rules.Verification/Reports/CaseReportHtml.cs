using System.Globalization;
using System.Net;
using System.Text;
using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Verification.Reports;

/// <summary>Replayed cases as one self-contained HTML page: no script, no outside file, readable printed and without colour.</summary>
public static class CaseReportHtml
{
    private const string Style = """
        :root{color-scheme:light dark;--line:#8884;--good:#1a7f37;--bad:#b3261e}
        @media (prefers-color-scheme:dark){:root{--good:#57c878;--bad:#ff8a80}}
        body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}
        table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
        th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line)}
        td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
        .good{color:var(--good)}.bad{color:var(--bad);font-weight:600}
        .bar{display:flex;height:.6rem;border-radius:.3rem;overflow:hidden;background:var(--bad);min-width:8rem}
        .bar span{background:var(--good)}
        .heat{display:inline-block;height:.6rem;width:6rem;border-radius:.3rem;overflow:hidden;background:var(--line);vertical-align:middle}
        .heat span{display:block;height:100%;background:var(--bad)}
        .h1 span{background:#d9730d}.h2 span{background:#c9a227}.h3 span{background:#7fa637}.h4 span{background:var(--good)}
        code{font:.9em ui-monospace,monospace}summary{cursor:pointer}
        """;

    public static void Write(Stream output, IReadOnlyList<CaseResult> results) => Write(output, new CaseReport(results));

    public static void Write(Stream output, CaseReport report)
    {
        var results = report.Results;
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var failed = results.Count(r => !r.Passed);
        writer.WriteLine("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        writer.WriteLine($"<title>Golden cases: {results.Count - failed} passed, {failed} failed</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<h1>Golden cases</h1>");
        writer.WriteLine($"<p><strong class=\"{(failed == 0 ? "good" : "bad")}\">{results.Count - failed} passed, {failed} failed</strong></p>");
        if (report.Speed is { Cases: > 0 } speed) writer.WriteLine($"<p>{Text(speed.ToString())}</p>");
        var groups = results.GroupBy(r => r.Workflow, StringComparer.Ordinal).ToList();
        WriteSummary(writer, groups);
        foreach (var group in groups.Where(g => g.Any(r => !r.Passed))) WriteFailures(writer, group);
        if (report.Coverage is { } coverage) CoverageHtml.Write(writer, coverage);
        if (report.Mutation is { } mutation) MutationHtml.Write(writer, mutation);
        foreach (var group in groups) WriteAll(writer, group);
        writer.WriteLine("</body>\n</html>");
    }

    private static void WriteSummary(StreamWriter writer, IEnumerable<IGrouping<string, CaseResult>> groups)
    {
        writer.WriteLine("<table>\n<caption>By workflow</caption>\n<tr><th scope=\"col\">Workflow</th><th scope=\"col\" class=\"n\">Passed</th><th scope=\"col\" class=\"n\">Failed</th><th scope=\"col\">Share passed</th></tr>");
        foreach (var group in groups)
        {
            var (total, passed) = (group.Count(), group.Count(r => r.Passed));
            var share = (100m * passed / total).ToString("0.#", CultureInfo.InvariantCulture);
            writer.WriteLine($"<tr><th scope=\"row\">{Text(group.Key)}</th><td class=\"n\">{passed}</td><td class=\"n\">{total - passed}</td>"
                + $"<td><div class=\"bar\" role=\"img\" aria-label=\"{share} percent passed\"><span style=\"width:{share}%\"></span></div></td></tr>");
        }
        writer.WriteLine("</table>");
    }

    private static void WriteFailures(StreamWriter writer, IGrouping<string, CaseResult> group)
    {
        writer.WriteLine($"<h2>Failed: {Text(group.Key)}</h2>");
        foreach (var result in group.Where(r => !r.Passed))
        {
            writer.WriteLine($"<h3><code>{Text(result.Case.Id)}</code> {Text(result.Case.Title ?? "")}</h3>");
            if (result.Case.Why is { } why) writer.WriteLine($"<p>Why it is expected: {Text(why)}</p>");
            writer.WriteLine("<table>\n<tr><th scope=\"col\">What</th><th scope=\"col\">Expected</th><th scope=\"col\">Got</th></tr>");
            foreach (var difference in result.Differences)
                writer.WriteLine($"<tr><th scope=\"row\">{Text(difference.Subject)}</th><td>{Text(difference.Expected)}</td><td class=\"bad\">{Text(difference.Actual)}</td></tr>");
            writer.WriteLine($"</table>\n<details><summary>Facts</summary><pre><code>{Text(result.Case.Facts.Raw)}</code></pre></details>");
        }
    }

    private static void WriteAll(StreamWriter writer, IGrouping<string, CaseResult> group)
    {
        writer.WriteLine($"<details>\n<summary>All {group.Count()} cases of {Text(group.Key)}</summary>\n<table>\n<tr><th scope=\"col\">Case</th><th scope=\"col\">Result</th><th scope=\"col\">Why</th></tr>");
        foreach (var result in group)
        {
            var (mark, word) = result.Passed ? ("good", "passed") : ("bad", "failed");
            writer.WriteLine($"<tr><th scope=\"row\"><code>{Text(result.Case.Id)}</code></th><td class=\"{mark}\">{word}</td><td>{Text(result.Case.Why ?? result.Case.Title ?? "")}</td></tr>");
        }
        writer.WriteLine("</table>\n</details>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
