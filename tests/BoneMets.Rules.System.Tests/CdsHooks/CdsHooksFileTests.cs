using BoneMets.Rules.Server.CdsHooks;
using BoneMets.Rules.Server.Hosting;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>The file of <c>--cds-hooks</c>: what is not understood keeps the server from starting.</summary>
public sealed class CdsHooksFileTests : IDisposable
{
    private const string Key = """{"kty":"RSA","kid":"a","n":"qQ","e":"AQAB"}""";
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void A_whole_file_is_read()
    {
        File.WriteAllText(file, $$"""
            { // a remark
              "origins": ["https://ehr.example.org", "http://localhost:8080"],
              "keepComments": true,
              "fhirServers": [{ "url": "https://fhir.example.org/r4/", "networks": ["10.1.0.0/16"] }],
              "clients": [
                { "issuer": "https://ehr.example.org", "keys": { "keys": [{{Key}}] }, "tenants": ["ward"], "fhirServers": [{ "url": "https://ehr.example.org/fhir" }], "workflows": ["Hypercalcemia"], "record": true },
                { "issuer": "two", "keysUrl": { "url": "https://two.example.org/jwks.json" } }
              ]
            }
            """);
        Assert.True(ServerArguments.TryParse(["--cds-hooks", file, "--public-url", "https://rules.example.org/"], out var options, out _));
        var hooks = options!.CdsHooks;
        Assert.Equal("https://rules.example.org/", options.PublicUrl!.ToString());
        Assert.Equal(["https://ehr.example.org", "http://localhost:8080"], hooks.Origins);
        Assert.True(hooks.KeepsComments);
        Assert.Equal("/r4", hooks.FhirServers.Single().Address.AbsolutePath);
        Assert.Equal("a", hooks.Clients[0].Keys!.Keys.Single().Kid);
        Assert.True(hooks.Clients[0].RecordsDecisions);
        Assert.Equal("https://two.example.org/jwks.json", hooks.Clients[1].KeyAddress!.Address.ToString());
    }

    [Theory]
    [InlineData("""{"orgins":[]}""", "orgins")]
    [InlineData("""{"origins":["*"]}""", "no origin")]
    [InlineData("""{"origins":["https://ehr.example.org/"]}""", "no origin")]
    [InlineData("""{"origins":["http://ehr.example.org"]}""", "no origin")]
    [InlineData("""{"publicUrl":"https://rules.example.org"}""", "start the server with `--public-url`")]
    [InlineData("""{"fhirServers":[{"url":"http://localhost/fhir"}]}""", "only https")]
    [InlineData("""{"fhirServers":[{"url":"https://fhir.example.org/r4?x"}]}""", "no address")]
    [InlineData("""{"fhirServers":[{"url":"https://fhir.example.org/r4","networks":["10.1"]}]}""", "no network")]
    [InlineData("""{"fhirServers":[{"url":"https://fhir.example.org/r4","roots":"not-there.pem"}]}""", "not-there.pem")]
    [InlineData("""{"clients":[{"issuer":"a","keys":{"keys":[KEY]}}]}""", "need `--public-url`")]
    [InlineData("""{"clients":[{"issuer":"a"}]}""", "either `keys`")]
    [InlineData("""{"clients":[{"issuer":"a","keys":{"keys":[]}}]}""", "no JSON Web Key Set")]
    [InlineData("""{"clients":[{"issuer":"a","keys":{"keys":[{"kty":"oct","kid":"a","k":"AAAA"}]}}]}""", "only public keys")]
    [InlineData("""{"clients":[{"issuer":"a","keys":{"keys":[{"kty":"RSA","kid":"a","n":"qQ","e":"AQAB","d":"qQ","p":"qQ","q":"qQ","dp":"qQ","dq":"qQ","qi":"qQ"}]}}]}""", "private key")]
    [InlineData("""{"clients":[{"issuer":"a","keys":{"keys":[KEY]}},{"issuer":"a","keys":{"keys":[KEY]}}]}""", "stands twice")]
    [InlineData("""[]""", "cannot be used")]
    [InlineData("", "cannot be used")]
    public void A_slip_is_said_in_one_line(string content, string said)
    {
        File.WriteAllText(file, content.Replace("KEY", Key, StringComparison.Ordinal));
        Assert.False(ServerArguments.TryParse(["--cds-hooks", file], out _, out var complaint));
        Assert.Contains(said, complaint, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', complaint!);
    }

    [Fact]
    public void A_folder_records_no_decisions_of_a_client()
    {
        File.WriteAllText(file, $$"""{"clients":[{"issuer":"a","keys":{"keys":[{{Key}}]},"record":true}]}""");
        Assert.True(ServerArguments.TryParse(["--cds-hooks", file, "--public-url", "https://r.example"], out _, out _));
        Assert.False(ServerArguments.TryParse(["--cds-hooks", file, "--library", "workflows", "--public-url", "https://r.example"], out _, out var complaint));
        Assert.Contains("no store", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void The_provider_of_people_is_no_client_too()
    {
        File.WriteAllText(file, $$$"""{"clients":[{"issuer":"https://id.example.org/","keys":{"keys":[{{{Key}}}]}}]}""");
        Assert.False(ServerArguments.TryParse(["--cds-hooks", file, "--public-url", "https://r.example", "--oidc-authority", "https://id.example.org", "--oidc-audience", "bonemets"], out _, out var complaint));
        Assert.Contains("whose tokens are whose", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_so()
    {
        Assert.False(ServerArguments.TryParse(["--cds-hooks", file + ".no"], out _, out var complaint));
        Assert.Contains(file + ".no", complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_file_everything_beyond_asking_is_closed()
    {
        Assert.True(ServerArguments.TryParse([], out var options, out _));
        Assert.Equal(CdsHooksOptions.None, options!.CdsHooks);
    }
}
