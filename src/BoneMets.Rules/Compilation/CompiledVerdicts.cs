using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Compilation;

/// <summary>What compiled code says of one decision's rules.</summary>
internal sealed class CompiledVerdicts
{
    private const int Bits = 64;

    private CompiledVerdicts(int words) => (Met, NotMet) = (new ulong[words], new ulong[words]);

    /// <summary>One bit per rule.</summary>
    public ulong[] Met { get; }

    /// <summary>One bit per rule.</summary>
    public ulong[] NotMet { get; }

    /// <summary>True or false where the compiled code decided the rule; null where the evaluator has to be asked, and for every undetermined rule.</summary>
    public Value? this[int rule]
    {
        get
        {
            var (word, bit) = (rule / Bits, 1UL << (rule % Bits));
            if ((Met[word] & bit) != 0) return Value.True;
            return (NotMet[word] & bit) != 0 ? Value.False : null;
        }
    }

    /// <summary>Null when this decision needs the evaluator as a whole.</summary>
    public static CompiledVerdicts? Of(CompiledProgram program, FactSet facts, DateOnly? asOf)
    {
        var verdicts = new CompiledVerdicts(program.Words);
        var day = asOf?.DayNumber ?? FactFrame.Unknown;
        try
        {
            var isDecided = program.Decide(facts.Frames, day, verdicts.Met, verdicts.NotMet) ||
                (program.Exact is { } exact && exact.Decide(facts.Frames, day, verdicts.Met, verdicts.NotMet));
            return isDecided ? verdicts : null;
        }
        catch (ObjectDisposedException)
        {
            // Let go of between being looked up and being called: the evaluator decides the same.
            return null;
        }
    }
}
