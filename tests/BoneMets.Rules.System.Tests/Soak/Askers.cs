using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>Who asks for decisions. They are answered whatever is wrong around the server, and rightly: every answer is compared.</summary>
internal sealed class Askers(Soaking soaking, SoakSite site, Releases releases)
{
    private const int LinesOfBatch = 200;
    private readonly Random random = new(site.Name.Length);

    /// <summary>One patient, one workflow; sometimes the one that is being published.</summary>
    public async Task AskAsync(Person who)
    {
        if (Next(4) == 0)
        {
            await AskForLimitAsync(who);
            return;
        }
        var (question, explain) = (Any(), (Explain)Next(3));
        var body = $$"""{"facts":{{question.Facts}},"asOf":"{{Oracle.Date}}","explain":"{{explain.ToString().ToLowerInvariant()}}"}""";
        var begun = Stopwatch.GetTimestamp();
        using var response = await SendAsync(who, $"/api/v1/workflows/{question.Workflow}/execute", body, "application/json");
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{site.Name}: {question.Workflow} was answered with {(int)response.StatusCode} {text}");
        if (soaking.Oracle.Complaint(question, explain, text) is { } complaint) Assert.Fail($"{site.Name}: {complaint}");
        site.Tally.Done("execute", begun);
    }

    /// <summary>Many patients in one request. There are few places for it, so it may be told to come again; what is answered is compared line by line.</summary>
    public async Task AskManyAsync(Person who)
    {
        IReadOnlyList<Question> questions;
        lock (random) questions = soaking.Oracle.Many(random, LinesOfBatch);
        var begun = Stopwatch.GetTimestamp();
        using var response = await SendAsync(who, $"/api/v1/workflows/{questions[0].Workflow}/execute/batch?explain=none&asOf={Oracle.Date}", string.Join('\n', questions.Select(q => q.Facts)), "application/x-ndjson");
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            Assert.NotNull(response.Headers.RetryAfter);
            site.Tally.Refused("batch of 200", 429);
            await soaking.PauseAsync(TimeSpan.FromSeconds(1));
            return;
        }
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{site.Name}: a batch was answered with {(int)response.StatusCode} {text}");
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(questions.Count, lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var before = string.Create(global::System.Globalization.CultureInfo.InvariantCulture, $$"""{"line":{{i + 1}},"decision":""");
            Assert.StartsWith(before, lines[i], StringComparison.Ordinal);
            if (soaking.Oracle.Complaint(questions[i], Explain.None, lines[i][before.Length..^1]) is { } complaint) Assert.Fail($"{site.Name}, line {i + 1} of a batch: {complaint}");
        }
        site.Tally.Done("batch of 200", begun);
    }

    private async Task AskForLimitAsync(Person who)
    {
        var (age, begun, seen) = (Next(121), Stopwatch.GetTimestamp(), releases.Live);
        using var response = await SendAsync(who, $"/api/v1/workflows/{SmallLibrary.Name}/execute", $$$"""{"facts":{"patient":{"ageYears":{{{age}}}}},"asOf":"{{{Oracle.Date}}}"}""", "application/json");
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{site.Name}: {SmallLibrary.Name} was answered with {(int)response.StatusCode} {text}");
        releases.Check(seen, age, JsonNode.Parse(text)!);
        site.Tally.Done("execute what is published", begun);
    }

    private Question Any()
    {
        lock (random) return soaking.Oracle.Any(random);
    }

    private int Next(int below)
    {
        lock (random) return random.Next(below);
    }

    private static Task<HttpResponseMessage> SendAsync(Person who, string path, string body, string type) =>
        who.SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, type)).WaitAsync(Soaking.Patience);
}
