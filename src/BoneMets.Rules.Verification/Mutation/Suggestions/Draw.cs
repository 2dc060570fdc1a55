namespace BoneMets.Rules.Verification.Mutation.Suggestions;

/// <summary>Numbers that look drawn by lot and are always the same ones (SplitMix64), so that the same mutant always gets the same suggestion.</summary>
internal sealed class Draw(ulong seed)
{
    private ulong state = seed;

    /// <summary>From 0 to one less than <paramref name="count"/>.</summary>
    public int Below(int count)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)count);
        }
    }
}
