namespace BoneMets.Rules.Diagnostics;

/// <summary>A half-open range of UTF-16 units inside one text (an expression, or a document).</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    public static TextSpan Between(int start, int end) => new(start, Math.Max(0, end - start));

    public TextSpan To(TextSpan last) => Between(Start, last.End);
}
