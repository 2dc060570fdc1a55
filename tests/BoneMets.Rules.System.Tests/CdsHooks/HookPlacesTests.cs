using System.Net;
using BoneMets.Rules.Server.CdsHooks;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>Requests that wait for somebody's FHIR server have places of their own.</summary>
public sealed class HookPlacesTests
{
    private const int Places = 2;

    [Fact]
    public async Task A_slow_FHIR_server_takes_no_place_of_a_decision_and_who_comes_too_much_is_told_when_to_come_again()
    {
        await using var fhir = await FakeFhirServer.StartAsync();
        var isReleased = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var patient = HookTable.Base()["prefetch"]!["patient"]!.ToJsonString();
        fhir.Answers["/fhir/Patient/p1"] = async context =>
        {
            await isReleased.Task.WaitAsync(context.RequestAborted);
            context.Response.ContentType = "application/fhir+json";
            await context.Response.WriteAsync(patient);
        };
        // As few places for everybody else: none of them may be taken.
        var server = await RunningServer.StartAsync(o => o with { HooksAtOnce = Places, Concurrent = 1, Waiting = 0, CdsHooks = new CdsHooksOptions { FhirServers = [fhir.Allowed] } }, HookTable.Offer);
        try
        {
            var request = HookTable.Base();
            request.Remove("prefetch");
            request["fhirServer"] = fhir.Base;
            var held = Enumerable.Range(0, 2 * Places).Select(_ => HookTable.AskAsync(server.Client, request)).ToList();
            await UntilAsync(() => fhir.Asked.Count(a => a.Path.StartsWith("/fhir/Patient", StringComparison.Ordinal)) == Places);
            HttpResponseMessage? refused = null;
            await UntilAsync(async () =>
            {
                // Those that are held may still be on their way to their places.
                using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
                var one = HookTable.AskAsync(server.Client, request);
                if (await Task.WhenAny(one, Task.Delay(Timeout.Infinite, stop.Token)) != one)
                {
                    held.Add(one);
                    return false;
                }
                refused = await one;
                return true;
            });
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused!.StatusCode);
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
            var outcome = await RunningServer.JsonAsync(refused);
            Assert.Empty(HookStandard.WrongInOutcome(outcome));
            Assert.Equal("transient", HookTable.Text(outcome["issue"]![0]!, "code"));
            refused.Dispose();
            for (var i = 0; i < 5; i++)
            {
                using var decided = await server.ExecuteAsync("Hypercalcemia", """{"facts":{"patient":{"totalCalcium":9.2}}}""");
                Assert.Equal(HttpStatusCode.OK, decided.StatusCode);
            }
            isReleased.SetResult();
            foreach (var one in await Task.WhenAll(held))
            {
                Assert.Equal(HttpStatusCode.OK, one.StatusCode);
                one.Dispose();
            }
        }
        finally
        {
            isReleased.TrySetResult();
            await server.DisposeAsync();
        }
    }

    private static Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var deadline = DateTime.UtcNow.AddSeconds(20);
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < deadline, "it never came so far");
            await Task.Delay(20);
        }
    }
}
