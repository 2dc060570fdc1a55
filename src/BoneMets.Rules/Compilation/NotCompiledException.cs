namespace BoneMets.Rules.Compilation;

/// <summary>A construct that this version leaves to the evaluator. Ends the emission of one definition and never leaves the emitter.</summary>
internal sealed class NotCompiledException(string construct) : Exception($"not compiled: {construct}");
