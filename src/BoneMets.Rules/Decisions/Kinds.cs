using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>What a step of an explanation is called in JSON.</summary>
internal static class Kinds
{
    public static string Of(BoundNode node) => node switch
    {
        BoundConstant => "literal",
        BoundInput or BoundVariable or BoundAsOf or BoundFact or BoundAbsent => "fact",
        BoundReference or BoundUseReference => "reference",
        BoundNot => "not",
        BoundLogic { IsAnd: true } => "and",
        BoundLogic => "or",
        BoundComparison => "comparison",
        BoundPatternTest => "pattern",
        BoundArithmetic or BoundNegate => "arithmetic",
        BoundConditional => "conditional",
        BoundCoalesce => "coalesce",
        BoundListQuery or BoundList => "list",
        _ => "call",
    };
}
