namespace BoneMets.Rules.Server.Problems;

/// <summary>Lists of requests, which the JSON reader lets hold <c>null</c>.</summary>
internal static class Lists
{
    public static IReadOnlyList<T> Whole<T>(IReadOnlyList<T>? list, string name) where T : class =>
        list is null ? [] : list.All(item => item is not null) ? list : throw new ProblemException(ProblemKind.InvalidAction, $"`{name}` holds null; leave it out");
}
