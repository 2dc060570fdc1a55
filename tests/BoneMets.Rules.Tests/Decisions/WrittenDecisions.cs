using System.Buffers;
using System.Text;
using System.Text.Json;
using BoneMets.Rules.Compilation;
using BoneMets.Rules.Decisions;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Tests.Decisions;

/// <summary>Compares the decisions of compiled details with the evaluator's, as they are written.</summary>
internal sealed class WrittenDecisions(BoundWorkflow workflow, IReadOnlyDictionary<string, EvidenceSource> evidence)
{
    private static readonly DecisionStamp Unstamped = new(default, default);
    private readonly DecisionMaker maker = new(workflow, evidence);
    private FastDecisionWriter? fast;

    /// <summary>Decisions that compiled code could write, but not with their rules.</summary>
    public int LeftWithRules { get; private set; }

    /// <summary>Null when both are the same, or compiled code leaves the decision to the evaluator.</summary>
    public string? Compare(DetailProgram program, FactSet facts, DateOnly? asOf, DecisionStamp? stamp, out bool isLeft)
    {
        if (!program.IsWhole) return ComparePart(program, facts, asOf, out isLeft);
        fast ??= new FastDecisionWriter(program, evidence, FastDecisionTests.Stamp.Release, FastDecisionTests.Stamp.ReleaseStatus);
        var difference = Compare(fast, facts, asOf, Explain.None, stamp, out isLeft);
        if (isLeft || difference is not null) return difference;
        difference = Compare(fast, facts, asOf, Explain.Rules, stamp, out var isLeftWithRules);
        if (isLeftWithRules) LeftWithRules++;
        return difference;
    }

    private string? Compare(FastDecisionWriter writer, FactSet facts, DateOnly? asOf, Explain explain, DecisionStamp? stamp, out bool isLeft)
    {
        var buffer = new ArrayBufferWriter<byte>();
        isLeft = !writer.TryWrite(facts, asOf, explain, stamp, buffer, out var status);
        if (isLeft) return buffer.WrittenCount == 0 ? null : "something was written";
        var used = (stamp ?? Unstamped) with { Release = FastDecisionTests.Stamp.Release, ReleaseStatus = FastDecisionTests.Stamp.ReleaseStatus };
        var decision = maker.Decide(facts, asOf, explain, used, null);
        var expected = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(expected, DecisionWriter.Compact)) DecisionWriter.Write(json, decision, explain, stamp is not null);
        return expected.WrittenSpan.SequenceEqual(buffer.WrittenSpan) && status == decision.Status
            ? null
            : $"{Encoding.UTF8.GetString(expected.WrittenSpan)}\n{Encoding.UTF8.GetString(buffer.WrittenSpan)}";
    }

    /// <summary>Verdicts, missing facts and outputs as far as there is code for them.</summary>
    private string? ComparePart(DetailProgram program, FactSet facts, DateOnly? asOf, out bool isLeft)
    {
        var details = program.Rent();
        isLeft = !program.Decide(facts.Frames, asOf?.DayNumber ?? FactFrame.Unknown, details);
        if (isLeft) return null;
        var evaluator = new Evaluator(workflow, facts.Inputs, asOf);
        for (var i = 0; i < workflow.Rules.Count; i++)
        {
            if (program.SkippedRules.Contains(i)) continue;
            var value = evaluator.ValueOf(workflow.Rules[i]);
            var expected = value switch { KnownValue { Content: true } => Verdict.Met, KnownValue => Verdict.NotMet, FaultValue => Verdict.Failed, _ => Verdict.Undetermined };
            if (details.VerdictOf(i) != expected) return $"{workflow.Rules[i].Name}: {expected}, compiled {details.VerdictOf(i)}";
            var missing = string.Join(", ", program.Paths.Where((_, bit) => (details.Missing[i] >> bit & UInt128.One) != UInt128.Zero));
            if (string.Join(", ", value.Missing.ToSortedList()) is var wanted && missing != wanted) return $"{workflow.Rules[i].Name}: {wanted} missing, compiled {missing}";
        }
        for (var i = 0; i < program.Layout.Cells.Count; i++)
        {
            var cell = program.Layout.Cells[i];
            if (cell.Type is null) continue;
            var value = cell.Output is { } output ? evaluator.ValueOf(output) : evaluator.Evaluate(cell.Expression!);
            var text = Text(new FastCell(cell), details.Cells[i]);
            if (ValueText.Of(value, cell.BoundType) is var wanted && text != wanted) return $"{cell.Name}: {wanted}, compiled {text}";
        }
        program.Return(details);
        return null;
    }

    private static string Text(FastCell cell, in OutputCell value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var json = new JsonBytes(buffer);
        cell.WriteText(ref json, value);
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
