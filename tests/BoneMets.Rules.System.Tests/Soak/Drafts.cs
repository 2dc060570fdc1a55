using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>An author who saves a text again and again. What was answered last is there, or what was sent after it and not answered.</summary>
internal sealed class Drafts(SoakSite site)
{
    private const string Notes = "limit/README.md";
    private static readonly string Mistaken = SoakSite.LimitText(20).Replace("<= limit", "<= limmit", StringComparison.Ordinal);
    private string? path, hash, saved;
    private int sent;

    public int Saved { get; private set; }

    public async Task SaveAsync()
    {
        if (path is null)
        {
            if (await site.TryAsync("create a change", site.Anna, HttpMethod.Post, "/api/v1/changes", Person.Json(new { title = "Notes" })) is not { } made) return;
            path = $"/api/v1/changes/{made["id"]!.GetValue<long>()}";
        }
        if (hash is null && (hash = await HashAsync(site, path, Notes)) is null) return;
        if (await CheckAsync() is null) return;
        var text = $"# Limit\n\nNotes {++sent}\n";
        if (await PutAsync(site, path, Notes, text, hash) is { } answer)
        {
            (hash, saved) = (answer["hash"]!.GetValue<string>(), text);
            Saved++;
            return;
        }
        hash = null;
        while (await TextAsync() is var found)
        {
            if (found is not null)
            {
                Assert.True(found == text || found == (saved ?? "# Limit\n"), $"{site.Name}: saved {saved}, sent {text}, found {found}");
                saved = found;
                return;
            }
            await Task.Delay(500);
        }
    }

    /// <summary>At the end, when nothing is wrong.</summary>
    public async Task CheckLastAsync() => Assert.Equal(saved, await TextAsync());

    public static async Task<string?> HashAsync(SoakSite site, string path, string document) =>
        (await site.TryAsync("list documents", site.Anna, HttpMethod.Get, $"{path}/documents"))?.AsArray().Single(d => d!["name"]!.GetValue<string>() == document)!["hash"]!.GetValue<string>();

    public static Task<JsonNode?> PutAsync(SoakSite site, string path, string document, string text, string hash) => site.TryAsync(
        "save a draft", site.Anna, HttpMethod.Put, $"{path}/documents/{document}", new StringContent(text, Encoding.UTF8, document.EndsWith(".md", StringComparison.Ordinal) ? "text/markdown" : "application/json"), ("If-Match", $"\"{hash}\""));

    /// <summary>What the editor asks at every key: a text with a mistake, which has to be found.</summary>
    private async Task<JsonNode?> CheckAsync()
    {
        var answer = await site.TryAsync("check a draft", site.Anna, HttpMethod.Post, "/api/v1/language/check", Person.Json(new { documents = new Dictionary<string, string> { [SmallLibrary.Workflow] = Mistaken } }));
        if (answer is not null) Assert.Contains(answer["diagnostics"]!.AsArray(), d => d!["message"]!.GetValue<string>().Contains("limmit", StringComparison.Ordinal));
        return answer;
    }

    private Task<string?> TextAsync() => site.TryTextAsync("read a draft", site.Anna, HttpMethod.Get, $"{path}/documents/{Notes}");
}
