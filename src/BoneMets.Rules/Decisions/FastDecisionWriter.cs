using System.Buffers;
using System.Text;
using BoneMets.Rules.Compilation;
using BoneMets.Rules.Diagnostics;
using BoneMets.Rules.Evaluation;
using BoneMets.Rules.Facts;

namespace BoneMets.Rules.Decisions;

/// <summary>
/// Decides with compiled details and writes the decision, without explanation or with its rules, byte for byte as <see cref="DecisionMaker"/> and
/// <see cref="DecisionWriter"/> do (a test compares them), without making a <see cref="Decision"/>. Thread safe.
/// </summary>
internal sealed class FastDecisionWriter
{
    private readonly DetailProgram program;
    private readonly FastCell[] cells;
    private readonly FastRule[] rules;
    private readonly VerdictTexts verdicts;

    /// <summary>A bit for each rule, and for those whose text only the evaluator can make.</summary>
    private readonly ulong[] all;
    private readonly ulong[] unsaidWhenMet;
    private readonly ulong[] unsaidWhenUndetermined;

    /// <summary>Rules with a recommendation, most urgent first.</summary>
    private readonly int[] order;
    private readonly FastHead head;
    private readonly FastTexts texts;
    private readonly FastReasons reasons;
    private readonly byte[][] missingHeads;
    private readonly byte[][] notices;

    public FastDecisionWriter(DetailProgram program, IReadOnlyDictionary<string, EvidenceSource> evidence, int? release, string releaseStatus)
    {
        this.program = program;
        var workflow = program.Workflow;
        cells = [.. program.Layout.Cells.Select(c => new FastCell(c))];
        rules = [.. workflow.Rules.Select(r => new FastRule(workflow, r, program.Layout, cells))];
        verdicts = new VerdictTexts(rules.Select(r => r.Name));
        all = Details.Bits(rules, _ => true);
        unsaidWhenMet = Details.Bits(rules, r => r.NeedsEvaluatorWhenMet);
        unsaidWhenUndetermined = Details.Bits(rules, r => r.NeedsEvaluatorWhenUndetermined);
        order = [.. Enumerable.Range(0, rules.Length).Where(i => workflow.Rules[i].Model.Recommendation is not null).OrderBy(i => workflow.Rules[i].Model.Recommendation!.Urgency)];
        byte[][] paths = [.. program.Paths.Select(JsonBytes.Quoted)];
        texts = new FastTexts(cells, paths);
        reasons = new FastReasons(workflow, rules, evidence, texts);
        missingHeads = [.. program.Paths.Select((path, i) => MissingHead(paths[i], FactPaths.Find(workflow, path)))];
        notices = [.. workflow.Tables.Select(t => Notice(DecisionContext.NoRow(t), workflow.Tables.First(other => other.Node.Pointer == t.Node.Pointer).Name))];
        head = new FastHead(workflow, release, releaseStatus);
    }

    /// <summary>False (and nothing written) when the decision needs the evaluator. Without a <paramref name="stamp"/> the decision has neither id nor time.</summary>
    public bool TryWrite(FactSet facts, DateOnly? asOf, Explain explain, DecisionStamp? stamp, IBufferWriter<byte> output, out DecisionStatus status)
    {
        var details = program.Rent();
        status = DecisionStatus.Complete;
        var isDecided = program.Decide(facts.Frames, asOf?.DayNumber ?? FactFrame.Unknown, details) && CanBeSaid(details, out status) && (explain == Explain.None || reasons.CanBeSaid(details));
        if (isDecided)
        {
            var json = new JsonBytes(output);
            Write(ref json, details, asOf, stamp, status);
            if (explain != Explain.None) reasons.Write(ref json, details);
            json.Put((byte)'}');
            json.Flush();
        }
        program.Return(details);
        return isDecided;
    }

    private bool CanBeSaid(Details details, out DecisionStatus status)
    {
        status = DecisionStatus.Complete;
        for (var word = 0; word < all.Length; word++)
        {
            var open = all[word] & ~(details.Met[word] | details.NotMet[word]);
            if (open != 0) status = DecisionStatus.Incomplete;
            if ((open & unsaidWhenUndetermined[word]) != 0 || (details.Met[word] & unsaidWhenMet[word]) != 0) return false;
        }
        return true;
    }

    private void Write(ref JsonBytes json, Details details, DateOnly? asOf, DecisionStamp? stamp, DecisionStatus status)
    {
        json.Put(head.For(asOf));
        if (stamp is { } identified)
        {
            json.Put(",\"decisionId\":\""u8);
            json.PutId(identified.Id);
            json.Put((byte)'"');
        }
        if (asOf is { } date)
        {
            json.Put(",\"asOf\":\""u8);
            json.PutDay(date.DayNumber);
            json.Put((byte)'"');
        }
        else
        {
            json.Put(",\"asOf\":null"u8);
        }
        if (stamp is { } timed)
        {
            json.Put(",\"evaluatedAt\":\""u8);
            json.PutTime(timed.EvaluatedAt.UtcDateTime);
            json.Put((byte)'"');
        }
        json.Put(status == DecisionStatus.Complete ? ",\"status\":\"complete\",\"recommendations\":["u8 : ",\"status\":\"incomplete\",\"recommendations\":["u8);
        WriteAdvice(ref json, details);
        if (status == DecisionStatus.Incomplete) WriteMissing(ref json, details);
        json.Put("],\"verdicts\":{"u8);
        verdicts.Write(ref json, details);
        WriteOutputs(ref json, details);
        json.Put("},\"notices\":["u8);
        if (details.Noticed >= 0) json.Put(notices[details.Noticed]);
        json.Put((byte)']');
    }

