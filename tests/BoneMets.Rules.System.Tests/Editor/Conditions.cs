using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>Conditions as text, and how soon is told what is wrong with them.</summary>
internal static class Conditions
{
    extension(EditorPage editor)
    {
        public ILocator ConditionText => editor.Page.GetByRole(AriaRole.Textbox, new() { Name = "Condition as text" });

        public async Task ShowConditionAsTextAsync()
        {
            await editor.Choice("Show condition as", "Text").CheckAsync();
            await Expect(editor.ConditionText).ToBeVisibleAsync();
        }
    }

    /// <summary>As fast as somebody types who types fast: eight keys in a second.</summary>
    private const int KeyEvery = 125;

    /// <summary>
    /// Writes a condition that ends with a name, then makes the name wrong, key by key, the next one not before the page has spoken. Milliseconds
    /// from each key to what the page says about it, in their order.
    /// </summary>
    public static async Task<double[]> MisspellAsync(this EditorPage editor, string condition, int edits)
    {
        await editor.ShowConditionAsTextAsync();
        await editor.ConditionText.FillAsync(condition);
        await Expect(editor.Section("Condition").GetByText("This cannot be read yet")).ToHaveCountAsync(0);
        await editor.ConditionText.PressAsync("Control+End");
        return await editor.ConditionText.EvaluateAsync<double[]>("""
            async (field, [name, edits, every, patience]) => {
              const told = () => [...document.querySelectorAll('li[data-severity=error]')].map((item) => item.textContent).join();
              const took = [];
              for (let wrong = name + 'x'; took.length < edits; wrong += 'x') {
                const started = performance.now();
                document.execCommand('insertText', false, 'x');
                while (!told().includes(wrong)) {
                  if (performance.now() - started > patience) throw new Error(`nothing was told about ${wrong}: ${field.textContent}`);
                  await new Promise(requestAnimationFrame);
                }
                took.push(performance.now() - started);
                while (performance.now() - started < every) await new Promise((done) => setTimeout(done, 5));
              }
              return took;
            }
            """, new object[] { condition.Split('.')[^1], edits, KeyEvery, 20_000 });
    }
}
