using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>An application whose decisions are recorded: it repeats with the same key until it is answered. Each is there in the end, once.</summary>
internal sealed class Recorder(Soaking soaking, SoakSite site)
{
    private readonly Random random = new(7);
    private readonly List<string> recorded = [];

    public int Recorded => recorded.Count;

    public async Task RecordAsync()
    {
        var question = soaking.Oracle.Any(random);
        var key = Guid.NewGuid().ToString();
        while (true)
        {
            var content = new StringContent($$"""{"facts":{{question.Facts}},"asOf":"{{Oracle.Date}}","explain":"rules"}""", Encoding.UTF8, "application/json");
            if (await site.TryAsync("execute and record", site.Trial, HttpMethod.Post, $"/api/v1/workflows/{question.Workflow}/execute", content, ("Idempotency-Key", key)) is { } decision)
            {
                if (soaking.Oracle.Complaint(question, Explain.Rules, decision.ToJsonString(Relaxed)) is { } complaint) Assert.Fail($"{site.Name}, recorded: {complaint}");
                recorded.Add(decision["decisionId"]!.GetValue<string>());
                return;
            }
            await Task.Delay(300);
        }
    }

    /// <summary>Every decision that was answered has its record, and there are no others.</summary>
    public async Task CheckAllAsync(Func<Task<long>> countAsync)
    {
        Assert.Equal(recorded.Count, recorded.Distinct(StringComparer.Ordinal).Count());
        foreach (var id in recorded) Assert.Equal(id, (await site.Trial.GetAsync($"/api/v1/decisions/{id}"))["decision"]!["decisionId"]!.GetValue<string>());
        Assert.Equal(recorded.Count, await countAsync());
    }

    private static readonly global::System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = global::System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
