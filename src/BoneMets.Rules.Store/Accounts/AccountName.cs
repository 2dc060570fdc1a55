namespace BoneMets.Rules.Store;

/// <summary>
/// Names of people. Neither a colon nor a blank can stand in one, so that nobody is taken for an API key (<c>key:…</c>), for somebody of an
/// identity provider (<c>oidc:…</c>) or for the server itself.
/// </summary>
public static class AccountName
{
    private const int Longest = 64;
    private static readonly string[] Reserved = ["server", "import", "system", "anonymous", "setup"];

    /// <summary>What is wrong with a name; null when nothing is.</summary>
    public static string? Complaint(string name)
    {
        if (name.Length is 0 or > Longest) return $"a user's name has 1 to {Longest} characters";
        if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@')) return $"`{name}` may hold letters, digits, `.`, `-`, `_` and `@` only";
        return Reserved.Contains(KeyOf(name), StringComparer.Ordinal) ? $"`{name}` is a name that the software uses itself" : null;
    }

    /// <summary>Equal for names that differ in case only.</summary>
    public static string KeyOf(string name) => name.ToLowerInvariant();
}
