namespace BoneMets.Rules.Verification.Guidelines;

internal static class Counted
{
    public static string Of(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";
}
