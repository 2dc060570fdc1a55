using System.Net;
using System.Text;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Cohorts;

/// <summary>Who may do what with a run, and inputs that are not taken.</summary>
public sealed class CohortRefusals : SmallStore
{
    private const int Most = 1024 * 1024;
    private static readonly byte[] Line = "{\"id\":1,\"patient\":{\"calcium\":12}}\n"u8.ToArray();

    public static TheoryData<string, string, string, int, string> Inputs => new()
    {
        { "nothing", "application/x-ndjson", "", 422, "no patients" },
        { "blank lines", "application/x-ndjson", "", 422, "no patients" },
        { "UTF-16", "application/x-ndjson", "", 422, "UTF-16" },
        { "a workbook", "text/csv", "", 422, "a ZIP archive or a workbook" },
        { "gzip", "application/x-ndjson", "", 422, "Content-Encoding: gzip" },
        { "a line", "application/x-ndjson", "gzip", 422, "compressed with gzip, and is not" },
        { "half of a gzip", "application/x-ndjson", "gzip", 422, "cut off" },
        { "gzip", "application/x-ndjson", "br", 415, "`gzip`, and no other" },
        { "a line", "application/json", "", 415, "`application/x-ndjson` or `text/csv`" },
        { "much", "application/x-ndjson", "", 413, "" },
        { "much in a small gzip", "application/x-ndjson", "gzip", 413, "1 MiB, unpacked" },
        { "Latin-1 names", "text/csv", "", 422, "no UTF-8" },
        { "an endless quotation", "text/csv", "", 422, "never closed" },
    };

