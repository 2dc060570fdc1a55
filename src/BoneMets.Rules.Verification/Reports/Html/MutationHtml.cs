using BoneMets.Rules.Verification.Mutation;

namespace BoneMets.Rules.Verification.Reports.Html;

/// <summary>Mutants as a part of the page: a bar per workflow and part, then what no case notices with the case that would.</summary>
internal static class MutationHtml
{
    public static void Write(TextWriter writer, MutationReport report, ReportFilter filter)
    {
        writer.WriteLine($"<h2>Small mistakes that the cases notice</h2>\n{Markup.TableStart("Mutants by workflow", true, "Workflow", "Killed", "#Survived", "#Equivalent")}");
        foreach (var workflow in report.Workflows) WriteRow(writer, workflow.Workflow, workflow.Score, filter.Of(workflow.Workflow));
        WriteRow(writer, "All", report.Score, "");
        writer.WriteLine(Markup.TableEnd);
        foreach (var workflow in report.Workflows.Where(w => w.Results.Count > 0)) WriteWorkflow(writer, workflow, filter);
    }

    private static void WriteRow(TextWriter writer, string name, MutationScore score, string attribute) =>
        writer.WriteLine($"<tr{attribute}><th scope=\"row\">{Markup.Text(name)}</th><td>{Markup.Bar(score.Percent, name, $"{score.Killed} of {score.Total}")}</td><td class=\"n\">{score.Survived}</td><td class=\"n\">{score.Equivalent}</td></tr>");

    private static void WriteWorkflow(TextWriter writer, WorkflowMutation workflow, ReportFilter filter)
    {
        writer.WriteLine($"<details{filter.Of(workflow.Workflow)}{(workflow.Score.Survived > 0 ? " open" : "")}>\n<summary>Mutants of {Markup.Text(workflow.Workflow)}</summary>");
        writer.WriteLine(Markup.TableStart($"Parts of {workflow.Workflow} and their mutants", false, "Part", "Killed", "#Survived", "#Equivalent"));
        foreach (var part in workflow.Parts) WriteRow(writer, part.Part.ToString(), part.Score, "");
        writer.WriteLine(Markup.TableEnd);
        foreach (var status in (MutantStatus[])[MutantStatus.Survived, MutantStatus.Equivalent]) WriteMutants(writer, workflow, status);
        writer.WriteLine("</details>");
    }

    private static void WriteMutants(TextWriter writer, WorkflowMutation workflow, MutantStatus status)
    {
        var results = workflow.Results.Where(r => r.Status == status).ToList();
        if (results.Count == 0) return;
        var (title, last) = status == MutantStatus.Survived ? ("Not noticed by any case", "A case that would notice") : ("Proved to make no difference", "Why");
        writer.WriteLine(Markup.TableStart($"{title}: {workflow.Workflow}", true, "Where", "As it is", "With the mistake", last));
        foreach (var result in results)
        {
            var mutant = result.Mutant;
            var what = result.Suggestion is { } found ? $"<details><summary>{Markup.Text(found.Title)}</summary><pre><code>{Markup.Text(found.Json)}</code></pre></details>" : Markup.Text(result.Reason ?? "none was found");
            writer.WriteLine($"<tr><td><code>{Markup.Text(mutant.Place.Document)}({mutant.Place.Line},{mutant.Place.Column})</code><br>{Markup.Text(mutant.Part.ToString())}, {Markup.Text(mutant.Operator)}</td>"
                + $"<td><code>{Markup.Text(mutant.Core.Before)}</code></td><td><code>{Markup.Text(mutant.Core.After)}</code></td><td>{what}</td></tr>");
        }
        writer.WriteLine(Markup.TableEnd);
    }
}
