using System.Text.Encodings.Web;
using System.Text.Json;
using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Cli.Exchange;

/// <summary>
/// What was pulled into a folder last, in <c>.bonemets.json</c> beside the documents: it tells a local edit from an old copy, and is what a later publication starts from.
/// It belongs into version control. The name begins with a dot, so that it can never be a document.
/// </summary>
/// <param name="Files">The hash of each file's bytes by its name.</param>
internal sealed record PullRecord(string Server, int Release, IReadOnlyDictionary<string, string> Files)
{
    public const string FileName = ".bonemets.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static PullRecord Of(ServerAddress server, PulledLibrary pulled) =>
        new(server.Text, pulled.Release, new SortedDictionary<string, string>(pulled.Documents.ToDictionary(d => d.Name, d => HashOf(d.Content), StringComparer.Ordinal), StringComparer.Ordinal));

    public static string HashOf(byte[] content) => ContentHash.Of(content);

    /// <summary>Null for a folder that was never pulled into.</summary>
    public static PullRecord? Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file)) return null;
        try
        {
            if (JsonSerializer.Deserialize<PullRecord>(File.ReadAllBytes(file), Options) is { } record) return record;
        }
        catch (JsonException)
        {
            // said below
        }
        throw new CommandFailure($"`{file}` is not what `bonemets pull` wrote: restore it from version control, or delete it, and the folder counts as never pulled");
    }

    public byte[] ToUtf8() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Options), (byte)'\n'];
}
