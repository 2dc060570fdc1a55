using BoneMets.Rules.Language;

namespace BoneMets.Rules.Server.CdsHooks.Services;

/// <summary>
/// The rules of a workflow and of all that it includes, by the names that a decision gives them. A rule of a workflow that is included for each
/// element of a list has one name here: which lesion it was about is the patient's affair.
/// </summary>
internal sealed class CardRules
{
    private readonly Dictionary<string, RuleDefinition> byName = new(StringComparer.Ordinal);

    private CardRules()
    {
    }

    public IReadOnlyCollection<string> Names => byName.Keys;

    public static CardRules Of(BoundWorkflow workflow)
    {
        var rules = new CardRules();
        rules.Add(workflow, "", []);
        return rules;
    }

    public RuleDefinition? Find(string decisionName) => byName.GetValueOrDefault(Plain(decisionName));

    /// <summary><c>Mirels[patient.lesions[0]].Fixation</c> is <c>Mirels.Fixation</c>.</summary>
    public static string Plain(string decisionName)
    {
        if (!decisionName.Contains('[', StringComparison.Ordinal)) return decisionName;
        var plain = new System.Text.StringBuilder();
        var depth = 0;
        foreach (var c in decisionName)
        {
            if (c == '[') depth++;
            if (depth == 0) plain.Append(c);
            if (c == ']') depth--;
        }
        return plain.ToString();
    }

    /// <summary>Which element of a list a rule was about, such as <c>patient.lesions[0]</c>; null for none.</summary>
    public static string? Element(string decisionName)
    {
        var (start, end) = (decisionName.IndexOf('[', StringComparison.Ordinal), decisionName.LastIndexOf("].", StringComparison.Ordinal));
        return start >= 0 && end > start + 1 ? decisionName[(start + 1)..end] : null;
    }

    private void Add(BoundWorkflow workflow, string prefix, IReadOnlyList<BoundWorkflow> way)
    {
        foreach (var rule in workflow.Rules) byName.TryAdd(prefix + rule.Name, rule);
        foreach (var include in workflow.Includes)
            if (!way.Contains(include.Use.Workflow)) Add(include.Use.Workflow, $"{prefix}{include.Use.Workflow.Name}.", [.. way, workflow]);
    }
}
