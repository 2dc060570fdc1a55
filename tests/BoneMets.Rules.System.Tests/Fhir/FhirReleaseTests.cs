using System.Net;
using BoneMets.Rules.Store;
using BoneMets.Rules.System.Tests.Platform;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Fhir;

/// <summary>FHIR routes of a server with a store: releases, what was taken out of use, keys and records.</summary>
public sealed class FhirReleaseTests : ShippedStore
{
    private const string Plan = "/fhir/PlanDefinition/Hypercalcemia";

    [Fact]
    public async Task A_release_is_the_version_and_without_an_approval_a_draft()
    {
        var plan = await Server.Anyone.GetAsync(Plan);
        Assert.Equal(("release.1", "draft"), (plan["version"]!.GetValue<string>(), plan["status"]!.GetValue<string>()));
        Assert.EndsWith("/fhir/Library/Hypercalcemia|release.1", plan["library"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull(plan["date"]);
    }

    [Fact]
    public async Task What_was_taken_out_of_use_is_retired_and_gives_no_plan()
    {
        await Root.PostAsync("/api/v1/retirements", new { workflow = "Hypercalcemia", rule = "SevereHypercalcemia", reason = "the limit is wrong" });
        await PlatformStory.UntilAsync(async () => (await Server.Anyone.GetAsync(Plan))["status"]!.GetValue<string>() == "retired");
        Assert.Equal("retired", (await Server.Anyone.GetAsync("/fhir/PlanDefinition/BoneMetastasisPathway"))["status"]!.GetValue<string>());
        Assert.Equal(3, (await Server.Anyone.GetAsync("/fhir/PlanDefinition?status=retired"))["total"]!.GetValue<int>());
        using var response = await Server.Anyone.SendAsync(HttpMethod.Post, FhirTable.Apply, FhirTable.Content(FhirTable.Parameters().ToJsonString()));
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var issue = Assert.Single((await RunningServer.JsonAsync(response))["issue"]!.AsArray())!;
        Assert.Equal("business-rule", issue["code"]!.GetValue<string>());
        Assert.Contains("the limit is wrong", issue["details"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_sees_and_applies_only_the_workflows_that_it_is_bound_to()
    {
        var ward = await Server.KeyAsync(Root, "ward", ["execute"], "MirelsFractureRisk");
        Assert.Equal("MirelsFractureRisk", Assert.Single((await ward.GetAsync("/fhir/PlanDefinition"))["entry"]!.AsArray())!["resource"]!["id"]!.GetValue<string>());
        foreach (var (method, path) in new[] { (HttpMethod.Get, Plan), (HttpMethod.Get, "/fhir/Library/Hypercalcemia"), (HttpMethod.Post, FhirTable.Apply) })
        {
            using var body = method == HttpMethod.Post ? FhirTable.Content(FhirTable.Parameters().ToJsonString()) : null;
            using var refused = await ward.SendAsync(method, path, body);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Equal("forbidden", (await RunningServer.JsonAsync(refused))["issue"]![0]!["code"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_wrong_key_is_refused_in_FHIR()
    {
        var stranger = Server.Know(new Person(Server.Address, "stranger", "bmk_0000000000000000000000000000000000000000"));
        using var refused = await stranger.SendAsync(HttpMethod.Get, "/fhir/metadata");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("application/fhir+json; charset=utf-8", refused.Content.Headers.ContentType!.ToString());
        Assert.Equal("login", (await RunningServer.JsonAsync(refused))["issue"]![0]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Only_a_key_that_records_leaves_a_record_and_the_plan_names_it()
    {
        var (silent, ward) = (await Server.KeyAsync(Root, "silent", ["execute"]), await Server.KeyAsync(Root, "ward", ["execute", "record"]));
        await Root.RefusedAsync(HttpStatusCode.NotFound, "unknown-decision", HttpMethod.Get, $"/api/v1/decisions/{await ApplyAsync(silent)}");
        var id = await ApplyAsync(ward);
        Assert.Equal("Hypercalcemia", (await ward.GetAsync($"/api/v1/decisions/{id}"))["decision"]!["workflow"]!.GetValue<string>());
        Assert.True((await Root.PostAsync($"/api/v1/decisions/{id}/replay", new { }))["identical"]!.GetValue<bool>());
    }

    /// <summary>The id of the decision.</summary>
    private static async Task<string> ApplyAsync(Person who)
    {
        using var response = await who.SendAsync(HttpMethod.Post, FhirTable.Apply, FhirTable.Content(FhirTable.Parameters().ToJsonString()));
        var plan = await RunningServer.JsonAsync(response);
        Assert.True(response.IsSuccessStatusCode, plan.ToJsonString());
        return plan["identifier"]![0]!["value"]!.GetValue<string>()["urn:uuid:".Length..];
    }
}
