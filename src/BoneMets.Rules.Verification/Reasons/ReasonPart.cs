namespace BoneMets.Rules.Verification.Reasons;

/// <summary>How a part of an expression came out, for those who paint it.</summary>
public enum ReasonTone { Plain, Yes, No, Open, NotComputable, NotNeeded }

/// <summary>A part of a rule's expression: what it came to in a word, its text, and the values that it read. Only <c>and</c> and <c>or</c> have parts.</summary>
/// <param name="Readings">Such as <c>lesion.size = 3, mirelsScore = 9</c>; empty when its parts say it, or nothing was read.</param>
public sealed record ReasonPart(ReasonTone Tone, string Word, string Text, string Readings, IReadOnlyList<ReasonPart> Parts);

/// <summary>Why a rule has its verdict.</summary>
/// <param name="Expression">Null, with no parts, when nobody asked for an explanation or the rule has none of its own.</param>
public sealed record RuleReason(RuleResult Rule, string Word, string? Expression, IReadOnlyList<ReasonPart> Parts);

/// <summary>Where a value comes from, line by line: the rows and bands that apply or may apply, or the expression and what it read.</summary>
public sealed record OutputReason(string Name, string Value, IReadOnlyList<string> Lines);
