using System.Net;
using BoneMets.Rules.Verification.Mutation;

namespace BoneMets.Rules.Verification.Reports;

/// <summary>Mutants as a part of the page: a bar per workflow and part, then what no case notices with the case that would.</summary>
internal static class MutationHtml
{
    public static void Write(TextWriter writer, MutationReport report)
    {
        writer.WriteLine("<h2>Small mistakes that the cases notice</h2>");
        writer.WriteLine("<table>\n<caption>Mutants by workflow</caption>\n<tr><th scope=\"col\">Workflow</th><th scope=\"col\">Killed</th><th scope=\"col\" class=\"n\">Survived</th><th scope=\"col\" class=\"n\">Equivalent</th></tr>");
        foreach (var workflow in report.Workflows) WriteRow(writer, workflow.Workflow, workflow.Score);
        WriteRow(writer, "All", report.Score);
        writer.WriteLine("</table>");
        foreach (var workflow in report.Workflows.Where(w => w.Results.Count > 0)) WriteWorkflow(writer, workflow);
    }

    private static void WriteRow(TextWriter writer, string name, MutationScore score) =>
        writer.WriteLine($"<tr><th scope=\"row\">{Text(name)}</th><td>{CoverageHtml.Bar(score.Percent, name)} ({score.Killed} of {score.Total})</td><td class=\"n\">{score.Survived}</td><td class=\"n\">{score.Equivalent}</td></tr>");

    private static void WriteWorkflow(TextWriter writer, WorkflowMutation workflow)
    {
        writer.WriteLine($"<details{(workflow.Score.Survived > 0 ? " open" : "")}>\n<summary>Mutants of {Text(workflow.Workflow)}</summary>");
        writer.WriteLine("<table>\n<tr><th scope=\"col\">Part</th><th scope=\"col\">Killed</th><th scope=\"col\" class=\"n\">Survived</th><th scope=\"col\" class=\"n\">Equivalent</th></tr>");
        foreach (var part in workflow.Parts) WriteRow(writer, part.Part.ToString(), part.Score);
        writer.WriteLine("</table>");
        foreach (var status in (MutantStatus[])[MutantStatus.Survived, MutantStatus.Equivalent]) WriteMutants(writer, workflow, status);
        writer.WriteLine("</details>");
    }

    private static void WriteMutants(TextWriter writer, WorkflowMutation workflow, MutantStatus status)
    {
        var results = workflow.Results.Where(r => r.Status == status).ToList();
        if (results.Count == 0) return;
        var (title, last) = status == MutantStatus.Survived ? ("Not noticed by any case", "A case that would notice") : ("Proved to make no difference", "Why");
        writer.WriteLine($"<table>\n<caption>{title}</caption>\n<tr><th scope=\"col\">Where</th><th scope=\"col\">As it is</th><th scope=\"col\">With the mistake</th><th scope=\"col\">{last}</th></tr>");
        foreach (var result in results)
        {
            var mutant = result.Mutant;
            var what = result.Suggestion is { } found ? $"<details><summary>{Text(found.Title)}</summary><pre><code>{Text(found.Json)}</code></pre></details>" : Text(result.Reason ?? "none was found");
            writer.WriteLine($"<tr><td><code>{Text(mutant.Place.Document)}({mutant.Place.Line},{mutant.Place.Column})</code><br>{Text(mutant.Part.ToString())}, {Text(mutant.Operator)}</td>"
                + $"<td><code>{Text(mutant.Core.Before)}</code></td><td><code>{Text(mutant.Core.After)}</code></td><td>{what}</td></tr>");
        }
        writer.WriteLine("</table>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