    private void WriteAdvice(ref JsonBytes json, Details details)
    {
        var isFirst = true;
        foreach (var i in order)
        {
            if (details.VerdictOf(i) != Verdict.Met || IsWithheld(rules[i], details)) continue;
            WriteHead(ref json, rules[i], rules[i].Recommendation, details, ref isFirst);
            json.Put(rules[i].RecommendationEnd);
        }
        json.Put("],\"pending\":["u8);
        isFirst = true;
        foreach (var i in order)
        {
            if (details.VerdictOf(i) != Verdict.Undetermined) continue;
            var isFirstPending = isFirst;
            isFirst = false;
            if (!isFirstPending) json.Put((byte)',');
            json.Put(rules[i].Head);
            WriteOpen(ref json, i, details);
            json.Put(rules[i].PendingEnd);
            texts.WritePaths(ref json, details.Missing[i]);
            json.Put("]}"u8);
        }
        json.Put("],\"withheld\":["u8);
        isFirst = true;
        foreach (var i in order)
        {
            if (details.VerdictOf(i) != Verdict.Met || !IsWithheld(rules[i], details)) continue;
            WriteHead(ref json, rules[i], rules[i].Recommendation, details, ref isFirst);
            json.Put(rules[i].WithheldEnd);
            WriteReasons(ref json, rules[i], details);
        }
        json.Put("],\"missing\":["u8);
    }

    private void WriteHead(ref JsonBytes json, FastRule rule, FastPiece[]? text, Details details, ref bool isFirst)
    {
        if (!isFirst) json.Put((byte)',');
        isFirst = false;
        json.Put(rule.Head);
        texts.Write(ref json, text ?? [], details);
    }

    /// <summary>Rules are withheld while a rule against them is met or undetermined: only a clear "not met" sets them free.</summary>
    private static bool IsWithheld(FastRule rule, Details details)
    {
        foreach (var by in rule.WithheldBy)
            if (details.VerdictOf(by) != Verdict.NotMet) return true;
        return false;
    }

    private void WriteReasons(ref JsonBytes json, FastRule rule, Details details)
    {
        var isFirst = true;
        foreach (var by in rule.WithheldBy)
        {
            if (details.VerdictOf(by) == Verdict.NotMet) continue;
            if (!isFirst) json.Put((byte)',');
            isFirst = false;
            json.Put(rules[by].Name);
        }
        json.Put("],\"reason\":\""u8);
        isFirst = true;
        foreach (var by in rule.WithheldBy)
        {
            var verdict = details.VerdictOf(by);
            if (verdict == Verdict.NotMet) continue;
            if (!isFirst) json.Put((byte)' ');
            isFirst = false;
            if (verdict == Verdict.Met) texts.Write(ref json, rules[by].Reason, details);
            else WriteOpen(ref json, by, details);
        }
        json.Put("\"}"u8);
    }

    /// <summary>What an undetermined rule says.</summary>
    private void WriteOpen(ref JsonBytes json, int rule, Details details)
    {
        if (rules[rule].WhenUndetermined is { } text)
        {
            texts.Write(ref json, text, details);
            return;
        }
        json.Put(rules[rule].Title);
        if (details.Missing[rule] == UInt128.Zero)
        {
            json.Put(": cannot be decided."u8);
            return;
        }
        json.Put(": not decided without "u8);
        texts.WriteBare(ref json, details.Missing[rule]);
        json.Put((byte)'.');
    }

    private void WriteMissing(ref JsonBytes json, Details details)
    {
        var open = UInt128.Zero;
        foreach (var missing in details.Missing) open |= missing;
        var isFirst = true;
        for (; open != UInt128.Zero; open &= open - UInt128.One)
        {
            if (!isFirst) json.Put((byte)',');
            isFirst = false;
            var path = (int)UInt128.TrailingZeroCount(open);
            json.Put(missingHeads[path]);
            var bit = UInt128.One << path;
            var isFirstRule = true;
            for (var i = 0; i < rules.Length; i++)
            {
                if ((details.Missing[i] & bit) == UInt128.Zero) continue;
                if (!isFirstRule) json.Put((byte)',');
                isFirstRule = false;
                json.Put(rules[i].Name);
            }
            json.Put("]}"u8);
        }
    }

    private void WriteOutputs(ref JsonBytes json, Details details)
    {
        json.Put("},\"outputs\":{"u8);
        for (var i = 0; i < program.Layout.Outputs; i++)
        {
            json.Put(cells[i].Property.AsSpan(i == 0 ? 1 : 0));
            cells[i].WriteValue(ref json, details.Cells[i]);
        }
        json.Put("},\"ranges\":{"u8);
        var isFirst = true;
        for (var i = 0; i < program.Layout.Outputs; i++)
        {
            if (!cells[i].IsOpen(details.Cells[i])) continue;
            json.Put(cells[i].Property.AsSpan(isFirst ? 1 : 0));
            isFirst = false;
            cells[i].WritePossible(ref json, details.Cells[i]);
        }
    }

    private static byte[] MissingHead(byte[] path, FactProperty? property) =>
    [
        .. "{\"fact\":"u8, .. path,
        .. property?.Label is { } label ? (byte[])[.. ",\"label\":"u8, .. JsonBytes.Quoted(label)] : [],
        .. property?.Unit is { } unit ? (byte[])[.. ",\"unit\":"u8, .. JsonBytes.Quoted(unit)] : [],
        .. ",\"rules\":["u8,
    ];

    private static byte[] Notice(string message, string output) =>
        [.. "{\"code\":"u8, .. JsonBytes.Quoted(DiagnosticCode.NoRowApplies.Id), .. ",\"output\":"u8, .. JsonBytes.Quoted(output), .. ",\"message\":"u8, .. JsonBytes.Quoted(message), (byte)'}'];
}
