using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Server.Problems;

/// <summary>Ends a request with a refusal.</summary>
internal sealed class ProblemException(ProblemKind kind, string detail, IReadOnlyList<Diagnostic>? errors = null) : Exception(detail)
{
    public ProblemKind Kind { get; } = kind;

    public IReadOnlyList<Diagnostic>? Errors { get; } = errors;
}
