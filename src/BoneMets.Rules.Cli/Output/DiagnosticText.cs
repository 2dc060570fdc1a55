using System.Globalization;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Documents;
using BoneMets.Rules.Verification.Analysis;

namespace BoneMets.Rules.Cli.Output;

/// <summary>Findings as compilers print them, with the expression and a mark under the part that is meant.</summary>
internal static class DiagnosticText
{
    private const int Width = 100;
    private const int MostOpen = 5;
    private const string Margin = "    ";

    public static void Write(Terminal terminal, IReadOnlyList<Diagnostic> findings, LoadedLibrary loaded, LibraryCheck check)
    {
        var documents = loaded.Library.Documents.ToDictionary(d => d.Name, StringComparer.Ordinal);
        var ink = new Ink(terminal.ColourOut);
        foreach (var finding in findings)
        {
            terminal.Out.WriteLine(Head(finding with { Document = loaded.PathOf(finding.Document) }, ink));
            if (documents.TryGetValue(finding.Document, out var document)) WriteExcerpt(terminal.Out, finding, document, ink);
            if (finding.Example is { } example) terminal.Out.WriteLine($"{Margin}for example {example}");
        }
        if (check.Analysis is { } analysis) WriteAnalysis(terminal.Out, analysis);
        var (errors, warnings) = (findings.Count(d => d.IsError), findings.Count(d => d.Severity == Severity.Warning));
        var (workflows, rules) = (loaded.Library.Workflows.Count, loaded.Library.Workflows.Sum(w => w.Bound?.Rules.Count ?? w.Model.Rules.Count));
        terminal.Out.WriteLine($"{Count(errors, "error")}, {Count(warnings, "warning")} in {Count(workflows, "workflow")} with {Count(rules, "rule")} and {Count(check.Cases, "golden case")}");
    }

    /// <summary>What was not answered is said always: silence would pass for a proof.</summary>
    private static void WriteAnalysis(TextWriter writer, AnalysisReport analysis)
    {
        foreach (var open in analysis.Open.GroupBy(o => o.Why, StringComparer.Ordinal))
            writer.WriteLine($"not decided, {open.Key}: {string.Join("; ", open.Select(o => $"{o.Workflow}: {o.Subject}").Take(MostOpen))}{(open.Count() > MostOpen ? $" and {open.Count() - MostOpen} more" : "")}");
        if (analysis is { Solver: { } solver, Questions: > 0 }) writer.WriteLine($"{Count(analysis.Questions, "question")} about all patients answered by {solver}, {analysis.Open.Count} not decided{(analysis.LongestList is { } longest ? $", lists of up to {longest} elements looked at" : "")}");
    }

    private static string Head(Diagnostic finding, Ink ink)
    {
        var text = finding.ToString();
        var word = finding.Severity.ToString().ToLowerInvariant();
        var at = text.IndexOf($"{word} {finding.Code.Id}", StringComparison.Ordinal);
        return text[..at] + ink.Of(finding.Severity, $"{word} {finding.Code.Id}") + text[(at + word.Length + 1 + finding.Code.Id.Length)..];
    }

    private static void WriteExcerpt(TextWriter writer, Diagnostic finding, JsonText document, Ink ink)
    {
        if (finding.Span is not { } span || document.Root is not { } root) return;
        if (JsonPointer.Nearest(root, finding.Pointer) is not { Text: { } text } || span.Start > text.Length) return;
        var visible = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        var start = visible.Length <= Width ? 0 : Math.Clamp(span.Start - Width / 3, 0, visible.Length - Width);
        var shown = visible.Substring(start, Math.Min(Width, visible.Length - start));
        var mark = Math.Clamp(span.Length, 1, Math.Max(1, shown.Length - (span.Start - start)));
        writer.WriteLine($"{Margin}{(start > 0 ? "…" : "")}{shown}{(start + shown.Length < visible.Length ? "…" : "")}");
        writer.WriteLine($"{Margin}{new string(' ', span.Start - start + (start > 0 ? 1 : 0))}{ink.Of(finding.Severity, new string('^', mark))}");
    }

    private static string Count(int count, string thing) => $"{count} {thing}{(count == 1 ? "" : "s")}";
}
