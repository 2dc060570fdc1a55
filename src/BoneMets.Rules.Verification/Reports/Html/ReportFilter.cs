using System.Text;

namespace BoneMets.Rules.Verification.Reports.Html;

/// <summary>
/// Which part of a report is shown: radio buttons, and style rules that hide what the chosen one leaves out. A part belongs to a workflow by
/// <c>data-of</c> and to a result by the class <c>passed</c> or <c>failed</c>.
/// </summary>
internal sealed class ReportFilter
{
    private const string All = "all";
    private readonly CaseReport report;
    private readonly IReadOnlyList<string> workflows;
    private readonly Dictionary<string, int> numbers;

    private ReportFilter(CaseReport report, IReadOnlyList<string> workflows)
    {
        (this.report, this.workflows) = (report, workflows);
        numbers = workflows.Select((name, i) => (name, i)).ToDictionary(p => p.name, p => p.i, StringComparer.Ordinal);
        Style = StyleOf(workflows.Count);
    }

    public string Style { get; }

    public static ReportFilter Of(CaseReport report) => new(report,
        [.. report.Results.Select(r => r.Workflow)
            .Concat(report.Coverage?.Workflows.Select(w => w.Workflow) ?? [])
            .Concat(report.Mutation?.Workflows.Select(w => w.Workflow) ?? []).Distinct(StringComparer.Ordinal)]);

    /// <summary>The attribute of everything that is about this workflow.</summary>
    public string Of(string workflow) => $" data-of=\"{numbers[workflow]}\"";

    public void Write(TextWriter writer)
    {
        var failed = report.Results.Count(r => !r.Passed);
        writer.WriteLine("<form class=\"filter\">\n<fieldset>\n<legend>Results</legend>");
        Choice("result", All, $"all {report.Results.Count}", true);
        Choice("result", "only-failed", $"failed {failed}", false);
        Choice("result", "only-passed", $"passed {report.Results.Count - failed}", false);
        writer.WriteLine("</fieldset>");
        if (workflows.Count > 1)
        {
            writer.WriteLine("<fieldset>\n<legend>Workflows</legend>");
            Choice("workflow", "of-all", "all", true);
            for (var i = 0; i < workflows.Count; i++)
            {
                var broken = report.Results.Count(r => !r.Passed && r.Workflow == workflows[i]);
                Choice("workflow", $"of-{i}", broken == 0 ? workflows[i] : $"{workflows[i]}, {broken} failed", false);
            }
            writer.WriteLine("</fieldset>");
        }
        writer.WriteLine("</form>");

        // A page that is opened again shows everything: browsers would restore the former choice.
        void Choice(string name, string id, string label, bool isChosen) =>
            writer.WriteLine($"<label><input type=\"radio\" name=\"{name}\" id=\"{id}\" autocomplete=\"off\"{(isChosen ? " checked" : "")}> {Markup.Text(label)}</label>");
    }

    private static string StyleOf(int workflows)
    {
        var style = new StringBuilder("body:has(#only-failed:checked) .passed, body:has(#only-passed:checked) .failed { display: none; }\n");
        for (var i = 0; i < workflows; i++)
        {
            style.Append($"body:has(#of-{i}:checked) [data-of]:not([data-of=\"{i}\"]) {{ display: none; }}\n");
            style.Append($"body:has(#of-{i}:checked) .clear[data-of=\"{i}\"] {{ display: block; }}\n");
        }
        return style.ToString();
    }
}
