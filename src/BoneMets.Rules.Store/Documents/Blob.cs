using BoneMets.Rules.Documents;

namespace BoneMets.Rules.Store;

/// <summary>A text to be stored once, under the hash of its bytes, whoever refers to it.</summary>
internal sealed record Blob(string Id, string ContentHash, byte[] Content)
{
    private const int Largest = 8 * 1024 * 1024;

    /// <summary>Refuses a document that is no JSON by its name: a draft may have errors of meaning, not of form.</summary>
    public static Blob Of(string name, byte[] content)
    {
        if (DocumentName.Complaint(name) is { } complaint) throw new StoreRefusedException(RefusalKind.Invalid, complaint, "give it another name");
        if (content.Length > Largest) throw new StoreRefusedException(RefusalKind.Invalid, $"`{name}` is larger than {Largest / 1024 / 1024} MB", "split it");
        var id = IdOf(content);
        return new Blob(id, name.EndsWith(".json", StringComparison.Ordinal) ? HashOfJson(name, content) : id, content);
    }

    public static string IdOf(byte[] content) => BoneMets.Rules.Documents.ContentHash.Of(content);

    private static string HashOfJson(string name, byte[] content)
    {
        var parsed = JsonText.Parse(name, content);
        if (parsed.Diagnostics.FirstOrDefault(d => d.IsError) is { } mistake)
            throw new StoreRefusedException(RefusalKind.Invalid, $"`{name}` is not JSON: {mistake.Message}, line {mistake.Line}, column {mistake.Column}", mistake.Help ?? "mend the text");
        return BoneMets.Rules.Documents.ContentHash.Of(parsed.Root!);
    }
}
