using BoneMets.Rules.Decisions;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Verification.Reasons;

/// <summary>
/// The explanations of a decision that was made with <see cref="Explain.Full"/>, cut down to what a person reads: the parts of each
/// condition, and the facts and definitions that they read with their values. Terminal and page show the same.
/// </summary>
public static class DecisionReasons
{
    private const int MostReadings = 12;

    /// <param name="open">Null: definitions stand with their values only. A decision: each is followed to what it rests on, where the rule first reads it.</param>
    public static RuleReason Of(RuleResult rule, Decision? open = null)
    {
        var reason = rule.Explanation is { } explanation && !IsOfAnotherElement(rule.Name, explanation) ? explanation : null;
        var definitions = new OpenedDefinitions(open);
        return new RuleReason(rule, Word(rule.Verdict), reason?.Text, reason is null ? [] : [.. Operands(reason).Select(p => Part(p, definitions))]);
    }

    public static OutputReason Of(OutputResult output, Decision decision) =>
        new(output.Name, ValueText.Of(output.Value), decision.Explanations.GetValueOrDefault(output.Name) is { } reason ? [.. Lines(reason)] : []);

    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.NotMet => "not met",
        Verdict.Failed => "FAILED",
        _ => "not decided",
    };

    private static IEnumerable<string> Lines(Explanation reason)
    {
        if (IsTable(reason))
            return Applying(reason).Select(row => $"{(row.Value is KnownValue ? "" : "perhaps: ")}{TextOf(row)} → {row.Target}{(Readings(row) is { Length: > 0 } cells ? $"  ({cells})" : "")}");
        var readings = Readings(reason);
        // A score is the sum of its items and has no expression.
        return reason.Kind == "score" ? [readings] : readings.Length > 0 ? [reason.Text, $"({readings})"] : [reason.Text];
    }

    private static bool IsTable(Explanation reason) => reason.Children.Any(c => c.Kind is "row" or "band");

    /// <summary>The rows of a table, or the bands of a score item, that apply or may apply.</summary>
    private static IEnumerable<Explanation> Applying(Explanation reason) =>
        reason.Children.Where(c => c.Kind is "row" or "band" && c.Value is not (null or KnownValue { Content: false }));

    private static string TextOf(Explanation row) => row.Text.Length > 0 ? row.Text : "always";

    private static IReadOnlyList<Explanation> Operands(Explanation reason) => reason.Kind is "and" or "or" or "score" ? reason.Children : [reason];

    /// <summary>Nested <c>and</c> and <c>or</c> are opened, unless nothing needed them; everything else is one line with what it read.</summary>
    private static ReasonPart Part(Explanation part, OpenedDefinitions definitions)
    {
        var (tone, word) = Outcome(part.Value);
        if (part.Kind is "and" or "or") return new ReasonPart(tone, word, part.Text, "", part.Value is null ? [] : [.. part.Children.Select(c => Part(c, definitions))]);
        var rests = part.Value is null ? [] : definitions.OpenedBy(part);
        // A definition that is the whole part is followed to what it consists of, without saying its value twice.
        return new ReasonPart(tone, word, part.Text, part.Kind == "reference" ? "" : Readings(part),
            part.Kind == "reference" && rests is [var (_, reason)] ? Rests(reason, definitions) : [.. rests.Select(r => Definition(r.Name, r.Reason, definitions))]);
    }

    private static ReasonPart Definition(string name, Explanation reason, OpenedDefinitions definitions)
    {
        var (tone, word) = Outcome(reason.Value);
        return new ReasonPart(tone, word, name, "", Rests(reason, definitions));
    }

    private static IReadOnlyList<ReasonPart> Rests(Explanation reason, OpenedDefinitions definitions) => IsTable(reason)
        ? [.. Applying(reason).Select(r => new ReasonPart(r.Value is KnownValue ? ReasonTone.Plain : ReasonTone.Open, $"{(r.Value is KnownValue ? "" : "perhaps ")}{r.Target}", TextOf(r), Readings(r), [.. definitions.OpenedBy(r).Select(d => Definition(d.Name, d.Reason, definitions))]))]
        : [.. Operands(reason).Select(p => Part(p, definitions))];

    private static (ReasonTone Tone, string Word) Outcome(Value? value) => value switch
    {
        null => (ReasonTone.NotNeeded, "not needed"),
        KnownValue { Content: true } => (ReasonTone.Yes, "yes"),
        KnownValue { Content: false } => (ReasonTone.No, "no"),
        FaultValue => (ReasonTone.NotComputable, "not computable"),
        KnownValue known => (ReasonTone.Plain, ValueText.Of(known)),
        RangeValue or OneOfValue => (ReasonTone.Open, ValueText.Of(value)),
        _ => (ReasonTone.Open, "open"),
    };

    /// <summary>The facts and definitions that a part read, each once, with their values.</summary>
    private static string Readings(Explanation part)
    {
        var readings = new List<string>();
        foreach (var step in part.Below)
        {
            var name = step.Kind == "fact" ? (step.Facts.Count == 1 ? step.Facts[0] : null) : step.Kind == "reference" ? step.Target : null;
            if (name is null || step.Value is null or KnownValue { Content: FactFrame or ListValue }) continue;
            var isWhole = ReferenceEquals(step, part) && step.Value is KnownValue { Content: bool };
            var text = $"{name} = {ValueText.Of(step.Value)}";
            if (!isWhole && !readings.Contains(text, StringComparer.Ordinal)) readings.Add(text);
        }
        var more = readings.Count > MostReadings ? $", and {readings.Count - MostReadings} more" : "";
        return string.Join(", ", readings.Take(MostReadings)) + more;
    }

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
