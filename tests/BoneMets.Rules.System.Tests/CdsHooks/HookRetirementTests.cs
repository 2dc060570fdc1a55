using System.Net;
using BoneMets.Rules.Server.CdsHooks;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;
using Microsoft.AspNetCore.Http;

namespace BoneMets.Rules.System.Tests.CdsHooks;

/// <summary>The kill switch, while a hook waits for somebody's FHIR server.</summary>
public sealed class HookRetirementTests : IDisposable
{
    private readonly string library = Repository.CopyLibrary();

    public HookRetirementTests() => HookTable.Offer(library);

    public void Dispose() => Directory.Delete(library, recursive: true);

    [Fact]
    public async Task A_hook_whose_data_were_still_on_their_way_when_its_workflow_was_taken_out_of_use_gives_no_cards()
    {
        await using var fhir = await FakeFhirServer.StartAsync();
        var isReleased = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var isAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var patient = HookTable.Base()["prefetch"]!["patient"]!.ToJsonString();
        fhir.Answers["/fhir/Patient/p1"] = async context =>
        {
            isAsked.TrySetResult();
            await isReleased.Task.WaitAsync(context.RequestAborted);
            context.Response.ContentType = "application/fhir+json";
            await context.Response.WriteAsync(patient);
        };
        await using var server = await StoreServer.StartAsync(new StoreOptions { File = Path.Combine(library, "store.db") }, library, o => o with { CdsHooks = new CdsHooksOptions { FhirServers = [fhir.Allowed] } });
        var root = await server.AdministratorAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        var request = HookTable.Base();
        request.Remove("prefetch");
        request["fhirServer"] = fhir.Base;
        var asking = HookTable.AskAsync(client, request);
        await isAsked.Task;
        await root.PostAsync("/api/v1/retirements", new { workflow = "Hypercalcemia", reason = "a wrong limit" });
        isReleased.SetResult();
        using var refused = await asking;
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("a wrong limit", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
