using System.Globalization;
using BoneMets.Rules.Contrasts;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Verification.Reports;

namespace BoneMets.Rules.Cli.Output;

/// <summary>A decision in words for a clinician: what, how urgent, on whose evidence, what is open and why. The reasons follow rule by rule.</summary>
internal sealed class DecisionWords(TextWriter writer, Ink ink, int width)
{
    private readonly TextColumn column = new(writer, width);

    /// <summary>Missing facts stand in the order of the questions, where there are any.</summary>
    public void Write(Decision decision, Workflow workflow, IReadOnlyList<NextQuestion> questions)
    {
        column.Paragraph("", $"{decision.Workflow}{(workflow.Title is { } title ? $": {title}" : "")}");
        column.Paragraph("", $"Evaluated for {decision.AsOf:yyyy-MM-dd}. {Status(decision)} The content is {decision.ReleaseStatus}.");
        if (decision.Source is { IsReviewOverdue: true, ReviewDue: var due }) column.Paragraph("", $"Its review was due on {due:yyyy-MM-dd}.");
        WriteRecommendations(decision);
        WritePending(decision);
        WriteWithheld(decision);
        WriteMissing(decision, questions);
        WriteNotices(decision);
        new ReasonWords(column, ink).Write(decision);
    }

    private static string Status(Decision decision)
    {
        int Count(Verdict verdict) => decision.Rules.Count(r => r.Verdict == verdict && !r.IsNested);
        return decision.Status switch
        {
            DecisionStatus.Complete => "Every rule is decided.",
            DecisionStatus.Incomplete => $"{Rules(Count(Verdict.Undetermined))} not decided, for lack of facts.",
            _ => $"FAILED: {Rules(Count(Verdict.Failed))} not computable; do not rely on this decision.",
        };
    }

    private static string Rules(int count) => count == 1 ? "1 rule is" : $"{count} rules are";

    private void Heading(string text)
    {
        column.Line();
        column.Line(ink.Heading(text.ToUpperInvariant()));
    }

    private string Painted(Urgency urgency, string text) => urgency switch
    {
        Urgency.Emergency or Urgency.Urgent => ink.Bad(text),
        Urgency.Routine => ink.Doubtful(text),
        _ => text,
    };

    private void Item(Urgency urgency, string? strength, string text)
    {
        var word = urgency.ToString().ToLowerInvariant() + (strength is null ? "" : $", {strength}");
        column.Paragraph($"  [{word}] ", text, $"  {Painted(urgency, $"[{word}]")} ");
    }

    private void WriteRecommendations(Decision decision)
    {
        Heading("Recommendations");
        if (decision.Recommendations.Count == 0) column.Line("  None on these facts.");
        foreach (var item in decision.Recommendations)
        {
            Item(item.Urgency, item.Strength?.ToString().ToLowerInvariant(), item.Text);
            column.Paragraph("      rule: ", Named(item.Rule, item.Title));
            var rule = decision.Rules.FirstOrDefault(r => r.Name == item.Rule);
            foreach (var source in rule?.Evidence ?? []) column.Paragraph("      source: ", Source(source));
        }
    }

    private void WritePending(Decision decision)
    {
        if (decision.Pending.Count == 0) return;
        Heading("Not decided yet");
        foreach (var item in decision.Pending)
        {
            Item(item.Urgency, null, item.Text);
            column.Paragraph("      rule: ", Named(item.Rule, item.Title));
            if (item.Missing.Count > 0) column.Paragraph("      missing: ", string.Join("; ", item.Missing.Select(m => Label(decision, m))));
        }
    }

    private void WriteWithheld(Decision decision)
    {
        if (decision.Withheld.Count == 0) return;
        Heading("Withheld");
        foreach (var item in decision.Withheld)
        {
            Item(item.Urgency, null, item.Text);
            column.Paragraph("      rule: ", Named(item.Rule, item.Title));
            column.Paragraph("      because of: ", $"{string.Join(", ", item.By)}. {item.Reason}");
        }
    }

    private void WriteMissing(Decision decision, IReadOnlyList<NextQuestion> questions)
    {
        if (decision.Missing.Count == 0) return;
        Heading(questions.Count > 1 ? "Missing facts, the most telling first" : "Missing facts");
        var order = questions.Select((q, i) => (q.Fact, i)).ToDictionary(q => q.Fact, q => q.i, StringComparer.Ordinal);
        foreach (var missing in decision.Missing.OrderBy(m => order.GetValueOrDefault(m.Fact, int.MaxValue)))
        {
            column.Paragraph("  ", $"{Label(decision, missing.Fact)}{Unit(missing)}: for {string.Join(", ", missing.Rules)}");
            if (order.TryGetValue(missing.Fact, out var at) && Effect(questions[at]) is { } effect) column.Paragraph("      ", effect);
        }
    }

    private static string? Effect(NextQuestion question) => question.Answers.Count == 0 ? null
        : question.Always.Count > 0 ? $"any answer decides {string.Join(", ", question.Always)}"
        : question.Decides > 0 ? $"an answer decides {question.Decides.ToString("0.##", CultureInfo.InvariantCulture)} {(question.Decides == 1 ? "rule" : "rules")} on average"
        : "decides nothing by itself";

    private void WriteNotices(Decision decision)
    {
        if (decision.Notices.Count == 0) return;
        Heading("Notices");
        foreach (var notice in decision.Notices) column.Paragraph("  ", $"{(notice.Output is { } output ? $"{output}: " : "")}{notice.Message} ({notice.Code})");
    }

    private static string Named(string rule, string? title) => title is null ? rule : $"{rule}: {title}";

    private static string Label(Decision decision, string fact) =>
        decision.Missing.FirstOrDefault(m => m.Fact == fact)?.Label is { } label ? $"{label} ({fact})" : fact;

    /// <summary>UCUM annotations such as <c>{score}</c> are no units that anybody says.</summary>
    private static string Unit(MissingFact missing) => missing.Unit is { } unit && !unit.StartsWith('{') ? $", in {unit}" : "";

    private static string? Statements(ResolvedCitation citation) => citation.Statements.Count switch
    {
        0 => null,
        1 => $"Statement {citation.Statements[0]}",
        _ => $"Statements {string.Join(", ", citation.Statements)}",
    };

    private static string Source(ResolvedCitation citation)
    {
        if (citation.Details is not { } source) return citation.Source;
        var text = SourceText.Joined(SourceText.Citation(source), SourceText.Address(source), citation.Locator, Statements(citation));
        return $"{text} {(source.Verified ? "Verified." : "Not verified against the source.")}";
    }
}
