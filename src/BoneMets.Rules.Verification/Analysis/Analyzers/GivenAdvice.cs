using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>A piece of advice in a decision by the name that the decision gives it, as in <c>MirelsFractureRisk[patient.lesions[0]].LowFractureRisk</c>.</summary>
/// <param name="Element">The list element that it is about; null when it is about the whole patient.</param>
internal sealed record GivenAdvice(RuleName Rule, string? Element)
{
    public static GivenAdvice Of(string name, string workflow)
    {
        var parts = Parts(name);
        // What is included inside of a workflow that is about an element is about it too.
        var element = parts.SkipLast(1).LastOrDefault(p => p.EndsWith(']'));
        return new GivenAdvice(new RuleName(parts.Count > 1 ? parts[^2].Split('[')[0] : workflow, parts[^1]), element?[(element.IndexOf('[', StringComparison.Ordinal) + 1)..^1]);
    }

    public bool Concerns(GivenAdvice other) => Element is null || other.Element is null || Element == other.Element;

    /// <summary>Between the dots that stand outside of brackets.</summary>
    private static List<string> Parts(string name)
    {
        var (parts, start, depth) = (new List<string>(), 0, 0);
        for (var i = 0; i < name.Length; i++)
        {
            depth += name[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (name[i] != '.' || depth > 0) continue;
            parts.Add(name[start..i]);
            start = i + 1;
        }
        return [.. parts, name[start..]];
    }
}
