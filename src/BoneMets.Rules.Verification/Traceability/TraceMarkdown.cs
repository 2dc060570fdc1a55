using BoneMets.Rules.Verification.Reports;

namespace BoneMets.Rules.Verification.Traceability;

/// <summary>A trace as Markdown: the workflows, the statements with what encodes them, the rules that encode none, the counts. No dates: the same library gives the same text.</summary>
/// <param name="trace">What to write.</param>
/// <param name="libraryPath">The library's folder as seen from the file that the text stands in; empty when it is the same folder.</param>
public sealed class TraceMarkdown(LibraryTrace trace, string libraryPath)
{
    private const int MostCases = 6;
    private const string Nothing = "–";

    public static string Of(LibraryTrace trace, string libraryPath = "") => new TraceMarkdown(trace, libraryPath).Write();

    private string Write()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        WriteWorkflows(writer);
        WriteStatements(writer);
        WriteOtherRules(writer);
        WriteCounts(writer);
        return writer.ToString();
    }

    private void WriteWorkflows(StringWriter writer)
    {
        writer.WriteLine("### Workflows\n");
        MarkdownText.Head(writer, "Workflow", "Title", "#Rules", "#Tables", "#Scores", "#Golden cases", "#Sources not verified");
        foreach (var workflow in trace.Library.Workflows)
        {
            var model = workflow.Model;
            MarkdownText.Row(writer,
                Linked(workflow, workflow.Name), Text(model.Title), $"{model.AllRules().Count()}", $"{model.Tables.Count}", $"{model.Scores.Count}",
                $"{workflow.Cases?.Cases.Count ?? 0}", $"{NotVerified(model.Citations())}");
        }
    }

    private void WriteStatements(StringWriter writer)
    {
        writer.WriteLine("\n### Statements and the rules that encode them\n");
        writer.WriteLine("The golden cases of a rule are those that expect it to be met; the numbers after them count the cases that expect met, not met and undetermined.");
        writer.WriteLine("The golden cases of a table row or a score band are those of its workflow on whose facts it surely applies.\n");
        MarkdownText.Head(writer, "Statement", "Text", "Source", "Encoded by", "Golden cases", "Met / not met / undetermined");
        foreach (var statement in trace.Statements)
        {
            var given = statement.Statement;
            string[] head = [Text(given.Id), Text(given.Text), Source(given.Source)];
            if (statement.EncodedBy.Count == 0)
                MarkdownText.Row(writer, [.. head, given.NoRule is { } reason ? $"*no rule:* {Text(reason)}" : "**no rule, and no reason given**", Nothing, Nothing]);
            foreach (var encoding in statement.EncodedBy)
            {
                MarkdownText.Row(writer, [.. head, Linked(encoding.Workflow, $"{encoding.Workflow.Name}.{encoding.Name}"), Cases(encoding.Workflow, encoding.Cases), Verdicts(encoding.Rule)]);
                head = [head[0], "", ""]; // the statement's text stands once
            }
        }
    }

    private void WriteOtherRules(StringWriter writer)
    {
        writer.WriteLine("\n### Rules that encode no numbered statement\n");
        writer.WriteLine("They rest upon a published source or upon a decision of the specification.\n");
        MarkdownText.Head(writer, "Rule", "Source", "Golden cases", "Met / not met / undetermined");
        foreach (var rule in trace.Rules.Where(r => !r.Statements.Any()))
        {
            var sources = rule.Rule.Evidence.Select(c => Source(c.Source) + (c.Locator is { } place ? $", {Text(place)}" : "")).Distinct(StringComparer.Ordinal);
            var cited = rule.Rule.Evidence.Count > 0 ? string.Join("; ", sources) : rule.Rule.Recommendation is null ? $"{Nothing} (recommends nothing)" : "**no source**";
            MarkdownText.Row(writer, Linked(rule.Workflow, $"{rule.Workflow.Name}.{rule.Rule.Name}"), cited, Cases(rule.Workflow, rule.Cases.Met), Verdicts(rule));
        }
    }

    private void WriteCounts(StringWriter writer)
    {
        var library = trace.Library;
        var models = library.Workflows.Select(w => w.Model).ToList();
        var cited = models.SelectMany(m => m.Citations()).Select(c => c.Source).ToHashSet(StringComparer.Ordinal);
        writer.WriteLine("\n### Counts\n");
        MarkdownText.Head(writer, "What", "#Number");
        void Row(string what, int number) => MarkdownText.Row(writer, what, $"{number}");
        Row("workflows", models.Count);
        Row("rules", trace.Rules.Count);
        Row("of them encoding a numbered statement", trace.Rules.Count(r => r.Statements.Any()));
        Row("rules that no golden case expects to be met", trace.Rules.Count(r => r.Cases.Met.Count == 0));
        Row("tables", models.Sum(m => m.Tables.Count));
        Row("scores", models.Sum(m => m.Scores.Count));
        Row("golden cases", library.Workflows.Sum(w => w.Cases?.Cases.Count ?? 0));
        Row("statements", trace.Statements.Count);
        Row("of them encoded", trace.Statements.Count(s => s.EncodedBy.Count > 0));
        Row("left out for a reason", trace.Statements.Count(s => s.EncodedBy.Count == 0 && !s.IsGap));
        Row("left out without a reason", trace.Statements.Count(s => s.IsGap));
        Row("sources cited", cited.Count);
        Row("of them not verified", NotVerified(models.SelectMany(m => m.Citations())));
    }

    private int NotVerified(IEnumerable<Citation> citations) =>
        citations.Select(c => c.Source).Distinct(StringComparer.Ordinal).Count(s => trace.Library.Evidence.GetValueOrDefault(s) is not { Verified: true });

    private string Source(string id) => trace.Library.Evidence.GetValueOrDefault(id) is { } source ? Text(source.Title) + (source.Verified ? "" : " (*not verified*)") : Text(id);

    private string Linked(LibraryWorkflow workflow, string text) =>
        MarkdownText.Link(text, libraryPath.Length == 0 ? $"{workflow.Folder}/" : $"{libraryPath}/{workflow.Folder}/");

    /// <summary>A case of another workflow is named with it.</summary>
    private static string Cases(LibraryWorkflow workflow, IReadOnlyList<TracedCase> cases)
    {
        if (cases.Count == 0) return "**none**";
        var shown = cases.Take(MostCases).Select(c => (c.Workflow == workflow.Name ? "" : $"{Text(c.Workflow)}: ") + MarkdownText.CodeInCell(c.Case.Id));
        return string.Join(", ", shown) + (cases.Count > MostCases ? $" and {cases.Count - MostCases} more" : "");
    }

    private static string Verdicts(RuleTrace? rule) => rule is { Cases: var cases } ? $"{cases.Met.Count} / {cases.NotMet} / {cases.Undetermined}" : Nothing;

    private static string Text(string? text) => MarkdownText.Inline(text ?? "");
}
