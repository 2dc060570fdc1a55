using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BoneMets.Rules.Server.CdsHooks.Cards;
using BoneMets.Rules.System.Tests.Cli;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using BoneMets.Rules.Tests.Attacks;

namespace BoneMets.Rules.System.Tests.Attacks;

/// <summary>The table of <c>tests/spec/attacks/markup.json</c>, in every text that a document may have.</summary>
public sealed partial class MarkupAttackTests : IDisposable
{
    private static readonly IReadOnlyDictionary<string, JsonObject> Attacks = AttackTable.Read(Repository.Root, "markup");
    private readonly string library = SmallLibrary.Folder();

    public static TheoryData<string> Names => [.. Attacks.Keys];

    public void Dispose() => Directory.Delete(library, recursive: true);

    [Theory, MemberData(nameof(Names))]
    public async Task It_is_text_in_every_page_that_a_command_writes(string name)
    {
        Assert.Null(AttackTable.Lacking(Attacks[name]));
        var text = AttackTable.Text(Attacks[name], "text");
        Write(text);
        var report = Path.Combine(library, "report.html");
        var tested = await CommandInProcess.RunAsync("test", "--library", library, "--coverage", "--format", "html", "--output", report);
        Assert.True(tested.Exit == 1, tested.Error); // the case fails, so that its texts are shown
        var rendered = await CommandInProcess.RunAsync("render", "--library", library, "--single", "--output", Path.Combine(library, "guideline.html"));
        Assert.True(rendered.Exit == 0, rendered.Error);
        foreach (var page in new[] { "report.html", "guideline.html" })
        {
            var html = await File.ReadAllTextAsync(Path.Combine(library, page));
            Assert.Equal([], Tag().Matches(html).Select(t => t.Value).Where(IsHarmful));
            // It is there, and reads as it was written.
            Assert.Contains(Plain(text), Plain(WebUtility.HtmlDecode(Tag().Replace(html, ""))), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void It_is_text_on_a_card(string name)
    {
        var markdown = Markdown.Escape(AttackTable.Text(Attacks[name], "text"));
        Assert.DoesNotMatch(Live(), markdown);
    }

    private void Write(string text)
    {
        var workflow = JsonNode.Parse(SmallLibrary.WorkflowText(10))!.AsObject();
        foreach (var key in new[] { "Title", "Description" }) workflow[key] = text;
        foreach (var key in new[] { "Purpose", "IntendedUse", "IntendedUsers", "IntendedPopulation", "OutOfScope", "Funding" }) workflow["Metadata"]![key] = text;
        foreach (var rule in workflow["Rules"]!.AsArray())
        {
            rule!["Title"] = text;
            rule["Recommendation"] = new JsonObject { ["Text"] = text.Replace("$(", "$ (", StringComparison.Ordinal), ["Urgency"] = "routine" };
        }
        var cases = JsonNode.Parse(SmallLibrary.CasesText(10))!.AsObject();
        var golden = cases["Cases"]![0]!;
        (golden["Title"], golden["Why"], golden["Source"]) = (text, text, text);
        golden["Expect"]!["Rules"]!["AboveLimit"] = "met";
        File.WriteAllText(Path.Combine(library, SmallLibrary.Workflow), workflow.ToJsonString());
        File.WriteAllText(Path.Combine(library, SmallLibrary.Cases), cases.ToJsonString());
        var facts = Path.Combine(library, SmallLibrary.Facts);
        var schema = JsonNode.Parse(File.ReadAllText(facts))!.AsObject();
        (schema["properties"]!["calcium"]!["description"], schema["properties"]!["calcium"]!["x-label"]) = (text, text);
        File.WriteAllText(facts, schema.ToJsonString());
    }

    /// <summary>The report has one form of its own, without a place to send to: its filter.</summary>
    private static bool IsHarmful(string tag) => tag is not ("<form class=\"filter\">" or "</form>") && (Element().IsMatch(tag) || Attribute().IsMatch(tag));

    /// <summary>White space is a page's own matter.</summary>
    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c != '\u202e'));

    [GeneratedRegex(@"</?[a-zA-Z!][^>]*>", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^</?(script|img|svg\s+onload|iframe|form|base|object|embed|link)\b|http-equiv=.?refresh", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Element();

    [GeneratedRegex("""\s(on[a-z]+\s*=|(href|src|action)\s*=\s*["']?\s*(javascript|https?://evil))""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"<|(?<!\\)\[|(?<!\\)!\[|https?:/|\u202e", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Live();
}
