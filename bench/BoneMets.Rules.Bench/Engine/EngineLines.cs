using BoneMets.Rules.Bench.Opponents;
using BoneMets.Rules.Streaming;

namespace BoneMets.Rules.Bench.Engine;

/// <summary>One worker of the engine's stream on one batch of lines, as <c>bonemets evaluate</c> runs it on each core.</summary>
internal sealed class EngineLines(EngineUnderTest engine, DateOnly asOf) : ILineDecider
{
    private readonly LineDecider decider = new(engine.Engine, engine.Bound.Name, new StreamOptions { AsOf = asOf, Explain = Explain.None });
    private readonly LineBatch batch = new();
    private byte[] loaded = [];

    public ReadOnlySpan<byte> Decide(byte[] lines)
    {
        if (!ReferenceEquals(loaded, lines)) Load(lines);
        batch.Output.ResetWrittenCount();
        batch.Totals = default;
        decider.Decide(batch, CancellationToken.None);
        if (batch.Totals.Bad > 0) throw new InvalidOperationException("the engine refuses generated facts");
        return batch.Output.WrittenSpan;
    }

    public void Dispose() => decider.Dispose();

    private void Load(byte[] lines)
    {
        batch.Reserve(lines.Length, lines.Length);
        lines.CopyTo(batch.Input, 0);
        (batch.Length, batch.FirstLine, loaded) = (lines.Length, 1, lines);
    }
}
