namespace BoneMets.Rules.Diagnostics;

/// <summary>What mends a finding inside an expression: <see cref="Insert"/> in place of <see cref="Span"/>.</summary>
public sealed record TextFix(TextSpan Span, string Insert);
