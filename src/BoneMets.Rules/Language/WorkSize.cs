namespace BoneMets.Rules.Language;

/// <summary>
/// How much work an expression is, in the steps that a decision may take. Small ones are free: a step is an element of a list with a test of
/// common size. What is counted follows from the texts alone, so that a decision that fails for want of steps fails everywhere.
/// </summary>
internal static class WorkSize
{
    private const int PartsPerStep = 2, FreeParts = 2;

    /// <summary>Characters that a text function goes through for one step, and pairs of characters that a search may have to compare.</summary>
    private const long CharactersPerStep = 256, PairsPerStep = 4_096;

    /// <summary>Steps of one evaluation, without the definitions that it reads, which have their own.</summary>
    public static int StepsOf(BoundNode? expression) => expression is null ? 0 : Steps(PartsOf(expression));

    public static int StepsOf(TableDefinition table) =>
        Steps(table.Columns.Sum(c => PartsOf(c.Expression)) + table.Rows.Sum(PartsOf));

    public static long StepsOf(string text, string? part) => text.Length / CharactersPerStep + (long)text.Length * (part?.Length ?? 0) / PairsPerStep;

    private static int Steps(int parts) => Math.Max(0, parts - FreeParts) / PartsPerStep;

    private static int PartsOf(BoundRow row) =>
        row.Cells.Sum(c => c is null ? 0 : PartsOf(c)) + (row.Condition is null ? 0 : PartsOf(row.Condition)) + row.Then.Sum(PartsOf);

    private static int PartsOf(BoundNode expression) =>
        BoundTree.SelfAndDescendants(expression).Sum(n => n is BoundPatternTest test ? 1 + PartsOf(test.Pattern) : 1);

    private static int PartsOf(BoundPattern pattern)
    {
        var (parts, open) = (0, new Stack<BoundPattern>([pattern]));
        while (open.TryPop(out var next))
        {
            parts++;
            if (next is BoundNotPattern not) open.Push(not.Operand);
            if (next is not BoundBinaryPattern both) continue;
            open.Push(both.Left);
            open.Push(both.Right);
        }
        return parts;
    }
}
