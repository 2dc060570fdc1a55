namespace BoneMets.Rules.Diagnostics;

/// <summary>The one near name for a misspelled one, or nothing: a far-fetched suggestion is worse than none.</summary>
public static class Suggestion
{
    private const int LongestName = 200;

    /// <summary>The help text «did you mean `x`?» for the nearest candidate, or null.</summary>
    public static string? DidYouMean(string name, IEnumerable<string> candidates) => Help(Nearest(name, candidates));

    /// <summary>The help text for a near name that was found; null for none.</summary>
    public static string? Help(string? near) => near is null ? null : $"did you mean `{near}`?";

    /// <summary>The candidate within about a third of the name's length in edits (case does not count), ties by order.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates)
    {
        if (name.Length is 0 or > LongestName) return null;
        var limit = Math.Max(1, name.Length / 3);
        string? best = null;
        var bestDistance = limit + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - name.Length) >= bestDistance || candidate.Length > LongestName) continue;
            var distance = Distance(name, candidate);
            if (distance < bestDistance) (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    /// <summary>Optimal string alignment distance: insert, delete, replace, swap of neighbours cost 1 each; letters compare without case.</summary>
    private static int Distance(string a, string b)
    {
        var before = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                var best = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1])) best = Math.Min(best, before[j - 2] + 1);
                current[j] = best;
            }
            (before, previous, current) = (previous, current, before);
        }
        return previous[b.Length];
    }

    private static bool Same(char x, char y) => char.ToLowerInvariant(x) == char.ToLowerInvariant(y);
}
