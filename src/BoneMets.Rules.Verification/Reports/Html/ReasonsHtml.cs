using BoneMets.Rules.Verification.Cases;
using BoneMets.Rules.Verification.Reasons;

namespace BoneMets.Rules.Verification.Reports.Html;

/// <summary>Why a case came out otherwise than expected: first the rules and values that differ, then all others.</summary>
internal static class ReasonsHtml
{
    public static void Write(TextWriter writer, CaseResult result, Decision decision)
    {
        var subjects = result.Differences.Select(d => d.About).ToHashSet();
        var open = result.Case.Expect.Rules.Where(r => r.Value == Verdict.Undetermined).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in decision.Rules.Where(IsAbout)) WriteRule(writer, rule, decision);
        foreach (var output in decision.Outputs.Where(IsValueAbout)) WriteOutput(writer, output, decision);
        writer.WriteLine("<details><summary>All other rules and values</summary>");
        foreach (var rule in decision.Rules.Where(r => !IsAbout(r))) WriteRule(writer, rule, decision);
        foreach (var output in decision.Outputs.Where(o => !IsValueAbout(o))) WriteOutput(writer, output, decision);
        writer.WriteLine("</details>");

        bool IsAbout(RuleResult rule) => subjects.Contains(new CaseSubject(CaseSubjectKind.Rule, rule.Name))
            || (subjects.Contains(new CaseSubject(CaseSubjectKind.Missing)) && open.Contains(rule.Name))
            || (subjects.Contains(new CaseSubject(CaseSubjectKind.Events)) && rule.Event is { } happened && result.Case.Expect.Events?.Contains(happened, StringComparer.Ordinal) != true);
        bool IsValueAbout(OutputResult output) => subjects.Contains(new CaseSubject(CaseSubjectKind.Output, output.Name));
    }

    private static void WriteRule(TextWriter writer, RuleResult rule, Decision decision)
    {
        var reason = DecisionReasons.Of(rule, decision);
        writer.WriteLine($"<div class=\"why\">\n<p><strong>{Markup.Text(reason.Word)}</strong> <code>{Markup.Text(rule.Name)}</code>{(rule.Title is { } title ? $": {Markup.Text(title)}" : "")}</p>");
        if (rule.Error is { } error) writer.WriteLine($"<p class=\"bad\">{Markup.Text(error.Message)} ({Markup.Text(error.Code)})</p>");
        if (rule.Missing.Count > 0) writer.WriteLine($"<p>missing: {Markup.Text(string.Join(", ", rule.Missing))}</p>");
        if (reason.Expression is { } expression && reason.Parts.Count != 1) writer.WriteLine($"<p><code>{Markup.Text(expression)}</code></p>");
        WriteParts(writer, reason.Parts);
        writer.WriteLine("</div>");
    }

    private static void WriteParts(TextWriter writer, IReadOnlyList<ReasonPart> parts)
    {
        if (parts.Count == 0) return;
        writer.WriteLine("<ul>");
        foreach (var part in parts)
        {
            var tone = part.Tone switch { ReasonTone.Yes => "yes", ReasonTone.No => "no", ReasonTone.Open or ReasonTone.NotComputable => "open", _ => "soft" };
            writer.Write($"<li><span class=\"word {tone}\">{Markup.Text(part.Word)}</span> <code>{Markup.Text(part.Text)}</code>{(part.Readings.Length > 0 ? $" <span class=\"soft\">({Markup.Text(part.Readings)})</span>" : "")}");
            WriteParts(writer, part.Parts);
            writer.WriteLine("</li>");
        }
        writer.WriteLine("</ul>");
    }

    private static void WriteOutput(TextWriter writer, OutputResult output, Decision decision)
    {
        var reason = DecisionReasons.Of(output, decision);
        writer.WriteLine($"<div class=\"why\">\n<p><strong>{Markup.Text(reason.Value)}</strong> <code>{Markup.Text(reason.Name)}</code></p>");
        if (reason.Lines.Count > 0) writer.WriteLine($"<ul>{string.Concat(reason.Lines.Select(l => $"<li>{Markup.Text(l)}</li>"))}</ul>");
        writer.WriteLine("</div>");
    }
}
