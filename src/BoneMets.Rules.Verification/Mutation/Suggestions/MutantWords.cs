namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>A mistake in a few words: of long expressions only the part around it.</summary>
internal static class MutantWords
{
    /// <summary>A core that is not longer is shown whole.</summary>
    private const int Short = 60;

    /// <summary>What stands around a mistake in a longer one.</summary>
    private const int Around = 24;

    private static readonly string[] Joints = ["&&", "||", "AND", "OR", "and", "or"];

    /// <summary>What the rules need to have: <c>`x &gt;= 9`, not `x &gt; 9`</c>, or <c>`x` is needed</c>.</summary>
    public static string Needed(Mutant mutant)
    {
        if (IsRemoval(mutant)) return $"a row of {mutant.Part} is needed";
        return Dropped(mutant.Core.Before, mutant.Core.After) is { } dropped ? $"`{dropped}` is needed" : $"`{Shown(mutant).Before}`, not `{Shown(mutant).After}`";
    }

    /// <summary>What the mistake was: <c>`x &gt; 9` in place of `x &gt;= 9`</c>, or <c>`x` left out</c>.</summary>
    public static string Mistake(Mutant mutant)
    {
        if (IsRemoval(mutant)) return "a row left out";
        return Dropped(mutant.Core.Before, mutant.Core.After) is { } dropped ? $"`{dropped}` left out" : $"`{Shown(mutant).After}` in place of `{Shown(mutant).Before}`";
    }

    private static bool IsRemoval(Mutant mutant) => mutant.Json is null;

    /// <summary>The operand that is in the first text only; null when anything else differs.</summary>
    private static string? Dropped(string before, string after)
    {
        if (before.Length <= after.Length) return null;
        string? rest = before.EndsWith(after, StringComparison.Ordinal) ? before[..^after.Length].TrimEnd()
            : before.StartsWith(after, StringComparison.Ordinal) ? before[after.Length..].TrimStart() : null;
        if (rest is null || Array.Find(Joints, j => rest.EndsWith(j, StringComparison.Ordinal) || rest.StartsWith(j, StringComparison.Ordinal)) is not { } joint) return null;
        return (rest.EndsWith(joint, StringComparison.Ordinal) ? rest[..^joint.Length] : rest[joint.Length..]).Trim();
    }

    private static (string Before, string After) Shown(Mutant mutant)
    {
        var (before, after) = mutant.Core;
        if (Math.Max(before.Length, after.Length) <= Short) return (before, after);
        var start = before.AsSpan().CommonPrefixLength(after);
        var most = Math.Min(before.Length, after.Length) - start;
        var end = 0;
        while (end < most && before[^(end + 1)] == after[^(end + 1)]) end++;
        return (Window(before, start, before.Length - end), Window(after, start, after.Length - end));
    }

    /// <summary>From word to word, with dots where something is left out.</summary>
    private static string Window(string text, int start, int end)
    {
        var (from, to) = (Math.Max(0, start - Around), Math.Min(text.Length, end + Around));
        while (from > 0 && text[from - 1] != ' ') from--;
        while (to < text.Length && text[to] != ' ') to++;
        return (from > 0 ? "… " : "") + text[from..to].Trim() + (to < text.Length ? " …" : "");
    }
}
