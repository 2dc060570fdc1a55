using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Server;
using BoneMets.Rules.System.Tests.Store;
using Xunit.Abstractions;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>SIGKILL at every moment of a publication, while drafts are saved too: what was answered is there, what was not is done or not, never half.</summary>
public abstract class KilledServer(ITestOutputHelper output) : FaultStory
{
    private const string Notes = "limit/README.md";

    private readonly List<string> seen = [];
    private StoreOptions store = null!;
    private ServerProcess? server;
    private Person? anna, rita;
    private Draft draft = null!;

    protected abstract int Kills { get; }

    protected abstract Task<StoreOptions> NewDatabaseAsync();

    public override async Task DisposeAsync()
    {
        anna?.Dispose();
        rita?.Dispose();
        if (server is not null) await server.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_is_killed_while_it_publishes_and_saves_loses_nothing_that_it_answered_and_is_never_in_between()
    {
        store = await NewDatabaseAsync();
        await using (var first = await StoreServer.StartAsync(store, Library))
        {
            var root = await first.AdministratorAsync();
            (anna, rita) = (await first.PersonAsync(root, "anna", "author"), await first.PersonAsync(root, "rita", "reviewer", "publisher"));
            await RestartAsync();
        }
        var change = (await anna!.PostAsync("/api/v1/changes", new { title = "Notes" }))["id"]!.GetValue<long>();
        draft = new Draft(change, await anna.HashAsync(change, Notes));

        // The first is not killed: it says how long publishing takes in a process that has just started.
        var id = await ApprovedAsync(11);
        var watch = Stopwatch.StartNew();
        await rita!.PostAsync($"/api/v1/changes/{id}/publish");
        var (span, moments) = (watch.Elapsed, new List<double>());
        var live = (Release: 2, Limit: 11);
        for (var kill = 0; kill < Kills; kill++)
        {
            id = await ApprovedAsync(12 + kill);
            var after = span * Spread(kill);
            moments.Add(after.TotalMilliseconds);
            var isAnswered = await KillAsync(id, after);
            // How long publishing takes differs from run to run: the moments stay where it happens, most of them before its end.
            span = isAnswered ? (span + after) / 2 : span > after * 1.2 ? span : after * 1.2;
            await RestartAsync();
            live = await CheckAsync(id, live, 12 + kill, isAnswered);
        }
        output.WriteLine($"{Kills} kills after {string.Join(", ", moments.Select(m => m.ToString("0", global::System.Globalization.CultureInfo.InvariantCulture)))} ms: {string.Join(", ", seen.CountBy(s => s).Select(s => $"{s.Value} × {s.Key}"))}; {draft.Saved} drafts saved");
    }

    /// <summary>From 0 to 1, each new one between the old ones (van der Corput's sequence).</summary>
    private static double Spread(int index)
    {
        var (value, half) = (0.0, 0.5);
        for (; index > 0; index /= 2, half /= 2) value += index % 2 * half;
        return value;
    }

    private async Task<long> ApprovedAsync(int limit)
    {
        var id = await PlatformStory.DraftAsync(anna!, $"To {limit}", limit);
        await PlatformStory.ApproveAsync(anna!, rita!, id);
        return id;
    }

    /// <summary>Whether the publication was answered before the end.</summary>
    private async Task<bool> KillAsync(long id, TimeSpan after)
    {
        await SaveOnceAsync();
        var publishing = EndedAsync(async () => (await rita!.PostAsync($"/api/v1/changes/{id}/publish"))["publishedAs"] is not null);
        var saving = EndedAsync(SaveAsync);
        await Task.Delay(after);
        await server!.KillAsync();
        await saving;
        return await publishing;
    }

    /// <summary>Saves text after text, until the server is no more.</summary>
    private async Task<bool> SaveAsync()
    {
        while (true) await SaveOnceAsync();
    }

    private async Task SaveOnceAsync()
    {
        var text = $"# Notes {draft.Sent++}\n";
        (draft.Unanswered, draft.UnansweredText) = (true, text);
        draft.Hash = await anna!.PutAsync(draft.Change, Notes, text, draft.Hash);
        (draft.Unanswered, draft.Text) = (false, text);
        draft.Saved++;
    }

    /// <summary>What the killed server did not answer is false; anything else that goes wrong is a failure.</summary>
    private static async Task<bool> EndedAsync(Func<Task<bool>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            return false;
        }
    }

