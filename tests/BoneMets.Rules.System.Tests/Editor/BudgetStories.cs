using System.IO.Compression;
using BoneMets.Rules.System.Tests.Server;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>What a visit costs.</summary>
[Collection(BrowserCollection.Name)]
public sealed class BudgetStories(Browser browser, ITestOutputHelper output)
{
    private const int ScriptBudget = 400 * 1024;
    private const int SentScripts = 400 * 1024, SentStyles = 80 * 1024, SentBytes = 500 * 1024, Requests = 80;
    private const double MovementBudget = 0.1;
    private const int Edits = 20;
    private const int Patience = 10_000;

    [Fact]
    public Task A_first_visit_loads_at_most_400_KB_of_compressed_scripts() => browser.PlayAsync(async editor =>
    {
        var scripts = new List<Task<byte[]>>();
        editor.Page.Response += (_, response) =>
        {
            if (response.Request.ResourceType == "script") scripts.Add(response.BodyAsync());
        };
        await editor.OpenWorkflowAsync(EditorPage.Mirels);
        var bodies = await Task.WhenAll(scripts);
        var size = bodies.Sum(Compressed);
        output.WriteLine($"{bodies.Length} scripts, {size / 1024} KB compressed");
        Assert.InRange(size, 1, ScriptBudget);
    });

    /// <summary>What is sent and how still the page stands is judged; times are told, for this machine may be busy with other things.</summary>
    [Fact]
    public Task A_first_visit_stays_within_its_budget_of_bytes_requests_and_movement() => browser.PlayAsync(async editor =>
    {
        await editor.Page.AddInitScriptAsync("""
            window.seen = { moved: 0, blocked: 0 };
            new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.seen.moved += entry.value; }).observe({ type: 'layout-shift', buffered: true });
            new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.seen.blocked += entry.duration - 50; }).observe({ type: 'longtask', buffered: true });
            """);
        await editor.OpenWorkflowAsync(EditorPage.Mirels);
        await editor.Page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        var visit = await editor.Page.EvaluateAsync<Visit>("""
            () => {
              const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
              const bytes = (kind) => all.filter(({ name }) => kind.test(new URL(name).pathname)).reduce((sum, { transferSize }) => sum + transferSize, 0);
              return {
                scripts: bytes(/\.js$/), styles: bytes(/\.css$/), fonts: bytes(/\.(woff2?|ttf|otf)$/), all: bytes(/./), requests: all.length,
                painted: performance.getEntriesByName('first-contentful-paint')[0].startTime, blocked: window.seen.blocked, moved: window.seen.moved,
              };
            }
            """);
        await Meter.TellAsync(output, "first-visit.txt", $"first visit: {visit.Requests} requests, {visit.All / 1024} KB sent ({visit.Scripts / 1024} KB scripts, {visit.Styles / 1024} KB styles, {visit.Fonts / 1024} KB fonts); first contentful paint {visit.Painted:0} ms, total blocking time {visit.Blocked:0} ms, layout shift {visit.Moved:0.000}");
        Assert.InRange(visit.Scripts, 1, SentScripts);
        Assert.InRange(visit.Styles, 1, SentStyles);
        Assert.Equal(0, visit.Fonts);
        Assert.InRange(visit.All, visit.Scripts, SentBytes);
        Assert.InRange(visit.Requests, 5, Requests);
        Assert.InRange(visit.Moved, 0, MovementBudget);
    });

    /// <summary>A transition of every property, however short, makes the browser compare hundreds of variables on each element whenever styles change.</summary>
    [Fact]
    public Task Where_less_motion_is_asked_for_no_element_has_a_transition() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync(EditorPage.Mirels);
        var moving = await editor.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('*')].filter((element) => {
              const { transitionProperty, transitionDuration } = getComputedStyle(element);
              return transitionProperty !== 'none' && /[1-9]/.test(transitionDuration);
            }).map((element) => element.outerHTML.slice(0, 100))
            """);
        Assert.Empty(moving);
    });

    /// <summary>A measurement, not a judgement: this machine may be busy with other things.</summary>
    [Fact]
    public Task The_time_from_a_key_to_what_the_page_says_about_it_is_measured() => browser.WriteAsync(Repository.CopyLibrary(), async (editor, _, _) =>
    {
        await editor.OpenAsync("/changes/1/workflows/mirels-fracture-risk/rules/ProphylacticFixationIndicated");
        var took = await editor.MisspellAsync("mirelsScore >= 9 && lesion.fractured", Edits);
        await Meter.TellAsync(output, "diagnostics.txt", $"keystroke to diagnostic on screen over {Meter.Told(took)}");
        Assert.Equal(Edits, took.Length);
        await editor.IsSavedAsync();
    });

    /// <summary>A measurement, not a judgement: this machine may be busy with other things.</summary>
    [Fact]
    public Task The_time_from_an_edit_to_its_decision_on_screen_is_measured() => browser.PlayAsync(async editor =>
    {
        await editor.OpenWorkflowAsync(EditorPage.Mirels);
        await editor.DescribeHighRiskLesionAsync();
        await editor.ChooseAsync("Pain", "Mild");
        await Expect(editor.Value("Mirels score")).ToContainTextAsync("10 (");
        var milliseconds = await editor.Field("Cortex involved").EvaluateAsync<double[]>("""
            async (field, [edits, patience]) => {
              const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
              const headings = () => [...document.querySelectorAll('article h5')].map((h) => h.textContent).join();
              const took = [];
              for (let i = 0; i < edits; i += 1) {
                const before = headings();
                const started = performance.now();
                write.call(field, String((i % 2 ? 70 : 10) + i));
                field.dispatchEvent(new Event('input', { bubbles: true }));
                while (headings() === before) {
                  if (performance.now() - started > patience) throw new Error(`edit ${i + 1} changed nothing on screen: ${before}`);
                  await new Promise(requestAnimationFrame);
                }
                took.push(performance.now() - started);
              }
              return took;
            }
            """, new[] { Edits, Patience });
        await Meter.TellAsync(output, "latency.txt", $"edit to decision on screen over {Meter.Told(milliseconds)}");
        Assert.Equal(Edits, milliseconds.Length);
    });

    private static long Compressed(byte[] body)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(body);
        return target.Length;
    }

    private sealed class Visit
    {
        public long Scripts { get; set; }
        public long Styles { get; set; }
        public long Fonts { get; set; }
        public long All { get; set; }
        public int Requests { get; set; }
        public double Painted { get; set; }
        public double Blocked { get; set; }
        public double Moved { get; set; }
    }
}
