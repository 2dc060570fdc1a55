using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using BoneMets.Rules.Server.CdsHooks;
using BoneMets.Rules.Server.CdsHooks.Data;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>What a client did not send is fetched from its FHIR server, if that is on the list, and from nowhere else.</summary>
public sealed class HookFetchTests : IAsyncLifetime, IDisposable
{
    private const string Token = "the-secret-of-this-request";
    private FakeFhirServer fhir = null!;
    private RunningServer server = null!;
    private readonly Logs logs = new();

    public async Task InitializeAsync()
    {
        fhir = await FakeFhirServer.StartAsync();
        server = await StartAsync(fhir.Allowed);
        server.App.Services.GetRequiredService<ILoggerFactory>().AddProvider(logs);
        var sent = HookTable.Base()["prefetch"]!;
        fhir.Answer("/fhir/Patient/p1", sent["patient"]!.ToJsonString());
        fhir.Answer("/fhir/Observation?", sent["observations"]!.ToJsonString());
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await fhir.DisposeAsync();
    }

    public void Dispose() => logs.Dispose();

    [Fact]
    public async Task Everything_is_fetched_with_the_token_and_gives_the_same_cards_as_sent_data()
    {
        using var sent = await HookTable.AskAsync(server.Client, HookTable.Base());
        using var fetched = await HookTable.AskAsync(server.Client, Request());
        Assert.Equal(Summaries(await HookTable.CardsAsync(sent)), Summaries(await HookTable.CardsAsync(fetched)));
        Assert.All(fhir.Asked, a => Assert.Equal($"Bearer {Token}", a.Authorization));
        var observations = Assert.Single(fhir.Asked, a => a.Path.StartsWith("/fhir/Observation?", StringComparison.Ordinal)).Path;
        Assert.Contains("patient=p1&code=http://loinc.org%7C", observations, StringComparison.Ordinal);
        Assert.Contains(fhir.Asked, a => a.Path.StartsWith("/fhir/MedicationRequest?patient=p1", StringComparison.Ordinal) && a.Path.EndsWith("&_include=MedicationRequest:medication", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_is_lacking_is_fetched_and_null_is_not_lacking()
    {
        var request = Request();
        HookTable.Set(request, "/prefetch", new JsonObject { ["patient"] = HookTable.Base()["prefetch"]!["patient"]!.DeepClone(), ["conditions"] = null, ["medicationRequests"] = null, ["medicationStatements"] = null, ["medicationAdministrations"] = null });
        using var response = await HookTable.AskAsync(server.Client, request);
        await HookTable.CardsAsync(response);
        Assert.StartsWith("/fhir/Observation?", Assert.Single(fhir.Asked).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Further_pages_of_the_same_server_are_read()
    {
        var all = HookTable.Base()["prefetch"]!["observations"]!["entry"]!.AsArray();
        fhir.Answer("/fhir/Observation?", Page(all[0]!, $"{fhir.Base}?page=2"));
        fhir.Answer("/fhir?page=2", Page(all[1]!, null));
        using var response = await HookTable.AskAsync(server.Client, Request());
        Assert.Equal("Severe hypercalcaemia", Summaries(await HookTable.CardsAsync(response))[0]);
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data", "the next page lies on another server")]
    [InlineData("http://localhost/fhir?page=2", "the next page lies on another server")]
    [InlineData("{base}/../admin?page=2", "the next page lies on another server")]
    [InlineData("{base}/%2e%2e/admin", "the next page lies on another server")]
    [InlineData("{base}?missing", "the server answered 404")]
    public async Task A_page_elsewhere_is_not_read_and_the_card_says_so(string next, string said)
    {
        fhir.Answer("/fhir?missing", "{}", 404);
        fhir.Answer("/fhir/Observation?", Page(HookTable.Base()["prefetch"]!["observations"]!["entry"]![0]!, next.Replace("{base}", fhir.Base, StringComparison.Ordinal)));
        using var response = await HookTable.AskAsync(server.Client, Request());
        var cards = await HookTable.CardsAsync(response);
        Assert.Contains(said, HookTable.Text(cards[^1]!, "detail"), StringComparison.Ordinal);
        Assert.DoesNotContain(fhir.Asked, a => a.Path.Contains("admin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chain_of_pages_without_an_end_is_given_up()
    {
        fhir.Answer("/fhir/Observation?", Page(HookTable.Base()["prefetch"]!["observations"]!["entry"]![0]!, $"{fhir.Base}/Observation?again"));
        using var response = await HookTable.AskAsync(server.Client, Request());
        Assert.Contains("only 10 pages were read", HookTable.Text((await HookTable.CardsAsync(response))[^1]!, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Required_data_that_cannot_be_fetched_are_missing_and_the_reason_is_said()
    {
        await MissingAsync("the server answered 302: redirects are not followed", c =>
        {
            c.Response.Redirect("https://localhost/elsewhere");
            return Task.CompletedTask;
        });
        await MissingAsync("the server answered 403", c => WriteAsync(c, "{}", 403));
        await MissingAsync("in another format than JSON", c => WriteAsync(c, "<html/>", 200, "text/html"));
        await MissingAsync("something that is no JSON", c => WriteAsync(c, "{\"resourceType\":"));
        await MissingAsync("something that is no JSON", c => WriteAsync(c, "{\"resourceType\":\"Patient\",\"resourceType\":\"Patient\"}"));
        await MissingAsync("what was sent is of type Condition", c => WriteAsync(c, """{"resourceType":"Condition"}"""));
        await MissingAsync("the answer is too large", async c =>
        {
            c.Response.ContentType = "application/json";
            try
            {
                for (var i = 0; i < 2_000; i++) await c.Response.WriteAsync(new string(' ', 64 * 1024), c.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                // It has heard enough.
            }
        });
        await MissingAsync("could not be reached", c =>
        {
            c.Abort();
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_not_waited_for()
    {
        await MissingAsync("did not answer in time", c => Task.Delay(TimeSpan.FromSeconds(60), c.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
    }

    [Fact]
    public async Task The_Patient_of_somebody_else_is_refused_also_when_it_was_fetched()
    {
        fhir.Answer("/fhir/Patient/p1", """{"resourceType":"Patient","id":"p2"}""");
        using var response = await HookTable.AskAsync(server.Client, Request());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("http://localhost:{port}/fhir")]
    [InlineData("https://127.0.0.1:{port}/fhir")]
    [InlineData("https://localhost.evil.example:{port}/fhir")]
    [InlineData("https://localhost:1/fhir")]
    [InlineData("https://localhost:{port}/")]
    [InlineData("https://localhost:{port}/fhir2")]
    [InlineData("https://localhost:{port}/fhir/tenant")]
    [InlineData("https://localhost:{port}/fhir/../admin")]
    [InlineData("https://localhost:{port}/fhir?x=")]
    [InlineData("https://localhost:{port}/fhir#x")]
    [InlineData("https://user@localhost:{port}/fhir")]
    [InlineData("https://localhost:{port}\\@evil.example/fhir")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//localhost:{port}/fhir")]
    [InlineData("gopher://localhost:{port}/fhir")]
    [InlineData("nonsense")]
    public async Task An_address_that_is_not_on_the_list_to_the_letter_is_not_asked(string address)
    {
        var request = Request();
        request["fhirServer"] = address.Replace("{port}", new Uri(fhir.Base).Port.ToString(global::System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        using var response = await HookTable.AskAsync(server.Client, request);
        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Contains("may not ask the FHIR server", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(fhir.Asked);
    }

    [Fact]
    public async Task A_name_on_the_list_that_leads_to_this_machine_or_shows_another_certificate_is_not_asked()
    {
        foreach (var (allowed, said) in new[] { (fhir.Allowed with { Networks = [] }, "leads to an address that this server may not ask"), (fhir.Allowed with { Roots = null }, "could not be reached by https") })
        {
            var other = await StartAsync(allowed);
            using var response = await HookTable.AskAsync(other.Client, Request());
            Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
            Assert.Contains(said, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            await other.DisposeAsync();
        }
        Assert.Empty(fhir.Asked);
    }

    [Fact]
    public async Task Neither_the_token_nor_the_patient_is_in_a_log()
    {
        using var read = await HookTable.AskAsync(server.Client, Request());
        fhir.Answer("/fhir/Patient/p1", "{}", 500);
        using var failed = await HookTable.AskAsync(server.Client, Request());
        Assert.NotEmpty(logs.Lines);
        Assert.DoesNotContain(logs.Lines, l => l.Contains(Token, StringComparison.Ordinal) || l.Contains("1960-05-01", StringComparison.Ordinal) || l.Contains("Patient/p1", StringComparison.Ordinal));
        Assert.DoesNotContain(Token, await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, await failed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("10.0.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2606:4700::1", true)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void Only_public_addresses_are_asked_unless_a_network_is_named(string address, bool isAllowed)
    {
        var plain = new AllowedServer(new Uri("https://ehr.example.org/fhir"), [], null);
        Assert.Equal(isAllowed, AddressCheck.IsAllowed(IPAddress.Parse(address), plain));
        Assert.True(AddressCheck.IsAllowed(IPAddress.Parse(address), plain with { Networks = [IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")] }));
    }

    private async Task MissingAsync(string said, Func<HttpContext, Task> answer)
    {
        fhir.Answers["/fhir/Patient/p1"] = answer;
        using var response = await HookTable.AskAsync(server.Client, Request());
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.PreconditionFailed && text.Contains(said, StringComparison.Ordinal), $"{said}: {(int)response.StatusCode} {text}");
    }

    private static Task WriteAsync(HttpContext context, string body, int status = 200, string type = "application/fhir+json")
    {
        (context.Response.StatusCode, context.Response.ContentType) = (status, type);
        return context.Response.WriteAsync(body);
    }

    private static Task<RunningServer> StartAsync(AllowedServer allowed) =>
        RunningServer.StartAsync(o => o with { LogLevel = LogLevel.Trace, CdsHooks = new CdsHooksOptions { FhirServers = [allowed] } }, HookTable.Offer);

    private JsonObject Request()
    {
        var request = HookTable.Base();
        request.Remove("prefetch");
        request["fhirServer"] = fhir.Base;
        request["fhirAuthorization"] = new JsonObject { ["access_token"] = Token, ["token_type"] = "Bearer", ["expires_in"] = 300, ["scope"] = "user/Observation.rs", ["subject"] = "cds" };
        return request;
    }

    private static string Page(JsonNode entry, string? next) => new JsonObject
    {
        ["resourceType"] = "Bundle",
        ["type"] = "searchset",
        ["link"] = next is null ? new JsonArray() : new JsonArray(new JsonObject { ["relation"] = "next", ["url"] = next }),
        ["entry"] = new JsonArray(entry.DeepClone()),
    }.ToJsonString();

    private static List<string> Summaries(JsonArray cards) => [.. cards.Select(c => HookTable.Text(c!, "summary"))];

    private sealed class Logs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
