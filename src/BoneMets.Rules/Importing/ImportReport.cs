using System.Text;
using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Importing;

/// <summary>What an import changed, in markdown, for whoever has to rely on the rules afterwards.</summary>
internal static class ImportReport
{
    public static string Write(string source, Workflow workflow, IReadOnlyList<RuleMeaning> rules, IReadOnlyList<Diagnostic> findings)
    {
        var text = new StringBuilder();
        text.Append($"# Import of `{workflow.Name}`\n\n");
        text.Append($"From `{Path.GetFileName(source)}`, a file for Microsoft's RulesEngine. The text of the workflow is unchanged; this page says what it means here that it did not mean there.\n\n");
        text.Append("- A fact that is absent or `null` is **unknown**, not false and not an error. A rule that needs it is *undetermined* and names it.\n");
        text.Append("- `/` is exact decimal division, also of whole numbers.\n- Numbers are exact decimals: `0.1 + 0.2 == 0.3` is true.\n- Rules see no clock, no .NET types beyond the listed spellings, and no custom types or actions.\n\n");
        text.Append($"{rules.Count(r => r.CanBeUndetermined)} of {rules.Count} rules can be undetermined.\n\n");
        WriteRules(text, rules);
        WriteDisabled(text, workflow);
        WriteIgnored(text, findings);
        return text.ToString();
    }

    private static void WriteRules(StringBuilder text, IReadOnlyList<RuleMeaning> rules)
    {
        text.Append("## Rules\n\n");
        foreach (var meaning in rules)
        {
            text.Append($"### {meaning.Rule.Name}\n\n");
            if (meaning.Rule.Expression is { } expression) text.Append($"```csharp\n{expression.Text}\n```\n\n");
            else text.Append($"{(meaning.Rule.Operator == RuleOperator.And ? "All" : "At least one")} of: {string.Join(", ", meaning.Rule.Rules.Select(r => $"`{r.Name}`"))}.\n\n");
            if (meaning.Facts.Count > 0) text.Append($"- Undetermined while one of these is missing and the others do not decide: {string.Join(", ", meaning.Facts.Select(f => $"`{f}`"))}.\n");
            if (meaning.ReadsRules.Count > 0) text.Append($"- As undetermined as the rules that it reads: {string.Join(", ", meaning.ReadsRules.Select(r => $"`{r}`"))}.\n");
            foreach (var division in meaning.Divisions) text.Append($"- `{division.Slice}` is exact here; whole numbers were rounded down. `Floor({division.Slice})` keeps the old meaning.\n");
            foreach (var negation in meaning.Negations) text.Append($"- `{negation.Slice}` was true of an absent fact (or an error); here it is unknown. `({negation.Slice}) ?? true` keeps it true.\n");
            foreach (var conversion in meaning.Conversions) text.Append($"- `{conversion.Slice}` rounds a half away from zero here (`2.5` is 3); it was rounded to the even neighbour (2).\n");
            if (!meaning.CanBeUndetermined && meaning.Divisions.Count + meaning.Negations.Count + meaning.Conversions.Count == 0) text.Append("- Means the same.\n");
            text.Append('\n');
        }
    }

    private static void WriteDisabled(StringBuilder text, Workflow workflow)
    {
        if (workflow.DisabledRules.Count == 0) return;
        text.Append($"## Disabled\n\nThese rules are absent, and a rule that reads one is an error: {string.Join(", ", workflow.DisabledRules.Select(r => $"`{r}`"))}.\n\n");
    }

    private static void WriteIgnored(StringBuilder text, IReadOnlyList<Diagnostic> findings)
    {
        var ignored = findings.Where(f => f.Code == DiagnosticCode.UnknownKeyTolerated).ToList();
        if (ignored.Count == 0) return;
        text.Append("## Ignored\n\n");
        foreach (var finding in ignored) text.Append($"- line {finding.Line}, `{finding.Pointer}`: {finding.Message}\n");
        text.Append('\n');
    }
}
