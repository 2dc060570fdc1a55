using System.Text.Json.Nodes;
using BoneMets.Rules.Client;
using BoneMets.Rules.System.Tests.Server;
using Answers = BoneMets.Rules.Client.Answers;

namespace BoneMets.Rules.System.Tests.Clients;

/// <summary>The C# client against a real server.</summary>
public sealed class RulesClientTests(RunningServer server) : IClassFixture<RunningServer>
{
    private static readonly object Lesion = new { lesion = new { site = "peritrochanteric", pain = (string?)null, appearance = "lytic", corticalPercent = 80m, fractured = false } };

    private RulesClient Rules => new(server.Client);

    [Fact]
    public async Task A_decision_is_typed_from_the_status_down_to_the_evidence()
    {
        var decision = await Rules.ExecuteAsync("MirelsFractureRisk", Lesion, new DecisionOptions { AsOf = new DateOnly(2026, 1, 31) });
        Assert.Equal((Answers.DecisionStatus.Incomplete, new DateOnly(2026, 1, 31)), (decision.Status, decision.AsOf));
        Assert.Equal(Answers.Verdict.Met, decision["ProphylacticFixationIndicated"]);
        Assert.Throws<KeyNotFoundException>(() => decision["ProphylacticFixation"]);
        Assert.Equal("ProphylacticFixationIndicated", decision.Recommendations[0].Rule);
        Assert.Null(decision.Outputs["mirelsScore"]);
        Assert.Equal(10, decision.Ranges["mirelsScore"].GetProperty("min").GetInt32());
        Assert.Contains(decision.Rules!, r => r.Evidence.Count > 0);
        Assert.Null((await Rules.ExecuteAsync("MirelsFractureRisk", Lesion, new DecisionOptions { Explain = Client.Explain.None })).Rules);
    }

    [Fact]
    public async Task A_Bundle_questions_and_a_contrast_are_typed_too()
    {
        var bundle = JsonNode.Parse("""{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p","birthDate":"1960-05-01","gender":"female"}}]}""")!;
        var decision = await Rules.ExecuteBundleAsync("Hypercalcemia", bundle, with: new DecisionOptions { AsOf = new DateOnly(2026, 1, 31) });
        Assert.Contains(decision.Bundle!.Taken, t => t.Fact == "patient.ageYears");
        var questions = await Rules.QuestionsAsync("Hypercalcemia", new { patient = new { totalCalcium = 9.2m, albumin = 3.1m } });
        Assert.Equal(("patient.ionizedCalcium", Answers.Urgency.Emergency), (questions.Items[0].Fact, questions.Items[0].Urgency));
        var contrast = await Rules.ContrastAsync("MirelsFractureRisk", "ActualFracture", Lesion);
        Assert.Equal(("lesion.fractured", true), (Assert.Single(contrast.Alternatives[0].Changes).Fact, contrast.Alternatives[0].Changes[0].To!.Value.GetBoolean()));
        Assert.Contains(await Rules.WorkflowsAsync(), w => w.Name == "Hypercalcemia");
    }

    [Fact]
    public async Task A_refusal_says_where_and_what_to_do()
    {
        var refused = await Assert.ThrowsAsync<RulesProblemException>(() => Rules.ExecuteAsync("MirelsFractureRisk", new { lesion = new { siet = "femur" } }));
        Assert.Equal(("wrong-facts", 400, "/facts/lesion/siet"), (refused.Problem.Kind, refused.Problem.Status, Assert.Single(refused.Problem.Errors!).Pointer));
        Assert.Contains("site", refused.Message, StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<RulesProblemException>(() => Rules.ExecuteAsync("Mirels", Lesion));
        Assert.Equal("unknown-workflow", unknown.Problem.Kind);
    }

    [Fact]
    public async Task A_batch_keeps_its_order_and_goes_on_after_a_patient_whose_facts_do_not_fit()
    {
        var client = new RulesClient(server.Client, new RulesClientOptions { BatchSize = 7, BatchRequests = 3 });
        var answers = new List<BatchAnswer>();
        await foreach (var answer in client.ExecuteBatchAsync("MirelsFractureRisk", Patients(200))) answers.Add(answer);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"p{i}"), answers.Select(a => a.Id));
        Assert.All(answers, (a, i) => Assert.Equal(i % 50 == 49 ? "wrong-facts" : null, a.Problem?.Kind));
        Assert.All(answers.Where(a => a.Problem is null), a => Assert.Equal(a.Id.EndsWith('1') ? Answers.Verdict.Met : Answers.Verdict.NotMet, a.Decision!["ActualFracture"]));
    }

    [Fact]
    public async Task Whoever_stops_reading_a_batch_is_let_go()
    {
        var read = 0;
        await foreach (var _ in Rules.ExecuteBatchAsync("MirelsFractureRisk", Patients(10_000)))
            if (++read == 20) break;
        Assert.Equal(20, read);
    }

    private static async IAsyncEnumerable<BatchPatient> Patients(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await Task.Yield();
            yield return new BatchPatient($"p{i}", i % 50 == 49 ? new { lesion = new { siet = "x" } } : new { lesion = new { fractured = i % 10 == 1 } });
        }
    }
}
