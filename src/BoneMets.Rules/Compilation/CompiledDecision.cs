using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Compilation;

/// <summary>
/// Decides all compiled rules. Bit i of both results is rule i; neither = undetermined.
/// False: this decision needs the evaluator (two numbers too near to each other for floating point, an overflow, facts with more than
/// 15 digits, an exhausted budget); the bits then mean nothing.
/// </summary>
/// <param name="inputs">One frame per input of the workflow.</param>
/// <param name="absent">One frame of unknown facts per schema in the program's list, for nested objects that were not given.</param>
/// <param name="asOf">The evaluation date as a day number, -1 when unknown.</param>
/// <param name="met">One bit per rule; cleared first.</param>
/// <param name="notMet">One bit per rule; cleared first.</param>
public delegate bool CompiledDecision(
    ReadOnlySpan<FactFrame> inputs, ReadOnlySpan<FactFrame> absent, int asOf, Span<ulong> met, Span<ulong> notMet);
