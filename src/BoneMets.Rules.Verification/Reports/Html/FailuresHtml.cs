using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Verification.Reports.Html;

/// <summary>The cases that failed: what was expected, what came, and why it came.</summary>
internal static class FailuresHtml
{
    public static void Write(TextWriter writer, CaseReport report, ReportFilter filter)
    {
        writer.WriteLine("<section class=\"failures\">\n<h2>Failed</h2>");
        if (report.Results.Count == 0) writer.WriteLine("<p>No case was replayed.</p>");
        else if (report.Results.All(r => r.Passed)) writer.WriteLine("<p class=\"good\">None.</p>");
        foreach (var group in report.Results.GroupBy(r => r.Workflow, StringComparer.Ordinal))
        {
            var failures = group.Where(r => !r.Passed).ToList();
            if (failures.Count > 0) writer.WriteLine($"<h3 class=\"failed\"{filter.Of(group.Key)}>{Markup.Text(group.Key)}</h3>");
            else if (report.Results.Any(r => !r.Passed)) writer.WriteLine($"<p class=\"clear\"{filter.Of(group.Key)}>None of {Markup.Text(group.Key)}.</p>");
            foreach (var result in failures) WriteCase(writer, result, report.Explain?.Invoke(result), filter);
        }
        writer.WriteLine("</section>");
    }

    private static void WriteCase(TextWriter writer, CaseResult result, Decision? decision, ReportFilter filter)
    {
        var golden = result.Case;
        writer.WriteLine($"<article class=\"failed\"{filter.Of(result.Workflow)}>\n<h4><code>{Markup.Text(golden.Id)}</code> {Markup.Text(golden.Title ?? "")}</h4>");
        if (golden.Why is { } why) writer.WriteLine($"<p>Why it is expected: {Markup.Text(why)}</p>");
        writer.WriteLine(Markup.TableStart($"Differences of {golden.Id}", false, "What", "Expected", "Got"));
        foreach (var difference in result.Differences)
            writer.WriteLine($"<tr><th scope=\"row\">{Markup.Text(difference.Subject)}</th><td>{Markup.Text(difference.Expected)}</td><td class=\"bad\">{Markup.Text(difference.Actual)}</td></tr>");
        writer.WriteLine(Markup.TableEnd);
        if (decision is not null) ReasonsHtml.Write(writer, result, decision);
        writer.WriteLine($"<details><summary>Facts{(golden.AsOf is { } date ? $", as of {date:yyyy-MM-dd}" : "")}</summary><pre><code>{Markup.Text(golden.Facts.Raw)}</code></pre></details>\n</article>");
    }
}
