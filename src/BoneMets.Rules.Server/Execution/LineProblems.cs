using System.Text.Json;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.Server.Execution;

/// <summary>What is wrong with one line of many: the same problem that it would have been as a request of its own.</summary>
internal static class LineProblems
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Diagnostic> errors) => ProblemWriter.Write(writer, KindOf(errors), ExecutionAnswer.DetailOf(errors), errors);

    private static ProblemKind KindOf(IReadOnlyList<Diagnostic> errors) =>
        errors.Any(e => e.Code == DiagnosticCode.FactsTooLarge) ? ProblemKind.BodyTooLarge
        : errors.Any(e => e.Code == DiagnosticCode.FactsMalformed || e.Code == DiagnosticCode.FactsTooDeep) ? ProblemKind.MalformedBody
        : ProblemKind.WrongFacts;
}
