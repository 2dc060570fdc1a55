using BoneMets.Rules.Decisions;

namespace BoneMets.Rules.Verification.Reasons;

/// <summary>Which definitions a rule's reasons have followed already, so that each is told once.</summary>
internal sealed class OpenedDefinitions(Decision? decision)
{
    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    /// <summary>The definitions that this part reads and nobody has told yet, with their reasons.</summary>
    public IReadOnlyList<(string Name, Explanation Reason)> OpenedBy(Explanation part)
    {
        if (decision is null) return [];
        return [.. part.Below.Where(s => s is { Kind: "reference", Value: not null }).Select(s => s.Target).OfType<string>()
            .Where(name => decision.Explanations.ContainsKey(name) && told.Add(name)).Select(name => (name, decision.Explanations[name]))];
    }
}
