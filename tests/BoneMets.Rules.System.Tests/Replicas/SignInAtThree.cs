using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using BoneMets.Rules.System.Tests.Platform;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Replicas;

/// <summary>Who is let in by one server is let in by all, and who is not is let in by none.</summary>
[Collection(ThreeServersCollection.Name)]
public sealed class SignInAtThree(ThreeServers three, ITestOutputHelper output)
{
    /// <summary>A key is remembered for a second; the rest is for asking.</summary>
    private static readonly TimeSpan KeyEndsWithin = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_session_and_its_token_of_one_server_are_good_at_all_of_them()
    {
        var anna = await three.PersonAsync("anna", "author");
        // Each of these goes to the next server, with the cookie of one and perhaps the token of another.
        for (var i = 0; i < 6; i++)
        {
            var made = await anna.PostAsync("/api/v1/changes", new { title = $"Session {i}" });
            await anna.PostAsync($"/api/v1/changes/{made["id"]!.GetValue<long>()}/withdraw", new { text = "only tried" });
        }
        await three.Proxy.AllServedAsync(" 200 POST /api/v1/changes");
        foreach (var there in three.AtEach(anna)) Assert.Equal(anna.Name, (await there.GetAsync("/api/v1/session"))["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("signs out", HttpStatusCode.Unauthorized)]
    [InlineData("another password", HttpStatusCode.Unauthorized)]
    [InlineData("a new link that is used", HttpStatusCode.Unauthorized)]
    [InlineData("taken access", HttpStatusCode.Unauthorized)]
    [InlineData("a role less", HttpStatusCode.Forbidden)]
    public async Task What_ends_a_session_at_one_server_has_ended_it_at_all_with_the_answer(string what, HttpStatusCode refusal)
    {
        const string Drafts = "/api/v1/changes";
        var anna = await three.PersonAsync("anna", "author");
        var there = three.AtEach(anna);
        var copies = three.Addresses.Select(a => CopyOf(anna, a)).ToList();
        try
        {
            foreach (var copy in copies)
                using (var open = await copy.GetAsync(new Uri(Drafts, UriKind.Relative))) Assert.Equal(HttpStatusCode.OK, open.StatusCode);
            switch (what)
            {
                case "signs out":
                    await there[0].OkAsync(HttpMethod.Delete, "/api/v1/session");
                    break;
                case "another password":
                    await there[1].OkAsync(HttpMethod.Put, "/api/v1/session/password", new { current = Person.Password, @new = "another long sentence" });
                    break;
                case "a new link that is used":
                    var again = (await three.Root.PostAsync($"/api/v1/users/{anna.Name}/invitation"))["secret"]!.GetValue<string>();
                    await three.At(three.Addresses[2], anna.Name).AcceptAsync(again);
                    break;
                default:
                    await three.Root.OkAsync(HttpMethod.Put, $"/api/v1/users/{anna.Name}", what == "a role less" ? new { roles = Array.Empty<string>(), disabled = false } : new { roles = (string[])["author"], disabled = true });
                    break;
            }
            foreach (var copy in copies)
                using (var refused = await copy.GetAsync(new Uri(Drafts, UriKind.Relative))) Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            if (refusal != HttpStatusCode.Forbidden) return;
            foreach (var address in three.Addresses)
            {
                var back = three.At(address, anna.Name);
                await back.SignInAsync();
                await back.RefusedAsync(refusal, "role-needed", HttpMethod.Get, Drafts);
            }
        }
        finally
        {
            foreach (var copy in copies) copy.Dispose();
        }
    }

    [Fact]
    public async Task Wrong_passwords_count_wherever_they_are_tried_and_lock_the_account_everywhere()
    {
        var anna = await three.PersonAsync("anna", "author");
        async Task<HttpStatusCode> TryAsync(Uri address, string password)
        {
            using var stranger = new Person(address, anna.Name);
            using var answer = await stranger.SendAsync(HttpMethod.Post, "/api/v1/session", Person.Json(new { name = anna.Name, password }));
            return answer.StatusCode;
        }

        // Four are forgiven, wherever; then the right one begins anew.
        for (var i = 0; i < 4; i++) Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(three.Addresses[i % 3], "a wrong password"));
        Assert.Equal(HttpStatusCode.OK, await TryAsync(three.Addresses[1], Person.Password));

        // All at once, so that each server checks one while the others count theirs.
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 9).Select(i => TryAsync(three.Addresses[i % 3], "a wrong password"))), status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        foreach (var address in three.Addresses) Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(address, Person.Password));
        Assert.NotNull((await three.Root.GetAsync("/api/v1/users")).AsArray().Single(u => u!["name"]!.GetValue<string>() == anna.Name)!["lockedUntil"]);

        // A new link unlocks it everywhere.
        var again = (await three.Root.PostAsync($"/api/v1/users/{anna.Name}/invitation"))["secret"]!.GetValue<string>();
        await three.At(three.Addresses[0], anna.Name).AcceptAsync(again);
        foreach (var address in three.Addresses) Assert.Equal(HttpStatusCode.OK, await TryAsync(address, Person.Password));
    }

    [Fact]
    public async Task A_key_that_one_server_revokes_is_good_at_none_after_a_second()
    {
        var ward = await three.KeyAsync("execute");
        var there = three.AtEach(ward);
        foreach (var at in there) Assert.NotNull((await StoreServer.DecideAsync(at, 12))["decisionId"]);
        await three.Root.OkAsync(HttpMethod.Delete, $"/api/v1/keys/{ward.Name}");
        var since = Stopwatch.GetTimestamp();
        foreach (var at in there) await FaultStory.UntilAsync(async () => (await StoreServer.DecideAsync(at, 12))["type"]?.GetValue<string>() == "/problems/sign-in-needed", "the end of a key");
        output.WriteLine($"the key ended everywhere after {Stopwatch.GetElapsedTime(since).TotalMilliseconds:0} ms");
        Assert.InRange(Stopwatch.GetElapsedTime(since), TimeSpan.Zero, KeyEndsWithin);
    }

    [Fact]
    public async Task A_token_that_a_client_signed_for_one_request_is_good_for_one_at_all_servers_together()
    {
        using var client = new HttpClient { BaseAddress = three.Proxy.Address };
        for (var round = 0; round < 3; round++)
        {
            var token = three.HookTokenOf();
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AskAsync(client, token)));
            Assert.Single(answers, HttpStatusCode.OK);
            Assert.Equal(5, answers.Count(a => a == HttpStatusCode.Unauthorized));
        }
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ThreeServers.Hook) { Content = ThreeServers.HookRequest() };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>A copy of the cookies as they are now, which nobody tells that they have ended.</summary>
    private static HttpClient CopyOf(Person who, Uri address)
    {
        var copy = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
        copy.DefaultRequestHeaders.Add("Cookie", who.Cookies);
        return copy;
    }
}
