using System.Text;
using BoneMets.Rules.System.Tests.Cohorts;
using BoneMets.Rules.System.Tests.Platform;
using Microsoft.Playwright;

namespace BoneMets.Rules.System.Tests.Editor;

/// <summary>One server with the shipped library, a change under review and something to see on every page, and one window of somebody who may see them all.</summary>
public sealed class EveryPageSession(Browser browser) : IAsyncLifetime
{
    private const string Mirels = "mirels-fracture-risk/workflow.json", Everybody = "maria";
    private readonly List<string> errors = [];
    private EditorSite site = null!;
    private IBrowserContext context = null!;
    private string run = "", unfinished = "";

    internal EditorPage Editor { get; private set; } = null!;

    /// <summary>Which address had which title of the window.</summary>
    internal Dictionary<string, string> Titles { get; } = new(StringComparer.Ordinal);

    /// <summary>Runs have names that nobody knows before they are made.</summary>
    internal string Address(string address) => address.Replace("/unfinished-run", $"/{unfinished}", StringComparison.Ordinal).Replace("/cohorts/run", $"/cohorts/{run}", StringComparison.Ordinal);

    public async Task InitializeAsync()
    {
        site = await EditorSite.OpenStoreAsync();
        using var root = await site.AdministratorAsync();
        using var anna = await site.InvitedAsync(root, "anna", "author");
        using var maria = await site.InvitedAsync(root, Everybody, "author", "reviewer", "publisher", "administrator");
        await ChangeAsync(anna, maria);
        await root.PostAsync("/api/v1/keys", new { name = "ward 7", scopes = new[] { "execute" }, workflows = Array.Empty<string>(), days = 30 });
        var retired = await root.PostAsync("/api/v1/retirements", new { workflow = "SurvivalEstimate", reason = "its source was retracted" });
        await root.PostAsync($"/api/v1/retirements/{retired["id"]!.GetValue<long>()}/lift", new { text = "looked at again" });

        (run, unfinished) = (await RunAsync(maria), await UnfinishedRunAsync(maria));

        context = await browser.NewWindowAsync(new Window(), site);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") errors.Add(message.Text);
        };
        Editor = new EditorPage(page);
        await Editor.SignInAsync(Everybody);
    }

    public async Task DisposeAsync()
    {
        await context.DisposeAsync();
        await site.DisposeAsync();
    }

    /// <summary>What the page has complained about since this was asked last.</summary>
    internal IReadOnlyList<string> TakeErrors()
    {
        var taken = errors.ToArray();
        errors.Clear();
        return taken;
    }

    /// <summary>A completed run with refused and undetermined patients.</summary>
    private static async Task<string> RunAsync(Person maria)
    {
        var made = await CohortRun.CreateAsync(maria, "BoneMetastasisPathway", new { name = "A registry" });
        await made.UploadAsync(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 60).Select(CohortPatients.Line))));
        await made.StartAsync();
        await made.UntilAsync("completed");
        return made.Id;
    }

    /// <summary>A run of a table with problems in its columns.</summary>
    private static async Task<string> UnfinishedRunAsync(Person maria)
    {
        var made = await CohortRun.CreateAsync(maria, CohortPatients.Workflow, new { name = "A table" });
        await made.UploadAsync("Case;Total calcium (mmol/L);Albumin;Confused;Ward\nA-1;3,21;31;yes;7\nA-2;high;;no;8\n"u8.ToArray(), "text/csv");
        return made.Id;
    }

    /// <summary>A change under review with a case that fails, a remark, and a case that is new.</summary>
    private static async Task ChangeAsync(Person anna, Person maria)
    {
        await anna.PostAsync("/api/v1/changes", new { title = "A lower limit", description = "The band begins sooner." });
        using var read = await anna.SendAsync(HttpMethod.Get, $"/api/v1/changes/1/documents/{Mirels}");
        var text = await read.Content.ReadAsStringAsync();
        await anna.PutAsync(1, Mirels, text.Replace("\"<= 7\"", "\"<= 6\"", StringComparison.Ordinal).Replace("\"8\"", "\"7 or 8\"", StringComparison.Ordinal), await anna.HashAsync(1, Mirels));
        await anna.PostAsync("/api/v1/changes/1/submit");
        await maria.PostAsync("/api/v1/changes/1/comments", new { document = Mirels, place = "mirelsBand", text = "Which study says so?" });
        await anna.PostAsync("/api/v1/changes", new { title = "Given up" });
        await anna.PostAsync("/api/v1/changes/2/withdraw", new { text = "not needed" });
    }
}
