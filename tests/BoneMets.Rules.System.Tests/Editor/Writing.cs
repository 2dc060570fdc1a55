using System.Runtime.CompilerServices;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>Where an author works on a change.</summary>
internal static class Writing
{
    /// <summary>Anna, an author, at her browser with one change of that library, which she also reaches by other means.</summary>
    public static async Task WriteAsync(this Browser browser, string library, Func<EditorPage, EditorSite, Person, Task> story, [CallerMemberName] string name = "")
    {
        await using var site = await EditorSite.OpenStoreAsync(library);
        using var root = await site.AdministratorAsync();
        using var anna = await site.InvitedAsync(root, "anna", "author");
        await anna.PostAsync("/api/v1/changes", new { title = "The limit of our laboratory" });
        await browser.PlayAsync(async editor =>
        {
            await editor.SignInAsync("anna");
            await story(editor, site, anna);
        }, on: site, name: name);
    }

    /// <summary>What the server has of the workflow in the first change.</summary>
    public static async Task<string> TextAsync(Person who)
    {
        using var response = await who.SendAsync(HttpMethod.Get, $"/api/v1/changes/1/documents/{SmallLibrary.Workflow}");
        return await response.Content.ReadAsStringAsync();
    }
}
