using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Library;

/// <summary>A workflow that nobody has, with the name that may have been meant.</summary>
internal static class UnknownWorkflow
{
    public static ProblemException Of(string name, RuleLibrary library)
    {
        var near = Suggestion.DidYouMean(name, library.Workflows.Select(w => w.Name));
        return new ProblemException(ProblemKind.UnknownWorkflow, $"there is no workflow `{name}`" + (near is null ? "" : $"; {near}"));
    }
}
