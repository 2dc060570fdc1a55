using System.Collections;
using BoneMets.Rules.Compilation;

namespace BoneMets.Rules;

/// <summary>What became of one rule.</summary>
/// <param name="Rule">Its name; those of included workflows as in a <see cref="Judgement"/>.</param>
/// <param name="Verdict">Undetermined is not false.</param>
public readonly record struct RuleVerdict(RuleHeading Rule, Verdict Verdict)
{
    public string Name => Rule.Name;

    /// <summary>The success event, of a rule that is met.</summary>
    public string? Event => Verdict == Verdict.Met ? Rule.SuccessEvent : null;
}

/// <summary>What a rule has whoever it decides about.</summary>
public sealed record RuleHeading(string Name, string? Title, string? SuccessEvent, bool IsNested);

/// <summary>
/// The verdicts of all rules on one patient, without reasons, outputs or advice: a few bits, from which each result is made when it is read.
/// For whoever asks many times and wants to know the rest of few: <see cref="WorkflowEngine.Decide"/> says what is missing and why. In the
/// order of <see cref="Judgement.Rules"/>. Immutable.
/// </summary>
public sealed class RuleVerdicts : IReadOnlyList<RuleVerdict>
{
    private const int WordBits = 64;
    private readonly RuleHeading[] rules;
    private readonly ulong[] met;
    private readonly ulong[] notMet;
    private readonly ulong[] failed;

    internal RuleVerdicts(RuleHeading[] rules, CompiledVerdicts verdicts) => (this.rules, met, notMet, failed) = (rules, verdicts.Met, verdicts.NotMet, []);

    internal RuleVerdicts(Judgement judgement)
    {
        rules = [.. judgement.Rules.Select(r => new RuleHeading(r.Name, r.Title, r.Event, r.IsNested))];
        var words = (rules.Length + WordBits - 1) / WordBits;
        (met, notMet, failed) = (new ulong[words], new ulong[words], new ulong[words]);
        for (var i = 0; i < rules.Length; i++)
            if (BitsOf(judgement.Rules[i].Verdict) is { } bits) bits[i / WordBits] |= 1UL << (i % WordBits);
    }

    public int Count => rules.Length;

    /// <summary>Whether no rule failed and none is undetermined.</summary>
    public bool AreAllDecided
    {
        get
        {
            var open = rules.Length;
            for (var word = 0; word < met.Length; word++) open -= System.Numerics.BitOperations.PopCount(met[word] | notMet[word]);
            return open == 0;
        }
    }

    public RuleVerdict this[int index] => new(rules[index], VerdictOf(index));

    public Verdict this[string rule]
    {
        get
        {
            var index = Array.FindIndex(rules, r => r.Name == rule);
            return index >= 0 ? VerdictOf(index) : throw new KeyNotFoundException($"there is no rule `{rule}`");
        }
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<RuleVerdict> IEnumerable<RuleVerdict>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Verdict VerdictOf(int index)
    {
        var (word, shift) = (index / WordBits, index % WordBits);
        // By number: undetermined 0, met 1, not met 2.
        var verdict = (Verdict)(met[word] >> shift & 1 | (notMet[word] >> shift & 1) << 1);
        return verdict == Verdict.Undetermined && failed.Length > 0 && (failed[word] >> shift & 1) != 0 ? Verdict.Failed : verdict;
    }

    private ulong[]? BitsOf(Verdict verdict) => verdict switch { Verdict.Met => met, Verdict.NotMet => notMet, Verdict.Failed => failed, _ => null };

    /// <summary>Reads without allocating.</summary>
    public struct Enumerator(RuleVerdicts verdicts) : IEnumerator<RuleVerdict>
    {
        private int index = -1;

        public readonly RuleVerdict Current => verdicts[index];

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => ++index < verdicts.Count;

        public void Reset() => index = -1;

        public readonly void Dispose()
        {
            // Nothing is held.
        }
    }
}
