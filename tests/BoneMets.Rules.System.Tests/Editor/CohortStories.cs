using System.Text.RegularExpressions;
using BoneMets.Rules.System.Tests.Cohorts;
using BoneMets.Rules.System.Tests.Platform;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>A workflow is run over a table of patients, and what came of it is looked at.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CohortStories(Browser browser)
{
    private const string Author = "anna", Hypercalcemia = "Hypercalcaemia of malignancy", ServerFile = "Or a file on the server";

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_table_is_explained_decided_counted_downloaded_and_deleted(int width)
    {
        await using var site = await EditorSite.OpenStoreAsync();
        using var root = await site.AdministratorAsync();
        using var anna = await site.InvitedAsync(root, Author, "author");
        await browser.PlayAsync(async editor =>
        {
            await editor.SignInAsync(Author, "/cohorts");
            await Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Name = "No runs yet" })).ToBeVisibleAsync();
            await editor.IsAccessibleAsync();
            var sample = await DownloadAsync(editor, () => editor.PressAsync("Sample table (CSV)"), "calcium-sample.csv");

            await NewRunAsync(editor, "Calcium, ward 7");
            await Expect(editor.Title).ToHaveTextAsync("Calcium, ward 7");
            await editor.IsAccessibleAsync();
            await editor.Field("Choose a file, or drop it here").SetInputFilesAsync(sample);
            await Expect(editor.Page.GetByText("The first values have decimal commas.")).ToBeVisibleAsync();
            await Expect(editor.Choice("Decimals are written", "10,5")).ToBeCheckedAsync();
            await Expect(Box(editor, "Total calcium (mmol/L) is")).ToHaveValueAsync("Total calcium");
            await Expect(Column(editor, "Confused")).ToContainTextAsync("Choose what it is, or leave it out");
            await Expect(Button(editor, "Decide 10 patients")).ToBeDisabledAsync();
            await editor.IsAccessibleAsync();
            await editor.FitsItsWindowAsync();

            // What is wrong stands at its column, and goes when it is mended.
            await MapAsync(editor, "Case", "id of the", "The id of the patient");
            await MapAsync(editor, "Confused", "total cal", "Total calcium");
            await Expect(Column(editor, "Confused")).ToContainTextAsync("is taken from another column already");
            await MapAsync(editor, "Confused", "mental", "Altered mental status");
            await MapAsync(editor, "Ward", "left", "Left out");
            await Expect(Column(editor, "Confused")).ToContainTextAsync("Among the first patients: line 8.");
            await Expect(Column(editor, "Total calcium (mmol/L)")).ToContainTextAsync("Among the first patients: line 9.");
            await Expect(editor.Page.GetByText("10 patients decided for a look, 2 of them cannot be read")).ToBeVisibleAsync();
            await editor.PressAsync("Say what a text means in Confused");
            await editor.Field("Text 3 of Confused").FillAsync("n/a");
            await Expect(editor.Page.GetByText("10 patients decided for a look, 1 of them cannot be read")).ToBeVisibleAsync();
            await editor.IsSavedAsync();
            await editor.IsAccessibleAsync();
            await editor.FitsItsWindowAsync();

            await editor.PressAsync("Decide 10 patients");
            await Expect(editor.Page.GetByText("Completed", new() { Exact = true })).ToBeVisibleAsync();
            await Expect(editor.Section("Decisions")).ToContainTextAsync("10 patients");
            await Expect(editor.Section("Not read")).ToContainTextAsync("1 patient (10 %)");
            var corrected = editor.Card("Corrected calcium");
            await Expect(corrected).ToContainTextAsync("mg/dL");
            await Expect(corrected).ToContainTextAsync("Undetermined 2 times (22 %); what stands above is about the other 7.");
            await editor.FitsItsWindowAsync();
            await editor.IsAccessibleAsync();
            Assert.Contains("A-008", await File.ReadAllTextAsync(await DownloadAsync(editor, () => editor.FollowAsync("Table (CSV)"), ".csv")), StringComparison.Ordinal);
            Assert.Equal(10, (await File.ReadAllLinesAsync(await DownloadAsync(editor, () => editor.FollowAsync("Answers (NDJSON)"), ".ndjson"))).Length);

            // From a missing fact to those who lack it.
            await editor.PressAsync("Show 5 more");
            await editor.Section("Missing facts").GetByRole(AriaRole.Link, new() { Name = "Albumin" }).ClickAsync();
            await Expect(editor.Title).ToHaveTextAsync("Undetermined patients");
            await Expect(editor.Page.GetByText("1 patient lacks albumin")).ToBeVisibleAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Rowheader, new() { Name = "A-004" })).ToBeVisibleAsync();
            await editor.IsAccessibleAsync();
            await editor.FitsItsWindowAsync();
            await editor.FollowAsync("Calcium, ward 7");

            await editor.PressAsync("Delete");
            await editor.IsAccessibleAsync();
            await editor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
            await Expect(editor.Page.GetByText("“Calcium, ward 7” was deleted")).ToBeVisibleAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Heading, new() { Name = "No runs yet" })).ToBeVisibleAsync();
        }, new Window(Width: width), on: site);
    }

    [Fact]
    public async Task A_long_run_is_watched_stopped_and_resumed()
    {
        await using var site = await EditorSite.OpenStoreAsync();
        using var root = await site.AdministratorAsync();
        using var anna = await site.InvitedAsync(root, Author, "author");
        var file = Path.Combine(Directory.CreateTempSubdirectory("bonemets-cohort-").FullName, "patients.ndjson");
        await CohortPatients.WriteAsync(file, 8_000);
        var patient = new LocatorAssertionsToBeVisibleOptions { Timeout = 240_000 };
        using var held = await HeldPartitions.OnAsync(site.Services);
        await browser.PlayAsync(async editor =>
        {
            await editor.SignInAsync(Author, "/cohorts");
            await NewRunAsync(editor, "The whole registry", "Every step");
            await editor.Field("Choose a file, or drop it here").SetInputFilesAsync(file);
            await Expect(editor.Page.GetByText("20 patients decided for a look, 1 of them cannot be read")).ToBeVisibleAsync();
            await editor.PressAsync("Decide 8,000 patients");
            await Expect(editor.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Progress of the run" })).ToBeVisibleAsync();

            // The list says how far it is, too.
            await editor.Page.GetByRole(AriaRole.Navigation, new() { Name = "Breadcrumb" }).GetByRole(AriaRole.Link, new() { Name = "Cohorts" }).ClickAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Progressbar, new() { Name = "Progress" })).ToBeVisibleAsync();
            await editor.FollowAsync("The whole registry");
            await Expect(editor.Page.GetByText("Not whole: ")).ToBeVisibleAsync(patient);
            await editor.PressAsync("Stop");
            await Expect(Button(editor, "Resume")).ToBeVisibleAsync(patient);
            await Expect(editor.Page.GetByText("Not whole: ")).ToBeVisibleAsync();
            await editor.IsAccessibleAsync();
            var part = await DownloadAsync(editor, () => editor.Page.GetByRole(AriaRole.Link, new() { NameRegex = Starts(@"Answers \(NDJSON\) of ") }).ClickAsync(), "-part.ndjson");
            Assert.Equal(5_000, (await File.ReadAllLinesAsync(part)).Length);

            held.Dispose();
            await editor.PressAsync("Resume");
            await Expect(editor.Page.GetByText("Completed", new() { Exact = true })).ToBeVisibleAsync(patient);
            await Expect(editor.Page.GetByText("Not whole: ")).ToHaveCountAsync(0);
            await Expect(editor.Section("Decisions")).ToContainTextAsync("8,000 patients");
            await Expect(editor.Section("Not read")).ToContainTextAsync("160 patients");

            // A long list is read page by page.
            await editor.FollowAsync("All undetermined patients");
            await editor.FollowAsync("Next page");
            await Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "First page" })).ToBeVisibleAsync();
            await Expect(editor.Page.GetByRole(AriaRole.Rowheader)).ToHaveCountAsync(100);
        }, on: site);
    }

    [Fact]
    public async Task A_file_that_lies_on_the_server_is_chosen_there_and_named_in_the_run()
    {
        var folder = Directory.CreateTempSubdirectory("bonemets-cohort-").FullName;
        await CohortPatients.WriteAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "registry")).FullName, "2026.ndjson"), 60);
        await File.WriteAllTextAsync(Path.Combine(folder, "twice.csv"), "Total calcium (mg/dL);Total calcium (mg/dL)\n1;2\n");
        await using var site = await EditorSite.OpenStoreAsync(cohortFiles: folder);
        using var root = await site.AdministratorAsync();
        using var anna = await site.InvitedAsync(root, Author, "author");
        await browser.PlayAsync(async editor =>
        {
            await editor.SignInAsync(Author, "/cohorts");
            await NewRunAsync(editor, "The registry of 2026");
            await Expect(Button(editor, "Take this file")).ToBeDisabledAsync();
            await ChooseAsync(editor, ServerFile, "twice", "twice.csv (48 bytes)");
            await editor.PressAsync("Take this file");
            await Expect(editor.Alert("The file cannot be taken as it is")).ToContainTextAsync("Total calcium (mg/dL)");
            await editor.IsAccessibleAsync();
            await editor.FitsItsWindowAsync();
            await Box(editor, ServerFile).FillAsync("registry");
            await editor.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "registry/2026.ndjson" }).ClickAsync();
            await editor.PressAsync("Take this file");
            await Expect(editor.Page.GetByText("60 patients, from registry/2026.ndjson on the server")).ToBeVisibleAsync();
            await editor.IsAccessibleAsync();
            await editor.PressAsync("Decide 60 patients");
            await Expect(editor.Page.GetByText("Completed", new() { Exact = true })).ToBeVisibleAsync();
            await Expect(editor.Section("Decisions")).ToContainTextAsync("60 patients");
        }, on: site);
    }

    [Fact]
    public async Task What_cannot_be_taken_says_why_and_what_two_people_change_is_not_lost()
    {
        await using var site = await EditorSite.OpenStoreAsync();
        using var root = await site.AdministratorAsync();
        using var anna = await site.InvitedAsync(root, Author, "author");
        var run = await CohortRun.CreateAsync(anna, CohortPatients.Workflow);
        await browser.PlayAsync(async editor =>
        {
            await editor.SignInAsync(Author, $"/cohorts/{run.Id}");
            var input = editor.Field("Choose a file, or drop it here");
            await input.SetInputFilesAsync(new FilePayload { Name = "patients.xlsx", MimeType = "application/octet-stream", Buffer = [0x50, 0x4b, 3, 4] });
            await Expect(editor.Alert("Save it as “CSV UTF-8” in the spreadsheet program")).ToBeVisibleAsync();
            await input.SetInputFilesAsync(new FilePayload { Name = "patients.csv", MimeType = "text/csv", Buffer = "Total calcium (mg/dL);Total calcium (mg/dL)\n1;2\n"u8.ToArray() });
            await Expect(editor.Alert("The file cannot be taken as it is")).ToContainTextAsync("Total calcium (mg/dL)");
            await editor.IsAccessibleAsync();
            await input.SetInputFilesAsync(new FilePayload { Name = "patients.csv", MimeType = "text/csv", Buffer = "id;Total calcium;Albumin (g/dL)\na;12,5;3,9\n"u8.ToArray() });
            await Expect(Column(editor, "Total calcium")).ToContainTextAsync("Say the unit of");

            await run.MapAsync(new { columns = new[] { new { column = "Total calcium", fact = "patient.totalCalcium", unit = "mmol/L" } }, id = "id", ignored = new[] { "Albumin (g/dL)" } });
            await editor.Field("Unit of Total calcium").SelectOptionAsync("mg/dL");
            await Expect(editor.Alert("Somebody else changed this run")).ToBeVisibleAsync();
            await editor.IsAccessibleAsync();
            await editor.PressAsync("Show what is there now");
            await Expect(editor.Field("Unit of Total calcium")).ToHaveValueAsync("mmol/L");
            await Expect(Box(editor, "Albumin (g/dL) is")).ToHaveValueAsync("Left out");
            await Expect(Column(editor, "Total calcium")).ToContainTextAsync("Among the first patients: line 2.");
            await editor.AnswerAsync("Decimals are written", "10,5");
            await Expect(Column(editor, "Total calcium")).ToContainTextAsync("outside"); // 12.5 mmol/L is more than anybody has
            await editor.Field("Unit of Total calcium").SelectOptionAsync("mg/dL");
            await Expect(editor.Page.GetByText("1 patient decided for a look", new() { Exact = true })).ToBeVisibleAsync();
            await editor.IsSavedAsync();

            using var hana = await site.InvitedAsync(root, "hana", "author");
            var other = await CohortRun.CreateAsync(hana, CohortPatients.Workflow);
            await editor.OpenAsync($"/cohorts/{other.Id}");
            await Expect(editor.Title).ToHaveTextAsync("There is no such run");
        }, on: site);
    }

    private static async Task NewRunAsync(EditorPage editor, string name, string? explained = null)
    {
        await editor.Page.GetByRole(AriaRole.Button, new() { Name = "New run", Exact = true }).First.ClickAsync();
        await editor.PressAsync("Continue to the patients");
        await Expect(editor.Page.GetByText("Choose what is to be decided.")).ToBeVisibleAsync();
        await editor.Field("Name").FillAsync(name);
        await ChooseAsync(editor, "Workflow", "calc", Hypercalcemia);
        if (explained is not null) await editor.AnswerAsync("Explanations in the results", explained);
        await editor.IsAccessibleAsync();
        await editor.PressAsync("Continue to the patients");
    }

    /// <summary>Finds by a part of a word what a column is.</summary>
    private static Task MapAsync(EditorPage editor, string column, string search, string option) => ChooseAsync(editor, $"{column} is", search, option);

    private static async Task ChooseAsync(EditorPage editor, string label, string search, string option)
    {
        var field = Box(editor, label);
        await field.ClickAsync();
        await field.FillAsync(search);
        await editor.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = option }).ClickAsync();
        await Expect(field).ToHaveValueAsync(option);
    }

    private static ILocator Column(EditorPage editor, string name) =>
        editor.Page.GetByRole(AriaRole.List, new() { Name = "Columns of the table" }).GetByRole(AriaRole.Listitem, new() { Name = name, Exact = true });

    private static ILocator Box(EditorPage editor, string label) => editor.Page.GetByRole(AriaRole.Combobox, new() { Name = label, Exact = true });

    private static ILocator Button(EditorPage editor, string name) => editor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static Regex Starts(string text) => new("^" + text, RegexOptions.None, TimeSpan.FromSeconds(1));

    /// <summary>Where the file lies that this brings, whose name has to end so.</summary>
    private static async Task<string> DownloadAsync(EditorPage editor, Func<Task> act, string ending)
    {
        var download = await editor.Page.RunAndWaitForDownloadAsync(act);
        Assert.EndsWith(ending, download.SuggestedFilename, StringComparison.Ordinal);
        var path = Path.Combine(Directory.CreateTempSubdirectory("bonemets-download-").FullName, download.SuggestedFilename);
        await download.SaveAsAsync(path);
        return path;
    }
}
