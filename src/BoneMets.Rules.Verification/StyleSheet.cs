namespace BoneMets.Rules.Verification;

/// <summary>The style sheets of this assembly's pages; each stands in the page itself, nothing is fetched from outside.</summary>
internal static class StyleSheet
{
    public static string Of(params ReadOnlySpan<string> names) => string.Join("\n", names.ToArray().Select(Read));

    private static string Read(string name)
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
