using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Analysis.Analyzers;

/// <summary>A piece of advice in a decision by the name that the decision gives it, as in <c>MirelsFractureRisk[patient.lesions[0]].LowFractureRisk</c>.</summary>
/// <param name="Element">The list element that it is about; null when it is about the whole patient.</param>
internal sealed record GivenAdvice(RuleName Rule, string? Element)
{
    public static GivenAdvice Of(string name, string workflow)
    {
        var end = name.LastIndexOf('.');
        if (end < 0) return new GivenAdvice(new RuleName(workflow, name), null);
        var (scope, rule) = (name[..end], name[(end + 1)..]);
        var (open, close) = (scope.IndexOf('[', StringComparison.Ordinal), scope.LastIndexOf(']'));
        if (open < 0) return new GivenAdvice(new RuleName(scope[(scope.LastIndexOf('.') + 1)..], rule), null);
        // What is included inside of a workflow that is about an element is about it too.
        var owner = close == scope.Length - 1 ? scope[..open] : scope[(close + 1)..];
        return new GivenAdvice(new RuleName(owner[(owner.LastIndexOf('.') + 1)..], rule), scope[(open + 1)..close]);
    }

    public bool Concerns(GivenAdvice other) => Element is null || other.Element is null || Element == other.Element;
}
