using System.Net;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Platform;

/// <summary>The kill switch, over the shipped library, where workflows build on each other.</summary>
public sealed class RetirementTests : ShippedStore
{
    [Theory]
    [InlineData("Hypercalcemia", null)]
    [InlineData("Hypercalcemia", "SevereHypercalcemia")]
    public async Task What_is_retired_gives_no_decision_nor_does_what_builds_on_it_until_it_is_lifted(string workflow, string? rule)
    {
        Assert.Empty(await BlockedAsync());
        var retired = await Root.PostAsync("/api/v1/retirements", new { workflow, rule, reason = "the limit is wrong" });
        await PlatformStory.UntilAsync(async () => await IsRefusedAsync("Hypercalcemia"));
        var problem = await Server.Anyone.RefusedAsync(HttpStatusCode.Conflict, "retired", HttpMethod.Post, "/api/v1/workflows/BoneMetastasisPathway/execute", new { facts = new { } });
        Assert.Contains("the limit is wrong", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("by root", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        await Server.Anyone.RefusedAsync(HttpStatusCode.Conflict, "retired", HttpMethod.Post, "/api/v1/workflows/Hypercalcemia/execute", new { facts = new { }, release = 1 });
        Assert.False(await IsRefusedAsync("MirelsFractureRisk"));
        Assert.Equal(["BoneMetastasisPathway", "Hypercalcemia", "ImagingSelection"], await BlockedAsync());
        Assert.Equal("the limit is wrong", (await Server.Anyone.GetAsync("/api/v1/retirements"))[0]!["reason"]!.GetValue<string>());
        await Root.PostAsync($"/api/v1/retirements/{retired["id"]!.GetValue<long>()}/lift", new { text = "it is right" });
        await PlatformStory.UntilAsync(async () => !await IsRefusedAsync("Hypercalcemia"));
        Assert.Empty(await BlockedAsync());
        Assert.Equal(["content.restored", "content.retired"], (await Root.GetAsync("/api/v1/audit?count=2")).AsArray().Select(e => e!["action"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("""{"workflow":"Hypercalcaemia","reason":"x"}""", "did you mean `Hypercalcemia`")]
    [InlineData("""{"workflow":"Hypercalcemia","rule":"SevereHypercalcaemia","reason":"x"}""", "did you mean `SevereHypercalcemia`")]
    [InlineData("""{"workflow":"Hypercalcemia","reason":" "}""", "there is no reason")]
    public async Task A_slip_retires_nothing_and_says_so(string body, string said)
    {
        using var response = await Root.SendAsync(HttpMethod.Post, "/api/v1/retirements", new StringContent(body, global::System.Text.Encoding.UTF8, "application/json"));
        Assert.Contains(said, (await Person.ProblemAsync(response, HttpStatusCode.BadRequest, "invalid-action"))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty((await Root.GetAsync("/api/v1/retirements")).AsArray());
    }

    /// <summary>As the list of workflows says it.</summary>
    private async Task<IEnumerable<string>> BlockedAsync() =>
        (await Server.Anyone.GetAsync("/api/v1/workflows"))["workflows"]!.AsArray().Where(w => w!["blocked"]!.GetValue<bool>()).Select(w => w!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal);

    private async Task<bool> IsRefusedAsync(string workflow)
    {
        using var response = await Server.Anyone.SendAsync(HttpMethod.Post, $"/api/v1/workflows/{workflow}/execute", Person.Json(new { facts = new { } }));
        return response.StatusCode == HttpStatusCode.Conflict;
    }
}
