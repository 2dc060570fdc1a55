using BoneMets.Rules.Language;

namespace BoneMets.Rules.Verification.Coverage;

/// <summary>
/// Rules that speak only about what is recorded (<c>IsKnown(x) &amp;&amp; x &gt; 5</c>) are never undetermined, and no golden case can show them so.
/// Everything is tried that asking for knowledge can come to; all else is taken to be independent, so a rule may seem to be open to more than
/// it is, and never to less.
/// </summary>
internal sealed class Undeterminable
{
    /// <summary>More questions than this are not tried out.</summary>
    private const int MostQuestions = 8;

    /// <summary>Outcomes as a set of bits.</summary>
    private const int False = 1, True = 2, Unknown = 4;

    private readonly List<string> questions = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Whether some facts, or the lack of some, leave a condition unknown; true when that cannot be excluded.</summary>
    public static bool MayBeUndetermined(BoundNode condition)
    {
        var walk = new Undeterminable();
        walk.Collect(condition);
        if (walk.questions.Count > MostQuestions) return true;
        for (var pattern = 0; pattern < 1 << walk.questions.Count; pattern++)
        {
            walk.known.Clear();
            for (var i = 0; i < walk.questions.Count; i++)
                if ((pattern >> i & 1) == 1) walk.known.Add(walk.questions[i]);
            if ((walk.Outcomes(condition) & Unknown) != 0) return true;
        }
        return false;
    }

    private void Collect(BoundNode root)
    {
        foreach (var node in BoundTree.SelfAndDescendants(root))
        {
            if (node is BoundIsKnown asked && BoundKey.Of(asked.Operand) is var key && !questions.Contains(key)) questions.Add(key);
            if (Meaning(node) is { } expression) Collect(expression);
        }
    }

    private int Outcomes(BoundNode node) => node switch
    {
        BoundConstant { Value: bool truth } => truth ? True : False,
        BoundNot not => Opposite(Outcomes(not.Operand)),
        BoundLogic { IsAnd: true } logic => logic.Operands.Select(Outcomes).Aggregate(True, And),
        BoundLogic logic => Opposite(logic.Operands.Select(o => Opposite(Outcomes(o))).Aggregate(True, And)),
        BoundIsKnown asked => known.Contains(BoundKey.Of(asked.Operand)) ? True : False,
        BoundReference when known.Contains(BoundKey.Of(node)) => True | False,
        _ when Meaning(node) is { } expression => Outcomes(expression),
        _ => MayBeUnknown(node) ? True | False | Unknown : True | False,
    };

    private bool MayBeUnknown(BoundNode node)
    {
        if (known.Contains(BoundKey.Of(node))) return false;
        return node switch
        {
            BoundConstant => false,
            BoundIsKnown => false,
            BoundCoalesce coalesce => MayBeUnknown(coalesce.Left) && MayBeUnknown(coalesce.Right),
            BoundPatternTest { Operand: BoundFact, Pattern.OnUnknown: not null } => false,
            BoundReference { Target: ParameterDefinition parameter } => MayBeUnknown(parameter.Expression),
            BoundComparison or BoundPatternTest or BoundArithmetic or BoundNegate or BoundValueIn or BoundFunction or BoundNot or BoundLogic or BoundConditional =>
                BoundTree.Children(node).Any(MayBeUnknown),
            _ => true,
        };
    }

    /// <summary>What a name stands for, where that is a condition.</summary>
    private static BoundNode? Meaning(BoundNode node) => node switch
    {
        BoundReference { Target: ParameterDefinition { Type: Facts.BooleanType } parameter } => parameter.Expression,
        BoundReference { Target: RuleDefinition rule } => rule.Condition,
        _ => null,
    };

    private static int Opposite(int outcomes) => outcomes & Unknown | (outcomes & True) >> 1 | (outcomes & False) << 1;

    private static int And(int left, int right)
    {
        var result = (left | right) & False;
        if ((left & right & True) != 0) result |= True;
        if (((left & Unknown) != 0 && (right & (True | Unknown)) != 0) || ((right & Unknown) != 0 && (left & (True | Unknown)) != 0)) result |= Unknown;
        return result;
    }
}
