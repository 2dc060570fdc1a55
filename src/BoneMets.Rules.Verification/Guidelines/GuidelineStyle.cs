namespace BoneMets.Rules.Verification.Guidelines;

/// <summary>The looks, as they stand in each file.</summary>
internal static class GuidelineStyle
{
    private static readonly Lazy<string> Page = new(() => StyleSheet.Of("colours.css", "guideline.css", "pathway.css"));
    private static readonly Lazy<string> Pathway = new(() => StyleSheet.Of("colours.css", "pathway.css"));

    public static string OfPage => Page.Value;

    /// <summary>Of the pathway graph as a file of its own.</summary>
    public static string OfPathway => Pathway.Value;
}
