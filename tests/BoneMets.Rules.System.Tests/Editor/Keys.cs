using Microsoft.Playwright;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>The keyboard, for who has nothing else.</summary>
internal static class Keys
{
    private const int Far = 60;

    public static async Task PressKeysAsync(this EditorPage editor, params string[] keys)
    {
        foreach (var key in keys) await editor.Page.Keyboard.PressAsync(key);
    }

    /// <summary>What was copied in another program goes where the focus is.</summary>
    public static async Task PasteAsync(this EditorPage editor, string text)
    {
        await editor.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await editor.Page.EvaluateAsync("(text) => navigator.clipboard.writeText(text)", text);
        await editor.PressKeysAsync("Control+v");
    }

    /// <summary>Goes on from where the focus is, until it is there.</summary>
    public static async Task TabToAsync(this EditorPage editor, ILocator wanted, string key = "Tab")
    {
        for (var i = 0; i < Far; i++)
        {
            await editor.PressKeysAsync(key);
            if (await wanted.EvaluateAsync<bool>("element => element === document.activeElement")) return;
        }
        Assert.Fail($"{Far} tabs did not reach {wanted}");
    }

    /// <summary>The focus is on something that a person sees, and that a screen reader has a word for.</summary>
    public static async Task FocusIsSomewhereAsync(this EditorPage editor)
    {
        await editor.Page.WaitForFunctionAsync("() => document.activeElement !== null && document.activeElement !== document.body");
        Assert.True(await editor.Page.EvaluateAsync<bool>("() => document.activeElement.checkVisibility({ visibilityProperty: true })"), "what has the focus cannot be seen");
    }

    /// <summary>Through the palette: a few letters, and Enter when what is meant stands first.</summary>
    public static async Task GoAsync(this EditorPage editor, string letters, string first)
    {
        await editor.PressKeysAsync("Control+k");
        var palette = editor.Page.GetByRole(AriaRole.Combobox, new() { Name = "Find a page, a workflow or a command" });
        await Assertions.Expect(palette).ToBeFocusedAsync();
        await editor.Page.Keyboard.TypeAsync(letters);
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync(first);
        await editor.PressKeysAsync("Enter");
        await Assertions.Expect(palette).ToHaveCountAsync(0);
    }
}
