using System.Text;
using System.Text.Json;

namespace BoneMets.Rules.Bench.Opponents;

/// <summary>(c) and (d) of the first workload decide and write the same way.</summary>
internal abstract class FirstOpponentLines(HandTexts texts, Stamp stamp) : OpponentLines
{
    private readonly HandDecision decision = new();
    private readonly HandDecisionWriter writer = new(texts, stamp);

    protected void Decide(ReadOnlySpan<byte> id, long number, Patient p, Lesion l)
    {
        decision.Decide(p, l);
        writer.Write(Start(id, number), decision, p, l);
        End();
    }
}

/// <summary>(c) reads with what System.Text.Json generates.</summary>
internal sealed class SourceGeneratedLines(HandTexts texts, Stamp stamp) : FirstOpponentLines(texts, stamp)
{
    protected override void DecideLine(ReadOnlySpan<byte> line, long number)
    {
        var read = JsonSerializer.Deserialize(line, LineContext.Default.Line)!;
        Span<byte> id = stackalloc byte[64];
        var length = Encoding.UTF8.GetBytes(read.Id, id);
        Decide(id[..length], number, read.Patient, read.Lesion);
    }
}

/// <summary>(d) reads by hand.</summary>
internal sealed class HandReadLines(HandTexts texts, Stamp stamp) : FirstOpponentLines(texts, stamp)
{
    private readonly HandReader reader = new();

    protected override void DecideLine(ReadOnlySpan<byte> line, long number)
    {
        var id = reader.Read(line);
        Decide(id, number, reader.Patient, reader.Lesion);
    }
}
