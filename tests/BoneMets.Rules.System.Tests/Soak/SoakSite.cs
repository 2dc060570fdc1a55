using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>
/// One server process on one database, whose wall clock can be moved, and the people who work on it. It has the shipped library and two small workflows:
/// <c>Limit</c>, which is published again and again, and <c>Probe</c>, which is taken out of use and put back to see that this still works.
/// </summary>
internal sealed class SoakSite : IAsyncDisposable
{
    public const string Probe = "Probe";
    private readonly List<Person> people = [];
    private readonly ConcurrentDictionary<Person, int> signedIn = new();
    private readonly ShiftedClock clock;
    private int moves;

    private SoakSite(string name, ServerProcess server, ShiftedClock clock) => (Name, Server, this.clock) = (name, server, clock);

    public string Name { get; }

    public ServerProcess Server { get; }

    public Trouble Trouble { get; } = new();

    public Tally Tally { get; } = new();

    public Person Root { get; private set; } = null!;

    public Person Anna { get; private set; } = null!;

    public Person Rita { get; private set; } = null!;

    /// <summary>A key that decides, and one whose decisions are recorded.</summary>
    public Person Ward { get; private set; } = null!;

    public Person Trial { get; private set; } = null!;

    public Person Anyone => Know(new Person(Server.Address, "anyone"));

    public static async Task<SoakSite> StartAsync(string name, StoreOptions store, string library, string folder, string cache)
    {
        var moved = new ShiftedClock(folder);
        var site = new SoakSite(name, await ServerProcess.StartAtAsync(0, store, library, cache, moved.Environment, "--key-rate", "100000"), moved);
        site.Root = site.Know(new Person(site.Server.Address, "root"));
        await site.Root.AcceptAsync(await site.Server.SecretAsync(), "root");
        site.signedIn[site.Root] = 0;
        site.Anna = await site.JoinAsync("anna", "author");
        site.Rita = await site.JoinAsync("rita", "reviewer", "publisher");
        site.Ward = await site.KeyAsync("ward 7", "execute");
        site.Trial = await site.KeyAsync("trial", "execute", "record");
        return site;
    }

    /// <summary>
    /// What somebody asks for that has to be written. Null: it was refused, which is right only while something is wrong around the server; whoever was
    /// signed out, because the clock was moved, signs in again. Everything else that is no success is a failure of the soak.
    /// </summary>
    public async Task<JsonNode?> TryAsync(string action, Person who, HttpMethod method, string path, HttpContent? content = null, params (string, string)[] headers) =>
        await TryTextAsync(action, who, method, path, content, headers) is { } text ? JsonNode.Parse(text) : null;

    /// <summary>The same of something that is no JSON.</summary>
    public async Task<string?> TryTextAsync(string action, Person who, HttpMethod method, string path, HttpContent? content = null, params (string, string)[] headers)
    {
        // Somebody works at two things at once: the session that this goes with may have ended, and another one begun, by the time of the answer.
        var (begun, session) = (Stopwatch.GetTimestamp(), signedIn.GetValueOrDefault(who, int.MaxValue));
        using var response = await who.SendAsync(method, path, content, headers).WaitAsync(Soaking.Patience);
        var text = await response.Content.ReadAsStringAsync();
        if (response.IsSuccessStatusCode)
        {
            Tally.Done(action, begun);
            if (method != HttpMethod.Get) Trouble.Written(begun);
            return text;
        }
        var isRight = response.StatusCode switch
        {
            HttpStatusCode.ServiceUnavailable => Trouble.MetBy(begun),
            HttpStatusCode.Unauthorized => Volatile.Read(ref moves) > session,
            _ => false,
        };
        Assert.True(isRight, $"{Name}: {method} {path} was answered with {(int)response.StatusCode} {text}");
        Tally.Refused(action, (int)response.StatusCode);
        if (response.StatusCode == HttpStatusCode.Unauthorized) await SignInAgainAsync(who);
        return null;
    }

    public async Task<Person> KeyAsync(string name, params string[] scopes) => (await NewKeyAsync(name, scopes)).Person;

    public async Task<(Person Person, string Id)> NewKeyAsync(string name, params string[] scopes)
    {
        var (id, secret) = await Root.NewKeyAsync(name, scopes);
        return (Know(new Person(Server.Address, name, secret)), id);
    }

    /// <summary>Ahead or back; sessions may end by that.</summary>
    public void MoveClock(string offset)
    {
        Interlocked.Increment(ref moves);
        clock.Set(offset);
    }

    public async Task SignInAgainAsync(Person who)
    {
        var (begun, now) = (Stopwatch.GetTimestamp(), Volatile.Read(ref moves));
        try
        {
            await who.SignInAsync();
            signedIn[who] = now;
        }
        catch (Xunit.Sdk.XunitException) when (Trouble.MetBy(begun))
        {
            // Not now; whoever needs it tries again.
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in people) person.Dispose();
        await Server.DisposeAsync();
    }

    /// <summary>The shipped library with the two small workflows, which have the shipped facts.</summary>
    public static string Library(string copy)
    {
        Write(SmallLibrary.Workflow, LimitText(10));
        Write(SmallLibrary.Cases, CasesText(10));
        Write("limit/README.md", "# Limit\n");
        Write("probe/workflow.json", LimitText(10).Replace("\"WorkflowName\": \"Limit\"", $"\"WorkflowName\": \"{Probe}\"", StringComparison.Ordinal));
        return copy;

        void Write(string name, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(copy, name))!);
            File.WriteAllText(Path.Combine(copy, name), text);
        }
    }

    public static string LimitText(int limit) => Shipped(SmallLibrary.WorkflowText(limit));

    public static string CasesText(int limit) => Shipped(SmallLibrary.CasesText(limit));

    private static string Shipped(string text) => text.Replace("calcium", "ageYears", StringComparison.Ordinal);

    private async Task<Person> JoinAsync(string name, params string[] roles)
    {
        var person = Know(new Person(Server.Address, name));
        await person.JoinAsync(Root, roles);
        signedIn[person] = 0;
        return person;
    }

    private Person Know(Person person)
    {
        lock (people) people.Add(person);
        return person;
    }
}
