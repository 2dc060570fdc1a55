using BoneMets.Rules.Verification.Reasons;

namespace BoneMets.Rules.Cli.Output;

/// <summary>Why: the values that rules read, then every rule with its expression, part by part.</summary>
internal sealed class ReasonWords(TextColumn column, Ink ink)
{
    private const int WordWidth = 16;

    public void Write(Decision decision)
    {
        if (decision.Outputs.Count > 0) WriteValues(decision);
        column.Line();
        column.Line(ink.Heading("RULES"));
        foreach (var rule in decision.Rules) Write(DecisionReasons.Of(rule));
    }

    private void WriteValues(Decision decision)
    {
        column.Line();
        column.Line(ink.Heading("VALUES"));
        foreach (var output in decision.Outputs.Select(o => DecisionReasons.Of(o, decision)))
        {
            column.Paragraph("  ", $"{output.Name} = {output.Value}");
            foreach (var line in output.Lines) column.Paragraph("      ", line);
        }
    }

    public void Write(RuleReason reason)
    {
        column.Line();
        var (rule, word) = (reason.Rule, reason.Word);
        column.Paragraph($"  {word.PadRight(WordWidth)}", rule.Title is null ? rule.Name : $"{rule.Name}: {rule.Title}", $"  {Painted(rule.Verdict, word)}{new string(' ', WordWidth - word.Length)}");
        if (rule.Error is { } error) column.Paragraph("    ", $"{error.Message} ({error.Code})");
        if (rule.Missing.Count > 0) column.Paragraph("    missing: ", string.Join(", ", rule.Missing));
        if (reason.Expression is { } expression) column.Paragraph("    ", expression);
        foreach (var part in reason.Parts) WritePart(part, "      ");
    }

    private void WritePart(ReasonPart part, string indent)
    {
        column.Paragraph($"{indent}{Padded(part.Word)}", part.Readings.Length == 0 ? part.Text : $"{part.Text}  ({part.Readings})");
        foreach (var child in part.Parts) WritePart(child, indent + "  ");
    }

    /// <summary>A long value still keeps its distance.</summary>
    private static string Padded(string word) => word.PadRight(Math.Max(WordWidth, word.Length + 2));

    private string Painted(Verdict verdict, string word) => verdict switch
    {
        Verdict.Met => ink.Good(word),
        Verdict.Failed => ink.Bad(word),
        Verdict.Undetermined => ink.Doubtful(word),
        _ => word,
    };
}
