using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Server.Library;
using Microsoft.IdentityModel.Tokens;

namespace BoneMets.Rules.Server.CdsHooks;

/// <summary>Reads the file of <c>--cds-hooks</c>. Anything that is not understood keeps the server from starting: a slip here opens or closes a door.</summary>
internal static class CdsHooksFile
{
    private static readonly JsonSerializerOptions Strict = LibraryJson.Strict(new JsonSerializerOptions(JsonSerializerDefaults.Web) { ReadCommentHandling = JsonCommentHandling.Skip, PropertyNameCaseInsensitive = false });

    /// <summary>On false <paramref name="complaint"/> is one line for whoever starts the server.</summary>
    public static bool TryRead(string file, [NotNullWhen(true)] out CdsHooksOptions? options, [NotNullWhen(false)] out string? complaint)
    {
        (options, complaint) = (null, null);
        try
        {
            var written = JsonSerializer.Deserialize<WrittenFile>(File.ReadAllBytes(file), Strict) ?? throw new FormatException("it is null");
            options = Options(written, Path.GetDirectoryName(Path.GetFullPath(file))!);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException or CryptographicException or ArgumentException)
        {
            complaint = $"bonemets-server: `{file}` cannot be used for CDS Hooks: {e.Message.ReplaceLineEndings(" ")}";
            return false;
        }
    }

    private static CdsHooksOptions Options(WrittenFile written, string folder)
    {
        if (written.PublicUrl is not null) throw new FormatException("`publicUrl` does not stand here any more, because it is not for CDS Hooks alone: start the server with `--public-url`");
        var options = new CdsHooksOptions
        {
            Origins = [.. (written.Origins ?? []).Select(Origin)],
            Clients = [.. (written.Clients ?? []).Select(c => Client(c, folder))],
            FhirServers = Servers(written.FhirServers, folder),
            KeepsComments = written.KeepComments,
        };
        if (options.Clients.GroupBy(c => c.Issuer, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new FormatException($"the issuer `{twice.Key}` stands twice");
        return options;
    }

    private static CdsClient Client(WrittenClient written, string folder)
    {
        if (string.IsNullOrWhiteSpace(written.Issuer)) throw new FormatException("a client has no `issuer`");
        if (written.Keys is null == written.KeysUrl is null) throw new FormatException($"the client `{written.Issuer}` has either `keys` (a JSON Web Key Set) or `keysUrl`");
        var keys = written.Keys is { } set ? Keys(set.GetRawText(), written.Issuer) : null;
        return new CdsClient(written.Issuer, keys, written.KeysUrl is { } url ? Server(url, folder) : null, written.Tenants ?? [], Servers(written.FhirServers, folder), written.Workflows ?? [], written.Record);
    }

    private static JsonWebKeySet Keys(string json, string issuer)
    {
        var set = JsonWebKeySet.Create(json);
        if (set.Keys.Count == 0) throw new FormatException($"`keys` of `{issuer}` is no JSON Web Key Set with keys");
        if (set.Keys.FirstOrDefault(k => k.Kty is not ("RSA" or "EC")) is { } other) throw new FormatException($"a key of `{issuer}` is of type `{other.Kty}`; only public keys of type RSA and EC are taken");
        if (set.Keys.Any(k => k.HasPrivateKey)) throw new FormatException($"`keys` of `{issuer}` holds a private key; it belongs to the client alone");
        return set;
    }

    private static List<AllowedServer> Servers(WrittenServer[]? written, string folder) => [.. (written ?? []).Select(s => Server(s, folder))];

    private static AllowedServer Server(WrittenServer written, string folder)
    {
        var roots = written.Roots is { } file ? new X509Certificate2Collection() : null;
        roots?.ImportFromPemFile(Path.Combine(folder, written.Roots!));
        return new AllowedServer(Base(written.Url), [.. (written.Networks ?? []).Select(Network)], roots);
    }

    private static IPNetwork Network(string text) => IPNetwork.TryParse(text, out var network) ? network : throw new FormatException($"`{text}` is no network such as `10.1.0.0/16`");

    private static string Origin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback) && uri.GetLeftPart(UriPartial.Authority) == text
            ? text
            : throw new FormatException($"`{text}` is no origin such as `https://ehr.example.org`; an asterisk is not taken");

    private static Uri Base(string text) => WebAddress.TryRead(text, allowsLoopback: false, out var address, out var wrong) ? address : throw new FormatException($"`url` {wrong}");

    private sealed record WrittenFile(JsonElement? PublicUrl = null, string[]? Origins = null, WrittenClient[]? Clients = null, WrittenServer[]? FhirServers = null, bool KeepComments = false);

    private sealed record WrittenClient(string Issuer, JsonElement? Keys = null, WrittenServer? KeysUrl = null, string[]? Tenants = null, WrittenServer[]? FhirServers = null, string[]? Workflows = null, bool Record = false);

    private sealed record WrittenServer(string Url, string[]? Networks = null, string? Roots = null);
}
