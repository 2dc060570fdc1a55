using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Coverage;

/// <summary>What a condition comes to, as far as logic can tell.</summary>
internal enum Truth { False, True, Unknown, Fault }

/// <summary>
/// A boolean expression as logic over atomic conditions: operands of <c>&amp;&amp;</c>, <c>||</c>, <c>!</c> and <c>? :</c>; everything else is an
/// atom, also a list query with what stands inside its lambda. Outcomes are those of the evaluator, three-valued and with its faults.
/// </summary>
internal abstract class ConditionTree
{
    /// <summary>The outcome for these values of the atoms, by number.</summary>
    public abstract Truth Outcome(Truth[] atoms);

    /// <summary>The tree of an expression, and its atoms in the order of the text. Constants are none: nobody can change them.</summary>
    public static ConditionTree Of(BoundNode expression, List<BoundNode> atoms)
    {
        switch (expression)
        {
            case BoundNot not:
                return new Negation(Of(not.Operand, atoms));
            case BoundLogic logic:
                return new Chain(logic.IsAnd, [.. logic.Operands.Select(o => Of(o, atoms))]);
            case BoundConditional conditional:
                return new Choice(Of(conditional.Condition, atoms), Of(conditional.WhenTrue, atoms), Of(conditional.WhenFalse, atoms));
            case BoundConstant { Value: bool truth }:
                return new Fixed(truth ? Truth.True : Truth.False);
            default:
                atoms.Add(expression);
                return new Atom(atoms.Count - 1);
        }
    }

    public static Truth TruthOf(Value value) => value switch
    {
        KnownValue { Content: bool truth } => truth ? Truth.True : Truth.False,
        FaultValue => Truth.Fault,
        _ => Truth.Unknown,
    };

    /// <summary>
    /// Masking MC/DC: the atom has a known value, and the other value, all else left as it is, would turn the outcome from true to false or
    /// back. For an atom that asks whether something is known (<paramref name="isGuard"/>) the outcome may also turn from decided to undecided:
    /// keeping it decided is what the atom is for, and the conditions that it guards are unknown when it is false.
    /// </summary>
    public bool Decides(Truth[] atoms, int atom, bool isGuard)
    {
        var value = atoms[atom];
        if (value is not (Truth.True or Truth.False)) return false;
        var outcome = Outcome(atoms);
        if (outcome is not (Truth.True or Truth.False)) return false;
        atoms[atom] = Opposite(value);
        var flipped = Outcome(atoms);
        atoms[atom] = value;
        return flipped == Opposite(outcome) || (isGuard && flipped == Truth.Unknown);
    }

    /// <summary>
    /// What has to hold around an atom for it to decide: every operand beside it on the way from the root, with the truth that lets the atom's
    /// side through. Null when the atom is not below.
    /// </summary>
    public static IReadOnlyList<(BoundNode Operand, bool Truth)>? Around(BoundNode expression, BoundNode atom)
    {
        if (ReferenceEquals(expression, atom)) return [];
        switch (expression)
        {
            case BoundNot not:
                return Around(not.Operand, atom);
            case BoundLogic logic:
                foreach (var operand in logic.Operands)
                    if (Around(operand, atom) is { } inner)
                        return [.. logic.Operands.Where(o => !ReferenceEquals(o, operand)).Select(o => (o, logic.IsAnd)), .. inner];
                return null;
            case BoundConditional conditional:
                if (Around(conditional.Condition, atom) is { } condition) return condition;
                if (Around(conditional.WhenTrue, atom) is { } whenTrue) return [(conditional.Condition, true), .. whenTrue];
                return Around(conditional.WhenFalse, atom) is { } whenFalse ? [(conditional.Condition, false), .. whenFalse] : null;
            default:
                return null;
        }
    }

    private static Truth Opposite(Truth truth) => truth == Truth.True ? Truth.False : Truth.True;

    private sealed class Atom(int number) : ConditionTree
    {
        public override Truth Outcome(Truth[] atoms) => atoms[number];
    }

    private sealed class Fixed(Truth truth) : ConditionTree
    {
        public override Truth Outcome(Truth[] atoms) => truth;
    }

    private sealed class Negation(ConditionTree operand) : ConditionTree
    {
        public override Truth Outcome(Truth[] atoms) => operand.Outcome(atoms) switch { Truth.True => Truth.False, Truth.False => Truth.True, var other => other };
    }

    /// <summary>From left to right: what decides or fails first ends it.</summary>
    private sealed class Chain(bool isAnd, IReadOnlyList<ConditionTree> operands) : ConditionTree
    {
        public override Truth Outcome(Truth[] atoms)
        {
            var deciding = isAnd ? Truth.False : Truth.True;
            var result = isAnd ? Truth.True : Truth.False;
            foreach (var operand in operands)
            {
                var next = operand.Outcome(atoms);
                if (next == deciding || next == Truth.Fault) return next;
                if (next == Truth.Unknown) result = Truth.Unknown;
            }
            return result;
        }
    }

    private sealed class Choice(ConditionTree condition, ConditionTree whenTrue, ConditionTree whenFalse) : ConditionTree
    {
        public override Truth Outcome(Truth[] atoms)
        {
            switch (condition.Outcome(atoms))
            {
                case Truth.True: return whenTrue.Outcome(atoms);
                case Truth.False: return whenFalse.Outcome(atoms);
                case Truth.Fault: return Truth.Fault;
            }
            var (one, other) = (whenTrue.Outcome(atoms), whenFalse.Outcome(atoms));
            if (one == Truth.Fault || other == Truth.Fault) return Truth.Fault;
            return one == other ? one : Truth.Unknown;
        }
    }
}
