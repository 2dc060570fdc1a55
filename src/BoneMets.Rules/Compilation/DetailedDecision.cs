using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Compilation;

/// <summary>
/// Decides all rules exactly, and says what a decision says besides: what each undetermined rule lacks, and the outputs.
/// False: this decision needs the evaluator (a fault, facts with more than 15 digits, several tables without a row); nothing else then has a meaning.
/// </summary>
/// <param name="inputs">One frame per input of the workflow.</param>
/// <param name="absent">One frame of unknown facts per schema in the program's list, for nested objects that were not given.</param>
/// <param name="asOf">The evaluation date as a day number, -1 when unknown.</param>
/// <param name="met">One bit per rule; cleared first.</param>
/// <param name="notMet">One bit per rule; cleared first.</param>
/// <param name="missing">For each rule one bit per fact of the program's list; 0 for a rule that is decided.</param>
/// <param name="cells">The outputs and the expressions inside texts.</param>
/// <param name="noticed">The one table of which no row applies, or -1.</param>
public delegate bool DetailedDecision(
    ReadOnlySpan<FactFrame> inputs, ReadOnlySpan<FactFrame> absent, int asOf, Span<ulong> met, Span<ulong> notMet, Span<UInt128> missing,
    Span<OutputCell> cells, out int noticed);
