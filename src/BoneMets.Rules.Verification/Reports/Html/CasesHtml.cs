using BoneMets.Rules.Verification.Cases;

namespace BoneMets.Rules.Verification.Reports.Html;

/// <summary>The cases of each workflow: how many passed, and all of them with their reasons.</summary>
internal static class CasesHtml
{
    public static void WriteSummary(TextWriter writer, CaseReport report, ReportFilter filter)
    {
        writer.WriteLine(Markup.TableStart("By workflow", true, "Workflow", "#Passed", "#Failed", "Share passed"));
        foreach (var group in report.Results.GroupBy(r => r.Workflow, StringComparer.Ordinal))
        {
            var (total, passed) = (group.Count(), group.Count(r => r.Passed));
            // Rounded down, so that 100 is all of them.
            var share = decimal.Floor(1000m * passed / total) / 10;
            writer.WriteLine($"<tr{filter.Of(group.Key)}><th scope=\"row\">{Markup.Text(group.Key)}</th><td class=\"n\">{passed}</td><td class=\"n{(passed == total ? "" : " bad")}\">{total - passed}</td>"
                + $"<td>{Markup.Bar(share, $"{group.Key} passed")}</td></tr>");
        }
        writer.WriteLine(Markup.TableEnd);
    }

    public static void WriteAll(TextWriter writer, CaseReport report, ReportFilter filter)
    {
        writer.WriteLine("<h2>All cases</h2>");
        foreach (var group in report.Results.GroupBy(r => r.Workflow, StringComparer.Ordinal))
        {
            // A workflow without a case of the chosen result shows no empty table.
            var classes = string.Join(' ', (string[])[.. group.All(r => r.Passed) ? ["passed"] : Array.Empty<string>(), .. group.All(r => !r.Passed) ? ["failed"] : Array.Empty<string>()]);
            writer.WriteLine($"<section{filter.Of(group.Key)}{(classes.Length == 0 ? "" : $" class=\"{classes}\"")}>\n<h3>{Markup.Text(group.Key)}</h3>\n{Markup.TableStart($"Cases of {group.Key}", false, "Case", "Result", "Why")}");
            foreach (var result in group)
            {
                var (row, tone) = result.Passed ? ("passed", "good") : ("failed", "bad");
                writer.WriteLine($"<tr class=\"{row}\"><th scope=\"row\"><code>{Markup.Text(result.Case.Id)}</code></th><td class=\"{tone}\">{row}</td><td>{Markup.Text(result.Case.Why ?? result.Case.Title ?? "")}</td></tr>");
            }
            writer.WriteLine($"{Markup.TableEnd}\n</section>");
        }
    }
}
