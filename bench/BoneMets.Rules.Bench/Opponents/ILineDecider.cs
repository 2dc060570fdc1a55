using System.Text.Json;

namespace BoneMets.Rules.Bench.Opponents;

/// <summary>Lines of facts in, decision lines out: <c>{"line":1,"id":…,"decision":{…}}</c>.</summary>
internal interface ILineDecider : IDisposable
{
    /// <summary>The decision lines; valid until the next call.</summary>
    ReadOnlySpan<byte> Decide(byte[] lines);
}

/// <summary>What a decision line says of itself.</summary>
internal sealed record Stamp(string Hash, string EngineVersion, string Title, string AsOf)
{
    public void Write(Utf8JsonWriter json, ReadOnlySpan<byte> workflow, bool isComplete)
    {
        json.WriteString("workflow"u8, workflow);
        json.WriteNull("release"u8);
        json.WriteString("releaseStatus"u8, "unreviewed"u8);
        json.WriteString("hash"u8, Hash);
        json.WriteString("engineVersion"u8, EngineVersion);
        json.WriteStartObject("source"u8);
        json.WriteString("title"u8, Title);
        json.WriteEndObject();
        json.WriteString("asOf"u8, AsOf);
        json.WriteString("status"u8, isComplete ? "complete"u8 : "incomplete"u8);
    }
}
