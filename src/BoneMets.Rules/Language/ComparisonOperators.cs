namespace BoneMets.Rules.Language;

internal static class ComparisonOperators
{
    /// <summary>With its sides exchanged: <c>9 &lt; x</c> is <c>x &gt; 9</c>.</summary>
    public static ComparisonOperator Mirrored(this ComparisonOperator op) => op switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => op,
    };
}