    private async Task<(int Release, int Limit)> CheckAsync(long id, (int Release, int Limit) before, int limit, bool isAnswered)
    {
        var verified = await anna!.GetAsync("/api/v1/audit/verification");
        Assert.True(verified["intact"]!.GetValue<bool>(), verified.ToJsonString());

        var newest = (await anna.GetAsync("/api/v1/releases")).AsArray()[0]!["number"]!.GetValue<int>();
        var (release, _, decided) = PlatformStory.Named(await StoreServer.DecideAsync(anna, 1));
        var change = await anna.GetAsync($"/api/v1/changes/{id}");
        var isDone = newest == before.Release + 1;
        Assert.Equal(isDone ? (newest, limit) : before, (release, decided));
        Assert.Equal((isDone ? "published" : "approved", isDone ? newest : null), (change["state"]!.GetValue<string>(), change["publishedAs"]?.GetValue<int>()));
        Assert.True(isDone || !isAnswered, "a publication that was answered is gone");
        seen.Add((isDone, isAnswered) switch { (_, true) => "published and answered", (true, _) => "published, not answered", _ => "not published" });

        var text = await TextAsync();
        Assert.True(text == draft.Text || (draft.Unanswered && text == draft.UnansweredText), $"saved {draft.Text}, found {text}");
        (draft.Text, draft.Hash, draft.Unanswered) = (text, await anna.HashAsync(draft.Change, Notes), false);

        // Whoever did not get the answer tries again.
        using var again = await rita!.SendAsync(HttpMethod.Post, $"/api/v1/changes/{id}/publish");
        if (isDone) await Person.ProblemAsync(again, HttpStatusCode.Conflict, "already-published");
        else Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var after = (Release: before.Release + 1, Limit: limit);
        var now = PlatformStory.Named(await StoreServer.DecideAsync(anna, 1));
        Assert.Equal(after, (now.Release, now.Limit));
        return after;
    }

    private async Task<string> TextAsync()
    {
        using var response = await anna!.SendAsync(HttpMethod.Get, $"/api/v1/changes/{draft.Change}/documents/{Notes}");
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>The same people, with the cookies that they have.</summary>
    private async Task RestartAsync()
    {
        if (server is not null) await server.DisposeAsync();
        server = await ServerProcess.StartAsync(store, Library, SharedImages.Directory);
        (anna, rita) = (Moved(anna!), Moved(rita!));
    }

    private Person Moved(Person person)
    {
        person.Dispose();
        return person.At(server!.Address);
    }

    /// <summary>A text that is saved again and again: what was answered last, and what was sent after it.</summary>
    private sealed class Draft(long change, string hash)
    {
        public long Change { get; } = change;

        public string Hash { get; set; } = hash;

        public string Text { get; set; } = "# Limit\n";

        public bool Unanswered { get; set; }

        public string UnansweredText { get; set; } = "";

        public int Sent { get; set; }

        public int Saved { get; set; }
    }
}

public sealed class SqliteKilledServer(ITestOutputHelper output) : KilledServer(output)
{
    /// <summary>Each costs a start of the server.</summary>
    protected override int Kills => Nightly.Times(5, 16);

    protected override Task<StoreOptions> NewDatabaseAsync() => Task.FromResult(NewFile());
}

[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlKilledServer(PostgreSqlServer database, ITestOutputHelper output) : KilledServer(output)
{
    protected override int Kills => Nightly.Times(2, 8);

    protected override async Task<StoreOptions> NewDatabaseAsync() => new() { PostgreSql = await database.NewDatabaseAsync() };
}
