using System.Text.RegularExpressions;
using BoneMets.Rules.System.Tests.Platform;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>People come in by a link or with a password, see who they are, and leave.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccessStories(Browser browser)
{
    private const string Password = Person.Password;

    [Fact]
    public async Task The_printed_link_makes_the_first_administrator_and_works_once()
    {
        await using var site = await EditorSite.OpenStoreAsync();
        await browser.PlayAsync(async editor =>
        {
            var requests = new List<string>();
            editor.Page.Request += (_, request) => requests.Add(request.Url);
            await editor.OpenAsync(site.PrintedLink);
            await Expect(editor.Title).ToHaveTextAsync("Welcome");
            await Expect(editor.Page).ToHaveURLAsync(Ends("/welcome"));
            await editor.IsAccessibleAsync();
            await editor.FitsItsWindowAsync();

            await editor.Field("Name").FillAsync("root");
            await editor.Field("Full name (optional)").FillAsync("Robin Root");
            await ChooseAsync(editor, "short");
            await Press(editor, "Become administrator");
            await Expect(editor.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "at least 12 characters" })).ToBeVisibleAsync();
            await editor.IsAccessibleAsync();
            await ChooseAsync(editor, Password, "another horse battery");
            await Press(editor, "Become administrator");
            await Expect(editor.Page.GetByText("The two passwords differ")).ToBeVisibleAsync();
            await editor.Field("Name").FillAsync("Robin Root");
            await ChooseAsync(editor, Password);
            await Press(editor, "Become administrator");
            await Expect(editor.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "choose another name" })).ToBeVisibleAsync();

            await editor.Field("Name").FillAsync("root");
            await Press(editor, "Become administrator");
            await Expect(editor.Title).ToHaveTextAsync("Workflows");
            await Expect(editor.Page.GetByText("Welcome. You are signed in as Robin Root (root)")).ToBeVisibleAsync();
            await Account(editor, "Robin Root (root)").ClickAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Administrator");
            await editor.IsAccessibleAsync();
            await editor.Page.Keyboard.PressAsync("Escape");

            var secret = site.PrintedLink.Split('#')[^1];
            Assert.DoesNotContain(requests, url => url.Contains(secret, StringComparison.Ordinal));
            await editor.Page.GoBackAsync();
            Assert.DoesNotContain(secret, editor.Page.Url, StringComparison.Ordinal);

            await editor.OpenAsync("/account");
            await editor.OpenAsync(site.PrintedLink);
            await ChooseAsync(editor, Password);
            await Press(editor, "Set password and sign in");
            await Expect(editor.Page.GetByText("This link is not valid any more")).ToBeVisibleAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "ask an administrator" })).ToBeVisibleAsync();
        }, on: site);
    }

    [Fact]
    public async Task Somebody_signs_in_where_they_were_and_signs_out()
    {
        await using var site = await EditorSite.OpenStoreAsync();
        using var root = await site.AdministratorAsync();
        await browser.PlayAsync(async editor =>
        {
            await editor.OpenWorkflowAsync(EditorPage.Mirels);
            await editor.EnterAsync("Cortex involved", "80");
            await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
            await Expect(editor.Title).ToHaveTextAsync("Sign in");
            await editor.IsAccessibleAsync();
            await editor.FitsItsWindowAsync();

            await editor.Field("Name").FillAsync("root");
            await editor.Field("Password").FillAsync("wrong horse battery");
            await Press(editor, "Sign in");
            await Expect(editor.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The name or the password is wrong" })).ToBeVisibleAsync();
            await editor.IsAccessibleAsync();
            await Press(editor, "Show password");
            await Expect(editor.Field("Password")).ToHaveAttributeAsync("type", "text");
            await editor.Field("Password").FillAsync(Password);
            await Press(editor, "Sign in");
            await Expect(editor.Page).ToHaveURLAsync(Ends($"/workflows/{EditorPage.Mirels}"));
            await Expect(Account(editor, "root")).ToBeVisibleAsync();
            await Expect(editor.Field("Cortex involved")).ToHaveValueAsync("80");
            await editor.FitsItsWindowAsync();

            await Account(editor, "root").ClickAsync();
            await editor.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
            await Expect(editor.Page.GetByText("You are signed out")).ToBeVisibleAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToBeVisibleAsync();
            await editor.OpenWorkflowAsync(EditorPage.Mirels);
            await Expect(editor.Field("Cortex involved")).ToHaveValueAsync("");
        }, new Window(Width: 390), on: site);
    }

    [Theory]
    [InlineData("//example.org/x")]
    [InlineData("https://example.org/x")]
    [InlineData("/\\example.org")]
    public async Task A_link_to_the_form_leads_to_no_other_site(string next)
    {
        await using var site = await EditorSite.OpenStoreAsync();
        using var root = await site.AdministratorAsync();
        await browser.PlayAsync(async editor =>
        {
            await editor.OpenAsync($"/sign-in?next={Uri.EscapeDataString(next)}");
            await SignInAsync(editor, "root", Password);
            await Expect(editor.Title).ToHaveTextAsync("Workflows");
            Assert.Equal(site.Address + "/", editor.Page.Url);
        }, on: site);
    }

    [Fact]
    public async Task Somebody_invited_chooses_a_password_and_later_another_one()
    {
        const string next = "a quite different sentence";
        await using var site = await EditorSite.OpenStoreAsync();
        using var root = await site.AdministratorAsync();
        var secret = await StoreServer.InviteAsync(root, "anna", "author", "reviewer");
        await browser.PlayAsync(async editor =>
        {
            await editor.OpenAsync($"/welcome#{secret}");
            await Expect(editor.Field("Password")).ToBeVisibleAsync();
            await Expect(editor.Field("Name")).ToHaveCountAsync(0);
            await ChooseAsync(editor, Password);
            await Press(editor, "Set password and sign in");
            await Account(editor, "anna").ClickAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Author, Reviewer");
            await editor.Page.GetByRole(AriaRole.Link, new() { Name = "Change password" }).ClickAsync();
            await Expect(editor.Title).ToHaveTextAsync("Your account");
            await editor.IsAccessibleAsync();

            await editor.Field("Current password").FillAsync("not this one at all");
            await ChooseAsync(editor, next, label: "New password");
            await Press(editor, "Change password");
            await Expect(editor.Page.GetByText("The current password is wrong")).ToBeVisibleAsync();
            await editor.Field("Current password").FillAsync(Password);
            await Press(editor, "Change password");
            await Expect(editor.Page.GetByText("The password was changed")).ToBeVisibleAsync();
            await Expect(Account(editor, "anna")).ToBeVisibleAsync();
        }, on: site);
        using var anna = site.Person("anna");
        await anna.SignInAsync(next);
    }

    [Fact]
    public Task A_server_of_a_folder_says_nothing_of_accounts() => browser.PlayAsync(async editor =>
    {
        await editor.OpenAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Mirels score" })).ToBeVisibleAsync();
        await Expect(editor.Page.GetByText("Unreviewed content").First).ToBeVisibleAsync();
        await Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToHaveCountAsync(0);
        await editor.OpenAsync("/sign-in");
        await Expect(editor.Title).ToHaveTextAsync("This server has no accounts");
    });

    private static async Task SignInAsync(EditorPage editor, string name, string password)
    {
        await editor.Field("Name").FillAsync(name);
        await editor.Field("Password").FillAsync(password);
        await Press(editor, "Sign in");
    }

    private static async Task ChooseAsync(EditorPage editor, string password, string? again = null, string label = "Password")
    {
        await editor.Field(label).FillAsync(password);
        await editor.Field($"{label} again").FillAsync(again ?? password);
    }

    private static Task Press(EditorPage editor, string button) => editor.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static ILocator Account(EditorPage editor, string person) => editor.Page.GetByRole(AriaRole.Button, new() { Name = $"Account: {person}", Exact = true });

    private static Regex Ends(string path) => new(Regex.Escape(path) + "$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
