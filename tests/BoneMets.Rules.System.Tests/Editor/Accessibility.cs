using BoneMets.Rules.System.Tests.Server;
using Microsoft.Playwright;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>
/// The rules of axe, read on the page that stands there. Its .NET package opens a second page for every report and hands over everything
/// that was fine, which took more time than the stories; this asks for what is wrong only.
/// </summary>
internal static class Accessibility
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(Repository.Root, "editor", "node_modules", "axe-core", "axe.min.js"));

    /// <summary>
    /// Fails with every violation, its help and its element. Only the rules that depend on colours are tried when <paramref name="coloursOnly"/>.
    /// axe reads attributes first and colours later: what it finds on a page that changed meanwhile is looked for again when the page stands still.
    /// </summary>
    public static async Task CheckAsync(IPage page, string saying, bool coloursOnly = false)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>(
            """
            async (coloursOnly) => {
              let moved = 0;
              const watch = new MutationObserver(() => { moved = performance.now(); });
              watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
              try {
                for (let attempt = 1; ; attempt += 1) {
                  const began = performance.now();
                  const report = await axe.run({ resultTypes: ['violations'], ...(coloursOnly ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {}) });
                  const wrong = report.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => `${n.target.join(" ")} ${n.html} (${n.any.map((a) => a.message).join("; ")})`).join(' | ')}`);
                  if (wrong.length === 0 || moved < began || attempt === 5) return wrong;
                  for (const enough = performance.now() + 10_000; performance.now() - moved < 500 && performance.now() < enough;) await new Promise((done) => setTimeout(done, 50));
                }
              } finally {
                watch.disconnect();
              }
            }
            """,
            coloursOnly);
        Assert.True(found.Length == 0, string.Join("\n", found.Select(violation => $"{saying}: {violation}")));
    }
}
