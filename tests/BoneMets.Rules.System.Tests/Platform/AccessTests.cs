using System.Net;
using System.Net.Http.Json;
using BoneMets.Rules.Server.Hosting;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>How people and applications come in, and how they are kept out.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private readonly string library = SmallLibrary.Folder();
    private StoreServer server = null!;
    private Person root = null!;

    private StoreOptions Store => new() { File = Path.Combine(library, "store.db") };

    public async Task InitializeAsync()
    {
        server = await StoreServer.StartAsync(Store, library);
        root = await server.AdministratorAsync();
    }

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(library, recursive: true);
    }

    [Fact]
    public async Task The_link_for_the_first_administrator_is_printed_until_it_was_used_once()
    {
        await server.Anyone.RefusedAsync(HttpStatusCode.NotFound, "not-in-store", HttpMethod.Post, "/api/v1/session/invitation", new { secret = server.Secret, password = Person.Password, name = "second" });
        Assert.False((await server.Anyone.GetAsync("/api/v1/session"))["needsAdministrator"]!.GetValue<bool>());
        await using var again = await StoreServer.StartAsync(Store, library);
        Assert.Empty(again.Secret);
    }

    [Fact]
    public async Task A_server_that_others_reach_does_not_start_before_there_is_an_administrator()
    {
        var refusal = await Assert.ThrowsAsync<ServerRefusedException>(() => StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "fresh.db") }, library, o => o with { Hosts = ["rules.example.org"] }));
        Assert.Contains("before there is an administrator", refusal.Message, StringComparison.Ordinal);
        await using var others = await StoreServer.StartAsync(Store, library, o => o with { Urls = ["http://0.0.0.0:0"], Hosts = ["rules.example.org"] });
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{others.Address.Port}/api/v1/workflows");
        request.Headers.Host = "rules.example.org";
        using var response = await client.SendAsync(request);
        await Person.ProblemAsync(response, HttpStatusCode.Unauthorized, "sign-in-needed");
    }

    [Fact]
    public async Task A_store_cannot_begin_with_a_folder_that_has_errors()
    {
        var broken = SmallLibrary.Folder();
        await File.WriteAllTextAsync(Path.Combine(broken, SmallLibrary.Workflow), SmallLibrary.WorkflowText(1).Replace("patient.calcium > limit", "patient.calcum > limit", StringComparison.Ordinal));
        var refusal = await Assert.ThrowsAsync<ServerRefusedException>(() => StoreServer.StartAsync(new StoreOptions { File = Path.Combine(broken, "store.db") }, broken));
        Assert.Contains("did you mean `calcium`", refusal.Message, StringComparison.Ordinal);
        Directory.Delete(broken, recursive: true);
    }

    [Fact]
    public async Task After_five_wrong_passwords_even_the_right_one_waits_and_a_new_link_helps()
    {
        using var anna = await server.PersonAsync(root, "anna", "author");
        for (var i = 0; i < 5; i++) await anna.RefusedAsync(HttpStatusCode.Unauthorized, "wrong-password", HttpMethod.Post, "/api/v1/session", new { name = "anna", password = "not this one" });
        await anna.RefusedAsync(HttpStatusCode.Unauthorized, "wrong-password", HttpMethod.Post, "/api/v1/session", new { name = "anna", password = Person.Password });
        await anna.RefusedAsync(HttpStatusCode.Unauthorized, "wrong-password", HttpMethod.Post, "/api/v1/session", new { name = "nobody", password = Person.Password });
        Assert.Equal("user.locked-out", (await root.GetAsync("/api/v1/audit?subject=user%20anna&count=1"))[0]!["action"]!.GetValue<string>());
        var link = await root.PostAsync("/api/v1/users/anna/invitation");
        var session = await anna.AcceptAsync(link["secret"]!.GetValue<string>());
        Assert.Equal("anna", session["name"]!.GetValue<string>());
        await anna.SignInAsync();
    }

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("my name is Anna indeed")]
    public async Task A_password_that_is_easily_guessed_is_refused(string password)
    {
        var secret = await StoreServer.InviteAsync(root, "anna", "author");
        await server.Anyone.RefusedAsync(HttpStatusCode.BadRequest, "invalid-action", HttpMethod.Post, "/api/v1/session/invitation", new { secret, password, name = "anna" });
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_so_do_other_roles()
    {
        var desk = await server.PersonAsync(root, "anna", "author");
        var laptop = server.Know(new Person(server.Address, "anna"));
        await laptop.SignInAsync();
        await desk.RefusedAsync(HttpStatusCode.Unauthorized, "wrong-password", HttpMethod.Put, "/api/v1/session/password", new { current = "not this one", @new = "another good password" });
        await desk.OkAsync(HttpMethod.Put, "/api/v1/session/password", new { current = Person.Password, @new = "another good password" });
        await laptop.RefusedAsync(HttpStatusCode.Unauthorized, "sign-in-needed", HttpMethod.Get, "/api/v1/changes");
        await desk.GetAsync("/api/v1/changes");
        await laptop.RefusedAsync(HttpStatusCode.Unauthorized, "wrong-password", HttpMethod.Post, "/api/v1/session", new { name = "anna", password = Person.Password });
        await root.OkAsync(HttpMethod.Put, "/api/v1/users/anna", new { roles = new[] { "reviewer" } });
        await desk.RefusedAsync(HttpStatusCode.Unauthorized, "sign-in-needed", HttpMethod.Get, "/api/v1/changes");
        await root.OkAsync(HttpMethod.Put, "/api/v1/users/anna", new { roles = new[] { "reviewer" }, disabled = true });
        await desk.RefusedAsync(HttpStatusCode.Unauthorized, "wrong-password", HttpMethod.Post, "/api/v1/session", new { name = "anna", password = "another good password" });
    }

    [Fact]
    public async Task A_lone_administrator_who_is_locked_out_comes_back_by_a_link_of_whoever_starts_the_server()
    {
        await using var again = await StoreServer.StartAsync(Store, library, o => o with { Invite = "root" });
        using var back = new Person(again.Address, "root");
        Assert.Equal("root", (await back.AcceptAsync(again.Secret))["name"]!.GetValue<string>());
        await root.RefusedAsync(HttpStatusCode.Unauthorized, "sign-in-needed", HttpMethod.Get, "/api/v1/users");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_every_device()
    {
        var desk = await server.PersonAsync(root, "anna", "author");
        var laptop = server.Know(new Person(server.Address, "anna"));
        await laptop.SignInAsync();
        await desk.OkAsync(HttpMethod.Delete, "/api/v1/session");
        await laptop.RefusedAsync(HttpStatusCode.Unauthorized, "sign-in-needed", HttpMethod.Get, "/api/v1/changes");
    }

    [Theory]
    [InlineData("POST", "/api/v1/session", """{"name":"a\u0000b","password":"x"}""", "wrong-password")]
    [InlineData("POST", "/api/v1/changes", """{"title":"a\u0000b"}""", "invalid-action")]
    [InlineData("POST", "/api/v1/changes", """{"title":"half \ud800"}""", "malformed-body")]
    [InlineData("POST", "/api/v1/changes", """{"title":" "}""", "invalid-action")]
    [InlineData("POST", "/api/v1/users", """{"name":"x","roles":[null]}""", "invalid-action")]
    [InlineData("POST", "/api/v1/users", """{"name":"x","roles":["author","king"]}""", "invalid-action")]
    [InlineData("POST", "/api/v1/keys", """{"name":"x","scopes":["execute"],"workflows":[null],"days":1}""", "invalid-action")]
    [InlineData("GET", "/api/v1/audit?subject=%00", null, "invalid-action")]
    [InlineData("GET", "/api/v1/decisions/%1F", null, "unknown-decision")]
    public async Task A_text_that_no_database_takes_is_refused_and_not_an_error_of_the_server(string method, string path, string? body, string kind)
    {
        var anna = await server.PersonAsync(root, "anna", "administrator", "author", "reviewer");
        using var response = await anna.SendAsync(new HttpMethod(method), path, body is null ? null : new StringContent(body, global::System.Text.Encoding.UTF8, "application/json"));
        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.Contains(kind, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/session", """{"name":"x","password":"#"}""")]
    [InlineData("/api/v1/changes", """{"title":"x","description":"#"}""")]
    public async Task A_message_as_large_as_a_library_is_not_read(string path, string body)
    {
        var anna = await server.PersonAsync(root, "anna", "author");
        using var response = await anna.SendAsync(HttpMethod.Post, path, new StringContent(body.Replace("#", new string('x', 2_000_000), StringComparison.Ordinal), global::System.Text.Encoding.UTF8, "application/json"));
        Assert.Contains((int)response.StatusCode, new[] { 400, 413 });
    }

    [Fact]
    public async Task The_last_administrator_stays_one()
    {
        await root.RefusedAsync(HttpStatusCode.BadRequest, "invalid-action", HttpMethod.Put, "/api/v1/users/root", new { roles = new[] { "author" } });
        await root.RefusedAsync(HttpStatusCode.BadRequest, "invalid-action", HttpMethod.Put, "/api/v1/users/root", new { roles = new[] { "administrator" }, disabled = true });
        await root.GetAsync("/api/v1/users");
    }

    [Fact]
    public async Task Another_site_cannot_make_a_browser_do_anything()
    {
        using var handler = new SocketsHttpHandler { CookieContainer = new CookieContainer() };
        using var browser = new HttpClient(handler) { BaseAddress = server.Address };
        var session = await (await browser.GetAsync(new Uri("/api/v1/session", UriKind.Relative))).Content.ReadFromJsonAsync<Dictionary<string, object?>>();
        using (var login = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session") { Content = JsonContent.Create(new { name = "root", password = Person.Password }) })
        {
            login.Headers.Add("X-CSRF-Token", session!["antiforgery"]!.ToString());
            using var signedIn = await browser.SendAsync(login);
            Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
            var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("bonemets=", StringComparison.Ordinal));
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        }
        // The cookies are there, the token is not, or is one of before signing in.
        foreach (var token in new[] { null, "x", session["antiforgery"]!.ToString() })
        {
            using var forged = new HttpRequestMessage(HttpMethod.Post, "/api/v1/users") { Content = JsonContent.Create(new { name = "mallory", roles = new[] { "administrator" } }) };
            if (token is not null) forged.Headers.Add("X-CSRF-Token", token);
            using var refused = await browser.SendAsync(forged);
            await Person.ProblemAsync(refused, HttpStatusCode.BadRequest, "forgery-token");
        }
        Assert.Single((await root.GetAsync("/api/v1/users")).AsArray());
    }

    [Fact]
    public async Task A_key_is_shown_once_opens_what_it_is_for_and_ends_when_it_is_revoked()
    {
        var ward = await server.KeyAsync(root, "ward 7", ["execute"], SmallLibrary.Name);
        var other = await server.KeyAsync(root, "ward 8", ["execute"], "Other");
        Assert.Equal(12, PlatformStory.Named(await StoreServer.DecideAsync(ward, 1)).Limit + 2);
        Assert.Equal("/problems/key-scope", (await StoreServer.DecideAsync(other, 1))["type"]!.GetValue<string>());
        var listed = (await root.GetAsync("/api/v1/keys")).AsArray();
        Assert.Equal(2, listed.Count);
        Assert.All(listed, k => Assert.DoesNotContain("secret", k!.ToJsonString(), StringComparison.OrdinalIgnoreCase));
        // Its use is noted beside the request, which does not wait for that.
        await PlatformStory.UntilAsync(async () => (await root.GetAsync("/api/v1/keys")).AsArray().Single(k => k!["name"]!.GetValue<string>() == "ward 7")!["lastUsed"] is not null);
        await root.OkAsync(HttpMethod.Delete, $"/api/v1/keys/{ward.Name["key:".Length..]}");
        await PlatformStory.UntilAsync(async () => (await StoreServer.DecideAsync(ward, 1))["type"]?.GetValue<string>() == "/problems/sign-in-needed");
        foreach (var secret in new[] { "bmk_", "bmk_1_2", "bmk_1_2_3", $"bmk_{ward.Name[4..]}_{new string('0', 64)}", "Basic" })
        {
            using var stranger = new Person(server.Address, "stranger", secret);
            Assert.Equal("/problems/sign-in-needed", (await StoreServer.DecideAsync(stranger, 1))["type"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("""{"name":"x","scopes":["everything"],"days":1}""")]
    [InlineData("""{"name":"x","scopes":[],"days":1}""")]
    [InlineData("""{"name":"x","scopes":["record"],"days":1}""")]
    [InlineData("""{"name":"x","scopes":["execute"],"days":0}""")]
    [InlineData("""{"name":"x","scopes":["execute"],"days":400}""")]
    [InlineData("""{"name":" ","scopes":["execute"],"days":1}""")]
    public async Task A_key_of_no_sense_is_refused(string body)
    {
        using var response = await root.SendAsync(HttpMethod.Post, "/api/v1/keys", new StringContent(body, global::System.Text.Encoding.UTF8, "application/json"));
        await Person.ProblemAsync(response, HttpStatusCode.BadRequest, "invalid-action");
    }

    [Theory]
    [InlineData("{", "the body is not well-formed JSON")]
    [InlineData("""{"name":"x","rolls":[]}""", "the request has no key `rolls`")]
    [InlineData("""{"name":"x"}""", "the request lacks `roles`")]
    [InlineData("""{"name":1,"roles":[]}""", "`/name` is not of the type")]
    [InlineData("""{"name":null,"roles":[]}""", "`/name` is not of the type")]
    [InlineData("""{"name":"x","roles":"author"}""", "`/roles` is not of the type")]
    [InlineData("", "the request takes a body")]
    [InlineData("[]", "is not of the type")]
    public async Task A_body_that_does_not_fit_is_told_where_and_without_names_of_the_program(string body, string said)
    {
        using var response = await root.SendAsync(HttpMethod.Post, "/api/v1/users", new StringContent(body, global::System.Text.Encoding.UTF8, "application/json"));
        var problem = await Person.ProblemAsync(response, HttpStatusCode.BadRequest, "malformed-body");
        Assert.Contains(said, problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("System.", problem.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("BoneMets", problem.ToJsonString(), StringComparison.Ordinal);
    }
}
