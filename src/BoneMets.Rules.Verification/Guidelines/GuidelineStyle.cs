namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>The looks, as they stand in each file: nothing is fetched from outside.</summary>
internal static class GuidelineStyle
{
    private static readonly Lazy<string> Page = new(() => Read("colours.css") + "\n" + Read("guideline.css") + "\n" + Read("pathway.css"));
    private static readonly Lazy<string> Pathway = new(() => Read("colours.css") + "\n" + Read("pathway.css"));

    public static string OfPage => Page.Value;

    /// <summary>Of the pathway graph as a file of its own.</summary>
    public static string OfPathway => Pathway.Value;

    private static string Read(string name)
    {
        using var stream = typeof(GuidelineStyle).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
