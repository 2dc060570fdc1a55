using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>Changes the limit, has it reviewed and publishes it; when something is refused, looks how far it came and begins anew.</summary>
internal sealed class Publisher(SoakSite site, Releases releases)
{
    private const string Changes = "/api/v1/changes";
    private int next = 10;

    public async Task PublishAsync()
    {
        next = next % 110 + 1;
        var number = releases.Live + 1;
        releases.Expect(number, next);
        var (isDone, isAnswered) = await TryAsync(next);
        if (!isDone && await NewestAsync() != number) return;
        // A publication is answered after a few seconds even if the server is too busy to serve it by then.
        await FaultStory.UntilAsync(async () => await ServingAsync() == number, $"{site.Name} serves release {number}, which it lists", Soaking.Patience);
        releases.Published(number, isAnswered);
    }

    private async Task<int> ServingAsync() =>
        PlatformStory.Named(await site.Ward.PostAsync($"/api/v1/workflows/{SmallLibrary.Name}/execute", new { facts = new { }, asOf = Oracle.Date })).Release;

    /// <summary>The number of the newest release, asked until there is an answer.</summary>
    public async Task<int> NewestAsync()
    {
        while (true)
        {
            if (await site.TryAsync("list releases", site.Rita, HttpMethod.Get, "/api/v1/releases") is { } list) return list.AsArray().Max(r => r!["number"]!.GetValue<int>());
            await Task.Delay(500);
        }
    }

    private async Task<(bool IsDone, bool IsAnswered)> TryAsync(int limit)
    {
        if (await PostAsync("create a change", site.Anna, Changes, new { title = $"To {limit}" }) is not { } change) return default;
        var path = $"{Changes}/{change["id"]!.GetValue<long>()}";
        if (!await PutAsync(path, SmallLibrary.Workflow, SoakSite.LimitText(limit)) || !await PutAsync(path, SmallLibrary.Cases, SoakSite.CasesText(limit))) return default;
        if (await PostAsync("submit", site.Anna, $"{path}/submit", null) is not { } submitted) return default;
        if (await PostAsync("approve", site.Rita, $"{path}/reviews", new { contentHash = submitted["contentHash"]!.GetValue<string>(), verdict = "approve" }) is null) return default;
        return await PostAsync("publish", site.Rita, $"{path}/publish", null) is { } published ? (published["publishedAs"] is not null, true) : default;
    }

    private Task<JsonNode?> PostAsync(string action, Person who, string path, object? body) => site.TryAsync(action, who, HttpMethod.Post, path, body is null ? null : Person.Json(body));

    private async Task<bool> PutAsync(string path, string document, string text) =>
        await Drafts.HashAsync(site, path, document) is { } hash && await Drafts.PutAsync(site, path, document, text, hash) is not null;
}
