namespace BoneMets.Rules.Verification.Guidelines;

/// <param name="Name">With its ending.</param>
public sealed record GuidelineFile(string Name, string Text);
