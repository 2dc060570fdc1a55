using System.Text.Json;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Cli;

public sealed class DiffCommandTests : IDisposable
{
    private const string Rule = "mirels-fracture-risk/workflow.json";
    private readonly string old = Repository.CopyLibrary();
    private readonly string now = Repository.CopyLibrary();

    public void Dispose()
    {
        Directory.Delete(old, recursive: true);
        Directory.Delete(now, recursive: true);
    }

    [Fact]
    public async Task The_same_documents_differ_in_nothing() =>
        Assert.Equal((0, "the documents are the same\n", ""), await DiffAsync());

    [Fact]
    public async Task A_changed_threshold_is_told_with_what_is_proved_the_same_and_a_patient_whose_decision_changes()
    {
        Edit("!lesion.fractured && mirelsScore >= 9", "!lesion.fractured && mirelsScore >= 8");
        var (exit, output, error) = await DiffAsync();
        Assert.Equal((1, ""), (exit, error));
        Assert.Contains("changed rule ProphylacticFixationIndicated", output, StringComparison.Ordinal);
        Assert.Contains("+ !lesion.fractured && mirelsScore >= 8", output, StringComparison.Ordinal);
        Assert.Matches(@"MirelsFractureRisk: \d+ rules and values are proved to be the same for all patients", output);
        Assert.Contains("differs ProphylacticFixationIndicated: notMet → met", output, StringComparison.Ordinal);
        Assert.Contains("newly recommended MirelsFractureRisk ProphylacticFixationIndicated: ", output, StringComparison.Ordinal);
        Assert.Contains("FAILED MirelsFractureRisk ", output, StringComparison.Ordinal);
        Assert.EndsWith("1 document differs\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_written_otherwise_is_proved_to_decide_the_same()
    {
        Edit("!lesion.fractured && mirelsScore >= 9", "!(lesion.fractured || mirelsScore < 9)");
        using var json = JsonDocument.Parse((await DiffAsync("--format", "json")).Output);
        var workflows = json.RootElement.GetProperty("workflows").EnumerateArray().ToList();
        Assert.Contains(workflows, w => w.GetProperty("workflow").GetString() == "MirelsFractureRisk");
        Assert.All(workflows.SelectMany(w => w.GetProperty("definitions").EnumerateArray()), d => Assert.Equal("same", d.GetProperty("relation").GetString()));
        Assert.Equal(0, json.RootElement.GetProperty("impact").GetProperty("affected").GetInt32());
        Assert.Equal(0, json.RootElement.GetProperty("failedCases").GetArrayLength());
    }

    [Fact]
    public async Task What_has_errors_is_compared_as_far_as_it_can_be_read()
    {
        Edit("!lesion.fractured && mirelsScore >= 9", "!lesion.fractured && mirelScore >= 9");
        var (exit, output, error) = await DiffAsync();
        Assert.Equal(1, exit);
        Assert.Contains("error BMR2003", error, StringComparison.Ordinal);
        Assert.Contains("+ !lesion.fractured && mirelScore >= 9", output, StringComparison.Ordinal);
        Assert.Contains("MirelsFractureRisk has errors in the newer version and is compared by its text only: ", output, StringComparison.Ordinal);
        Assert.Contains("SurgeryAndCementation has errors in the newer version and is compared by its text only: what it builds on has errors", output, StringComparison.Ordinal);
        Assert.Contains("MirelsFractureRisk: nothing proved: the newer version has errors", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_workflow_with_errors_hinders_no_other()
    {
        Edit("!lesion.fractured && mirelsScore >= 9", "!lesion.fractured && mirelScore >= 9");
        Edit("correctedCalcium >= 12.0 ||", "correctedCalcium >= 12.5 ||", "hypercalcemia/workflow.json");
        var (exit, output, _) = await DiffAsync();
        Assert.Equal(1, exit);
        Assert.Matches(@"Hypercalcemia: \d+ rules and values are proved to be the same for all patients", output);
        Assert.Contains("FAILED Hypercalcemia ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("FAILED MirelsFractureRisk", output, StringComparison.Ordinal);
        Assert.Contains("patients of workflows with errors are not among them", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse((await DiffAsync("--format", "json", "--quick")).Output);
        var obstacles = json.RootElement.GetProperty("notCompared").EnumerateArray().ToList();
        var mirels = Assert.Single(obstacles, o => o.GetProperty("name").GetString() == "MirelsFractureRisk");
        Assert.Equal("newer", mirels.GetProperty("version").GetString());
        Assert.Contains("error BMR2003", mirels.GetProperty("errors")[0].GetString(), StringComparison.Ordinal);
        Assert.True(json.RootElement.GetProperty("impact").GetProperty("affected").GetInt32() > 0);
    }

    [Fact]
    public async Task A_document_that_cannot_be_read_is_an_obstacle_by_its_name()
    {
        await File.WriteAllTextAsync(Path.Combine(now, Rule), "{");
        var (exit, output, _) = await DiffAsync("--quick");
        Assert.Equal(1, exit);
        Assert.Contains($"{Rule} has errors in the newer version and is compared by its text only: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("MirelsFractureRisk ProphylacticFixationIndicated", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_wrong_usage()
    {
        var result = await CommandInProcess.RunAsync(["diff", old, old + "-nowhere"]);
        Assert.Equal(2, result.Exit);
        Assert.Contains("there is no folder", result.Error, StringComparison.Ordinal);
    }

    private void Edit(string before, string after, string document = Rule)
    {
        var path = Path.Combine(now, document);
        var text = File.ReadAllText(path);
        Assert.Contains(before, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(before, after, StringComparison.Ordinal));
    }

    private async Task<(int Exit, string Output, string Error)> DiffAsync(params string[] options)
    {
        var result = await CommandInProcess.RunAsync(["diff", old, now, .. options]);
        return (result.Exit, result.Output, result.Error);
    }
}
