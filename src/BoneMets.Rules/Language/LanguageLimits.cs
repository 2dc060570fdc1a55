namespace BoneMets.Rules.Language;

/// <summary>Limits that hold before anything runs; each has its diagnostic.</summary>
public static class LanguageLimits
{
    public const int ExpressionLength = 10_000;
    public const int NestingDepth = 64;
    public const int Nodes = 2_000;
    public const int LambdaNesting = 3;
    public const int ListLength = 10_000;
    public const long ListStepsPerDecision = 10_000_000;
    public const int TextLength = 10_000;
}
