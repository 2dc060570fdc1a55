using BoneMets.Rules.Diagnostics;

namespace BoneMets.Rules.Evaluation;

/// <summary>Every fault that a running decision can meet, with its words.</summary>
internal static class Faults
{
    private const int QuotedLength = 40;

    public static readonly FaultValue DivisionByZero = new(DiagnosticCode.DivisionByZero, "division by zero");
    public static readonly FaultValue Overflow = new(DiagnosticCode.Overflow, "a number grew beyond exact decimals");
    public static readonly FaultValue BudgetExhausted = new(DiagnosticCode.BudgetExhausted, "the decision visited too many list elements");

    public static FaultValue OutsideDomain(string message) => new(DiagnosticCode.OutsideDomain, message);

    public static FaultValue Conversion(string text, string wanted) =>
        new(DiagnosticCode.ConversionFailed, $"`{(text.Length > QuotedLength ? text[..QuotedLength] + "…" : text)}` is not {wanted}");

    /// <summary>Rows count from 0 here and from 1 in the message.</summary>
    public static FaultValue RowsOverlap(string table, int first, int second) =>
        new(DiagnosticCode.RowsOverlap, $"rows {first + 1} and {second + 1} of table `{table}` apply together");

    public static FaultValue RowsDisagree(string table, int first, int second) =>
        new(DiagnosticCode.RowsOverlap, $"rows {first + 1} and {second + 1} of table `{table}` apply together and disagree");
}
