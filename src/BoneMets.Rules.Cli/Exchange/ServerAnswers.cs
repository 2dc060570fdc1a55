using System.Text.Json;
using System.Text.Json.Serialization;

namespace BoneMets.Rules.Cli.Exchange;

/// <summary>What the commands read of a change; <c>docs/api.md</c> has the whole.</summary>
internal sealed record ChangeAnswer(long Id, string Title, string State, int Base, IReadOnlyList<ChangedDocument> Documents, Examination? Evidence = null, int? Against = null);

internal sealed record ChangedDocument(string Name, string Kind);

internal sealed record Examination(
    int Against, IReadOnlyList<Finding> Diagnostics, Replay? Cases, IReadOnlyList<ChangedCase> CaseChanges, ImpactFound? Impact, IReadOnlyList<Finding> MissingMetadata);

internal sealed record Replay(int Passed, IReadOnlyList<FailedCase> Failed);

internal sealed record FailedCase(string Workflow, string Id, IReadOnlyList<Difference> Differences, string? Title = null);

internal sealed record Difference(string Subject, string Expected, string Actual);

internal sealed record ChangedCase(string Kind, string Workflow, string Id);

internal sealed record ImpactFound(int Tried, int Affected, IReadOnlyList<ImpactGroup> Groups);

internal sealed record ImpactGroup(string Workflow, string Kind, string Subject, int Count);

/// <summary>A finding in a document, or one of a problem's <c>errors</c>.</summary>
internal sealed record Finding(string Code, string Message, string? Severity = null, string? Document = null, string? Pointer = null, int Line = 0, int Column = 0, string? Help = null)
{
    /// <summary>As findings of this program are written.</summary>
    public override string ToString()
    {
        var place = Line > 0 ? $"{Document}({Line},{Column}): " : string.IsNullOrEmpty(Document) ? "" : $"{Document}: ";
        return $"{place}{Severity ?? "error"} {Code}: {Message}{(string.IsNullOrEmpty(Pointer) ? "" : $" [{Pointer}]")}{(Help is null ? "" : $" ({Help})")}";
    }
}

/// <summary>A refusal as servers write it (RFC 9457); every member may be missing.</summary>
internal sealed record Problem(string? Type = null, string? Title = null, string? Detail = null, IReadOnlyList<Finding>? Errors = null);

internal static class ServerAnswers
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new PlainText() },
    };

    /// <summary>Null when it is something else. Members that nobody here reads are fine: newer servers say more.</summary>
    public static T? Read<T>(ReadOnlySpan<byte> json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Plain(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    /// <summary>A server's words go to a terminal, which would obey control characters.</summary>
    private sealed class PlainText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Plain(reader.GetString()!) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
