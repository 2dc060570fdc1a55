using BoneMets.Rules.Decisions;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Cli.Output;

/// <summary>Why: the values that rules read, then every rule with its expression, part by part.</summary>
internal sealed class ReasonWords(TextColumn column, Ink ink)
{
    private const int MostReadings = 12;
    private const int WordWidth = 16;

    public void Write(Decision decision)
    {
        if (decision.Outputs.Count > 0) WriteValues(decision);
        column.Line();
        column.Line(ink.Heading("RULES"));
        foreach (var rule in decision.Rules) WriteRule(rule);
    }

    private void WriteValues(Decision decision)
    {
        column.Line();
        column.Line(ink.Heading("VALUES"));
        foreach (var output in decision.Outputs)
        {
            column.Paragraph("  ", $"{output.Name} = {ValueText.Of(output.Value)}");
            if (decision.Explanations.GetValueOrDefault(output.Name) is { } reason) WriteReason(reason);
        }
    }

    private void WriteReason(Explanation reason)
    {
        const string indent = "      ";
        if (reason.Kind is "score" or "table")
        {
            foreach (var row in reason.Children.Where(c => c.Kind is "row" or "band" && c.Value is not (null or KnownValue { Content: false })))
                column.Paragraph(indent, $"{(row.Value is KnownValue ? "" : "perhaps: ")}{(row.Text.Length > 0 ? row.Text : "always")} → {row.Target}{Readings(row)}");
            return;
        }
        column.Paragraph(indent, reason.Text);
        if (Readings(reason) is { Length: > 0 } readings) column.Paragraph(indent, readings.Trim());
    }

    private void WriteRule(RuleResult rule)
    {
        column.Line();
        var word = Word(rule.Verdict);
        column.Paragraph($"  {word.PadRight(WordWidth)}", rule.Title is null ? rule.Name : $"{rule.Name}: {rule.Title}", $"  {Painted(rule.Verdict, word)}{new string(' ', WordWidth - word.Length)}");
        if (rule.Error is { } error) column.Paragraph("    ", $"{error.Message} ({error.Code})");
        if (rule.Missing.Count > 0) column.Paragraph("    missing: ", string.Join(", ", rule.Missing));
        if (rule.Explanation is not { } reason || IsOfAnotherElement(rule.Name, reason)) return;
        column.Paragraph("    ", reason.Text);
        var parts = reason.Kind is "and" or "or" ? reason.Children : [reason];
        foreach (var part in parts) WritePart(part, "      ");
    }

    /// <summary>Nested <c>and</c> and <c>or</c> are opened; everything else is one line with what it read.</summary>
    private void WritePart(Explanation part, string indent)
    {
        column.Paragraph($"{indent}{Padded(Word(part.Value))}", $"{part.Text}{(part.Kind is "and" or "or" ? "" : Readings(part))}");
        if (part.Kind is not ("and" or "or") || part.Value is null) return;
        foreach (var child in part.Children) WritePart(child, indent + "  ");
    }

    private static string Word(Value? value) => value switch
    {
        null => "not needed",
        KnownValue { Content: true } => "yes",
        KnownValue { Content: false } => "no",
        FaultValue => "not computable",
        KnownValue known => ValueText.Of(known),
        _ => "open",
    };

    /// <summary>A long value still keeps its distance.</summary>
    private static string Padded(string word) => word.PadRight(Math.Max(WordWidth, word.Length + 2));

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.NotMet => "not met",
        Verdict.Failed => "FAILED",
        _ => "not decided",
    };

    private string Painted(Verdict verdict, string word) => verdict switch
    {
        Verdict.Met => ink.Good(word),
        Verdict.Failed => ink.Bad(word),
        Verdict.Undetermined => ink.Doubtful(word),
        _ => word,
    };

    /// <summary>The facts and definitions that a part read, each once, with their values.</summary>
    private static string Readings(Explanation part)
    {
        var readings = new List<string>();
        foreach (var step in Below(part))
        {
            var name = step.Kind == "fact" ? (step.Facts.Count == 1 ? step.Facts[0] : null) : step.Kind == "reference" ? step.Target : null;
            if (name is null || step.Value is null or KnownValue { Content: FactFrame or ListValue }) continue;
            var isWhole = ReferenceEquals(step, part) && step.Value is KnownValue { Content: bool };
            var text = $"{name} = {ValueText.Of(step.Value)}";
            if (!isWhole && !readings.Contains(text, StringComparer.Ordinal)) readings.Add(text);
        }
        if (readings.Count == 0) return "";
        var more = readings.Count > MostReadings ? $", and {readings.Count - MostReadings} more" : "";
        return $"  ({string.Join(", ", readings.Take(MostReadings))}{more})";
    }

    private static IEnumerable<Explanation> Below(Explanation part) => part.Children.SelectMany(Below).Prepend(part);

    /// <summary>A workflow that is included once per element is explained once; its reasons must not stand under another element.</summary>
    private static bool IsOfAnotherElement(string rule, Explanation reason)
    {
        var start = rule.IndexOf('[', StringComparison.Ordinal);
        var end = rule.LastIndexOf(']');
        if (start < 0 || end < start) return false;
        var element = rule[(start + 1)..end];
        var list = element[..(element.LastIndexOf('[') is >= 0 and var at ? at : element.Length)];
        var facts = reason.Facts.Where(f => f.StartsWith(list, StringComparison.Ordinal)).ToList();
        return facts.Count == 0 || facts.Any(f => !f.StartsWith(element, StringComparison.Ordinal));
    }
}
