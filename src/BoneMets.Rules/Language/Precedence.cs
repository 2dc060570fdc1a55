namespace BoneMets.Rules.Language;

/// <summary>How tightly operators bind, as in C#, weakest first.</summary>
internal enum Precedence { None, Conditional, Coalesce, Or, And, Equality, Relational, Additive, Multiplicative, Unary, Primary }
