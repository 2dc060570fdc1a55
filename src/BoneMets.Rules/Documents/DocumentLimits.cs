namespace BoneMets.Rules.Documents;

/// <summary>What a document may be at most; beyond it stands BMR1009 instead of a slow or dead process.</summary>
public static class DocumentLimits
{
    public const int Bytes = 10 * 1024 * 1024;

    public const int Depth = 64;

    /// <summary>Values in one document: objects, arrays and scalars together.</summary>
    public const int Values = 2_000_000;

    public const int NumberLength = 1_000;
}
