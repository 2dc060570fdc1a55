using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Mutation;

/// <summary>
/// Proves that a mutant decides the same as the original for all facts, so that no case can kill it. It may fail to prove, and must never
/// prove wrongly: an equivalent mutant is taken off the score. Thread safe.
/// </summary>
public interface IEquivalence
{
    /// <summary>Why the two workflows decide the same, in words; null when that is not proved.</summary>
    string? Proof(Mutant mutant, BoundWorkflow original, BoundWorkflow mutated, CancellationToken cancellation);
}
