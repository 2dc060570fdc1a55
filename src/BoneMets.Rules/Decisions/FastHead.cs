using System.Globalization;
using System.Text;
using System.Text.Json;
using BoneMets.Rules.Language;

namespace BoneMets.Rules.Decisions;

/// <summary>
/// What every decision of a workflow begins with, as bytes: once for days on which its review is in time and once for later ones,
/// so that choosing between them is all that a decision costs.
/// </summary>
internal sealed class FastHead(BoundWorkflow workflow, int? release, string releaseStatus)
{
    private readonly byte[] inTime = Bytes(workflow, release, releaseStatus, DecisionSource.Of(workflow.Model, asOf: null));
    private readonly byte[] overdue = Bytes(workflow, release, releaseStatus, DecisionSource.Of(workflow.Model, DateOnly.MaxValue));

    public ReadOnlySpan<byte> For(DateOnly? asOf) => asOf is { } day && workflow.Model.About.IsReviewOverdue(day) ? overdue : inTime;

    private static byte[] Bytes(BoundWorkflow workflow, int? release, string releaseStatus, DecisionSource? source) =>
    [
        .. "{\"workflow\":"u8, .. JsonBytes.Quoted(workflow.Name), .. Encoding.UTF8.GetBytes($",\"release\":{release?.ToString(CultureInfo.InvariantCulture) ?? "null"}"),
        .. ",\"releaseStatus\":"u8, .. JsonBytes.Quoted(releaseStatus), .. ",\"hash\":"u8, .. JsonBytes.Quoted(workflow.Hash), .. ",\"engineVersion\":"u8, .. JsonBytes.Quoted(EngineVersion.Current),
        .. source is null ? [] : Member(source),
    ];

    private static byte[] Member(DecisionSource source)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, DecisionWriter.Compact))
        {
            writer.WriteStartObject();
            DecisionWriter.WriteSource(writer, source);
            writer.WriteEndObject();
        }
        return [(byte)',', .. buffer.ToArray().AsSpan()[1..^1]];
    }
}