    [Theory, MemberData(nameof(Inputs))]
    public async Task An_input_that_cannot_be_taken_is_refused_with_the_reason(string input, string type, string encoding, int status, string reason)
    {
        await using var server = await StoreServer.StartAsync(Store, Library, o => o with { CohortInput = Most });
        var root = await server.AdministratorAsync();
        var run = await CohortRun.CreateAsync(root, SmallLibrary.Name);
        using var response = await run.SendAsync(Bytes(input), type, "", encoding.Length == 0 ? [] : [("Content-Encoding", encoding)]);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode && text.Contains(reason, StringComparison.Ordinal), $"{(int)response.StatusCode} {text}");
        Assert.Equal("uploading", CohortRun.StateOf(await run.GetAsync()));
        using var start = await run.MatchAsync(HttpMethod.Post, "start", null);
        await Person.ProblemAsync(start, HttpStatusCode.Conflict, "wrong-state");
        // The next one is taken.
        await run.UploadAsync(Line);
        Assert.Equal("ready", CohortRun.StateOf(await run.GetAsync()));
    }

    [Fact]
    public async Task A_compressed_input_is_the_same_as_it_is()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var run = await CohortRun.CreateAsync(root, SmallLibrary.Name);
        var lines = CohortInputs.Lines(7_000);
        await run.UploadAsync(lines);
        var plain = (await run.GetAsync())["input"]!.ToJsonString();
        using var response = await run.SendAsync(CohortInputs.Gzip(lines), headers: ("Content-Encoding", "gzip"));
        Assert.Equal(plain, (await run.GetAsync())["input"]!.ToJsonString());
    }

    [Theory]
    [InlineData("patients.ndjson", null)]
    [InlineData("2026/january.csv", null)]
    [InlineData("../store.db", "a path", "NDJSON (`.ndjson`")]
    [InlineData("../outside.ndjson", "below the folder of the administrator, with")]
    [InlineData("2026/../../outside.ndjson", "below the folder of the administrator, with")]
    [InlineData("./patients.ndjson", "below the folder of the administrator, with")]
    [InlineData("/etc/passwd.csv", "below the folder of the administrator, with")]
    [InlineData("2026\\january.csv", "below the folder of the administrator, with")]
    [InlineData("link.ndjson", "leads over a link")]
    [InlineData("linked/outside.ndjson", "leads over a link")]
    [InlineData("nothing.ndjson", "there is no file")]
    [InlineData("2026", "NDJSON (`.ndjson`")]
    public async Task Only_files_below_the_folder_of_the_administrator_are_read(string name, string? reason, string? instead = null)
    {
        var folder = Path.Combine(Library, "shared");
        Directory.CreateDirectory(Path.Combine(folder, "2026"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "patients.ndjson"), Line);
        await File.WriteAllTextAsync(Path.Combine(folder, "2026", "january.csv"), "Calcium\n12\n");
        await File.WriteAllBytesAsync(Path.Combine(Library, "outside.ndjson"), Line);
        File.CreateSymbolicLink(Path.Combine(folder, "link.ndjson"), Path.Combine(Library, "outside.ndjson"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "linked"), Library);
        await using var server = await StoreServer.StartAsync(Store, Library, o => o with { CohortFiles = folder });
        var root = await server.AdministratorAsync();
        Assert.Equal(["2026/january.csv", "patients.ndjson"], (await root.GetAsync("/api/v1/cohort-files")).AsArray().Select(f => f!["name"]!.GetValue<string>()));
        var run = await CohortRun.CreateAsync(root, SmallLibrary.Name);
        if (reason is null)
        {
            var taken = await root.PostAsync($"{run.Path}/input/reference", new { file = name });
            Assert.Equal(("ready", name, 1), (CohortRun.StateOf(taken), taken["input"]!["file"]!.GetValue<string>(), taken["input"]!["patients"]!.GetValue<int>()));
            return;
        }
        var problem = await root.RefusedAsync(HttpStatusCode.UnprocessableEntity, "wrong-input", HttpMethod.Post, $"{run.Path}/input/reference", new { file = name });
        Assert.Contains(instead ?? reason, problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_changes_after_it_was_taken_ends_the_run_with_that_reason(bool isShorter)
    {
        var folder = Path.Combine(Library, "shared");
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "patients.ndjson");
        await File.WriteAllBytesAsync(file, CohortInputs.Lines(12_000));
        await using var server = await StoreServer.StartAsync(Store, Library, o => o with { CohortFiles = folder });
        var root = await server.AdministratorAsync();
        var run = await CohortRun.CreateAsync(root, SmallLibrary.Name);
        await root.PostAsync($"{run.Path}/input/reference", new { file = "patients.ndjson" });
        var changed = await File.ReadAllBytesAsync(file);
        if (isShorter) changed = changed[..^100];
        else changed[^20]++;
        await File.WriteAllBytesAsync(file, changed);
        await run.StartAsync();
        Assert.Contains(isShorter ? "is shorter than" : "was changed after", (await run.UntilAsync("failed"))["reason"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_are_seen_by_who_made_them_and_by_reviewers_and_administrators()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var (anna, bob) = (await server.PersonAsync(root, "anna", "author"), await server.PersonAsync(root, "bob", "publisher"));
        var rita = await server.PersonAsync(root, "rita", "reviewer");
        var ward = await server.KeyAsync(root, "ward", ["execute"]);
        var run = await CohortRun.CreateAsync(anna, SmallLibrary.Name);
        var own = await CohortRun.CreateAsync(ward, SmallLibrary.Name);
        foreach (var (who, sees) in ((Person, string[])[])[(anna, [run.Id]), (bob, []), (rita, [own.Id, run.Id]), (root, [own.Id, run.Id]), (ward, [own.Id])])
        {
            Assert.Equal(sees, (await who.GetAsync("/api/v1/cohorts")).AsArray().Select(c => c!["id"]!.GetValue<string>()));
            foreach (var path in (string[])["", "/summary", "/undetermined", "/results?partial=true"])
            {
                using var response = await who.SendAsync(HttpMethod.Get, run.Path + path);
                if (sees.Contains(run.Id)) Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                else await Person.ProblemAsync(response, HttpStatusCode.NotFound, "not-in-store");
            }
            if (sees.Contains(run.Id)) continue;
            await who.RefusedAsync(HttpStatusCode.NotFound, "not-in-store", HttpMethod.Delete, run.Path);
            using var upload = await run.As(who).SendAsync(Line);
            await Person.ProblemAsync(upload, HttpStatusCode.NotFound, "not-in-store");
        }
    }

    [Fact]
    public async Task Keys_run_what_they_may_execute_and_keys_that_record_run_nothing()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var bound = await server.KeyAsync(root, "other", ["execute"], "Other");
        var records = await server.KeyAsync(root, "records", ["execute", "record"]);
        foreach (var key in (Person[])[bound, records])
            await key.RefusedAsync(HttpStatusCode.Forbidden, "key-scope", HttpMethod.Post, "/api/v1/cohorts", new { name = "x", workflow = SmallLibrary.Name });
    }

    [Fact]
    public async Task Whoever_starts_a_run_says_which_one_was_looked_at()
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        var run = await CohortRun.CreateAsync(root, SmallLibrary.Name);
        await run.UploadAsync(Line);
        using var seen = await root.SendAsync(HttpMethod.Get, run.Path);
        await root.RefusedAsync((HttpStatusCode)428, "etag-needed", HttpMethod.Post, $"{run.Path}/start");
        await run.UploadAsync(CohortInputs.Lines(3));
        using var stale = await run.MatchAsync(HttpMethod.Post, "start", null, seen.Headers.ETag!.Tag);
        await Person.ProblemAsync(stale, HttpStatusCode.PreconditionFailed, "run-changed");
        await run.StartAsync();
    }

    [Theory]
    [InlineData("{\"name\":\"x\",\"workflow\":\"Limt\"}", HttpStatusCode.NotFound, "unknown-workflow")]
    [InlineData("{\"name\":\"x\",\"workflow\":\"Limit\",\"release\":9}", HttpStatusCode.NotFound, "unknown-release")]
    [InlineData("{\"name\":\"x\",\"workflow\":\"Limit\",\"asOf\":\"2026-02-30\"}", HttpStatusCode.BadRequest, "malformed-body")]
    [InlineData("{\"name\":\"x\",\"workflow\":\"Limit\",\"explain\":\"some\"}", HttpStatusCode.BadRequest, "malformed-body")]
    [InlineData("{\"name\":\"x\",\"workflow\":\"Limit\",\"relase\":1}", HttpStatusCode.BadRequest, "malformed-body")]
    [InlineData("{\"name\":\" \",\"workflow\":\"Limit\"}", HttpStatusCode.BadRequest, "invalid-action")]
    [InlineData("{\"workflow\":\"Limit\"}", HttpStatusCode.BadRequest, "malformed-body")]
    public async Task A_run_that_makes_no_sense_is_not_created(string body, HttpStatusCode status, string kind)
    {
        await using var server = await StoreServer.StartAsync(Store, Library);
        var root = await server.AdministratorAsync();
        using var response = await root.SendAsync(HttpMethod.Post, "/api/v1/cohorts", new StringContent(body, Encoding.UTF8, "application/json"));
        await Person.ProblemAsync(response, status, kind);
    }

    [Fact]
    public async Task A_server_of_a_folder_says_that_runs_need_a_store()
    {
        await using var server = await StoreServer.StartAsync(Store, Library, o => o with { Library = Library });
        using var client = new HttpClient { BaseAddress = server.Address };
        foreach (var (method, path) in ((HttpMethod, string)[])[(HttpMethod.Get, "cohorts"), (HttpMethod.Post, "cohorts"), (HttpMethod.Get, "cohorts/x"), (HttpMethod.Put, "cohorts/x/input"), (HttpMethod.Get, "cohort-files")])
        {
            using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
            using var response = await client.SendAsync(request);
            await Person.ProblemAsync(response, HttpStatusCode.NotFound, "no-store");
        }
    }

    private static byte[] Bytes(string input) => input switch
    {
        "nothing" => [],
        "blank lines" => "\n \n\r\n"u8.ToArray(),
        "UTF-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("{}\n")],
        "a workbook" => "PK\u0003\u0004xyz"u8.ToArray(),
        "gzip" => CohortInputs.Gzip(Line),
        "half of a gzip" => CohortInputs.Gzip(CohortInputs.Lines(5_000)) is var whole ? whole[..(whole.Length / 2)] : [],
        "much" => CohortInputs.Lines(50_000),
        "much in a small gzip" => CohortInputs.Gzip(new byte[20 * Most]),
        "Latin-1 names" => Encoding.Latin1.GetBytes("id,Größe\na,1\n"),
        "an endless quotation" => Encoding.UTF8.GetBytes("id,Note\na,\"" + string.Concat(Enumerable.Repeat("b,c\n", 1_000))),
        _ => Line,
    };
}
