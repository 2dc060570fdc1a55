using System.Net;
using System.Reflection;
using BoneMets.Rules.Server.Problems;

namespace BoneMets.Rules.System.Tests.Server;

/// <summary>What every answer has: an id, and for refusals a page that says what they mean.</summary>
public sealed class RequestIdTests(RunningServer server) : IClassFixture<RunningServer>
{
    [Theory]
    [InlineData("a-1_B.2", true)]
    [InlineData("9e107d9d-372b-4b68-b5c1-2b5d8a6f1c11", true)]
    [InlineData("two words", false)]
    [InlineData("a\\u000ab", false)]
    [InlineData("", false)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", false)]
    public async Task A_well_formed_id_is_kept_and_another_replaced_in_answers_and_problems(string given, bool isKept)
    {
        foreach (var (path, status) in new[] { ("/api/v1/workflows", HttpStatusCode.OK), ("/api/v1/workflows/none", HttpStatusCode.NotFound), ("/api/nothing", HttpStatusCode.NotFound) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("X-Request-Id", given);
            using var response = await server.Client.SendAsync(request);
            Assert.Equal(status, response.StatusCode);
            var id = Assert.Single(response.Headers.GetValues("X-Request-Id"));
            if (isKept) Assert.Equal(given, id);
            else Assert.Matches("^[0-9a-f]{32}$", id);
            if (status != HttpStatusCode.OK) Assert.Equal(id, (await RunningServer.JsonAsync(response))["requestId"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Every_kind_of_problem_has_a_page_at_its_type()
    {
        var kinds = typeof(ProblemKind).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<ProblemKind>().ToList();
        Assert.Equal(kinds.Select(k => k.Slug).Order(), ProblemKind.All.Select(k => k.Slug).Order());
        foreach (var kind in kinds)
        {
            using var page = await server.GetAsync($"/problems/{kind.Slug}");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains(kind.Description, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
