using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Soak;

/// <summary>After each fault: what takes a workflow or a key out of use still does so at once. A clock that was moved must not stretch any cache.</summary>
internal sealed class Prober(SoakSite site)
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(Nightly.Times(60, 10)); // by day other tests run beside it
    private (Person Person, string Id)? key;

    /// <summary>The key that ends next is used, so that the server remembers it at this moment of its clock.</summary>
    public async Task UseAsync() => Assert.Equal(HttpStatusCode.OK, await DecideAsync((key ??= await site.NewKeyAsync("probe", "execute")).Person));

    /// <summary>The longer of the two times, in which nobody else has to answer.</summary>
    public async Task<TimeSpan> ProbeAsync()
    {
        var root = site.Root;
        await site.SignInAgainAsync(root); // the clock may have ended the session
        await UseAsync();
        var (ending, id) = key!.Value;

        var since = Stopwatch.GetTimestamp();
        var retired = await root.PostAsync("/api/v1/retirements", new { workflow = SoakSite.Probe, reason = "a test" });
        var byRetirement = await UntilAsync(since, ending, HttpStatusCode.Conflict, "a retirement");
        await root.PostAsync($"/api/v1/retirements/{retired["id"]!.GetValue<long>()}/lift", new { text = "it was a test" });
        await UntilAsync(Stopwatch.GetTimestamp(), ending, HttpStatusCode.OK, "its lifting");

        since = Stopwatch.GetTimestamp();
        await root.OkAsync(HttpMethod.Delete, $"/api/v1/keys/{id}");
        var byRevocation = await UntilAsync(since, ending, HttpStatusCode.Unauthorized, "the end of a key");
        key = await site.NewKeyAsync("probe", "execute"); // it is used until it ends next time
        return byRetirement > byRevocation ? byRetirement : byRevocation;
    }

    private async Task<TimeSpan> UntilAsync(long since, Person who, HttpStatusCode status, string what)
    {
        await FaultStory.UntilAsync(async () => await DecideAsync(who) == status, $"{site.Name}: {what} holds", Within);
        return Stopwatch.GetElapsedTime(since);
    }

    private static async Task<HttpStatusCode> DecideAsync(Person who)
    {
        using var response = await who.SendAsync(HttpMethod.Post, $"/api/v1/workflows/{SoakSite.Probe}/execute", JsonContent.Create(new { facts = new { patient = new { ageYears = 12 } }, asOf = Oracle.Date })).WaitAsync(Soaking.Patience);
        return response.StatusCode;
    }
}
