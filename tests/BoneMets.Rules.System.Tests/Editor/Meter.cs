using System.Globalization;
using Microsoft.Playwright;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>What the browser spends on a page: measured and told, never judged, for the machine may be busy with other things.</summary>
internal sealed class Meter : IAsyncDisposable
{
    private readonly IPage page;
    private readonly ICDPSession session;

    private Meter(IPage page, ICDPSession session) => (this.page, this.session) = (page, session);

    public static async Task<Meter> OnAsync(IPage page)
    {
        var meter = new Meter(page, await page.Context.NewCDPSessionAsync(page));
        await meter.session.SendAsync("Performance.enable", new() { ["timeDomain"] = "threadTicks" });
        return meter;
    }

    /// <summary>Milliseconds that the processor spent on script, on style and layout, and on all work of the page, while something is done.</summary>
    public async Task<Spent> SpendAsync(Func<Task> work)
    {
        var before = await ReadAsync();
        await work();
        await page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
        var after = await ReadAsync();
        return new Spent(after.Script - before.Script, after.Layout - before.Layout, after.Task - before.Task);
    }

    /// <summary>How long each frame took while something is done.</summary>
    public async Task<double[]> FramesAsync(Func<Task> work)
    {
        await page.EvaluateAsync("""
            () => {
              const frames = []; let last = performance.now(); let on = true;
              const step = (now) => { frames.push(now - last); last = now; if (on) requestAnimationFrame(step); };
              requestAnimationFrame(step);
              window.endFrames = () => { on = false; return frames.slice(1); };
            }
            """);
        await work();
        return await page.EvaluateAsync<double[]>("() => window.endFrames()");
    }

    /// <summary>Milliseconds that edits took, in words and in their order: the first ones of a server and of a page are slow.</summary>
    public static FormattableString Told(double[] took)
    {
        var sorted = took.Order().ToArray();
        return $"{took.Length} edits: median {sorted[took.Length / 2]:0} ms, p95 {sorted[(took.Length * 95 / 100) - 1]:0} ms; in order {string.Join(' ', took.Select(t => $"{t:0}"))}";
    }

    /// <summary>Tells a measurement in the output of the test, and keeps it in the artifacts.</summary>
    public static async Task TellAsync(Xunit.Abstractions.ITestOutputHelper output, string file, FormattableString report)
    {
        var line = report.ToString(CultureInfo.InvariantCulture);
        output.WriteLine(line);
        Directory.CreateDirectory(EditorSite.Artifacts);
        await File.WriteAllTextAsync(Path.Combine(EditorSite.Artifacts, file), line + "\n");
    }

    public async ValueTask DisposeAsync() => await session.DetachAsync();

    private async Task<(double Script, double Layout, double Task)> ReadAsync()
    {
        var answer = await session.SendAsync("Performance.getMetrics");
        var metrics = answer!.Value.GetProperty("metrics").EnumerateArray().ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble() * 1000);
        return (metrics["ScriptDuration"], metrics["LayoutDuration"] + metrics["RecalcStyleDuration"], metrics["TaskDuration"]);
    }
}

internal sealed record Spent(double Script, double Layout, double Task);
