using BoneMets.Rules.System.Tests.Clients;
using BoneMets.Rules.System.Tests.Platform;

namespace BoneMets.Rules.System.Tests.Cohorts;

/// <summary>The example of <c>docs/cohorts.md</c>, run as it stands there.</summary>
public sealed class CohortExample : ShippedStore
{
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-example-").FullName;

    [Fact]
    public async Task A_hospitals_table_becomes_decisions()
    {
        var key = await Root.PostAsync("/api/v1/keys", new { name = "registry", scopes = new[] { "execute" }, days = 1 });
        var script = Path.Combine(folder, "example.sh");
        await File.WriteAllTextAsync(script, ExampleTests.Block("docs/cohorts.md", "bash", "patients.csv"));
        var output = await ProgramRun.OutputAsync("bash", [script], folder, ("BONEMETS", Server.Address.AbsoluteUri.TrimEnd('/')), ("BONEMETS_KEY", key["secret"]!.GetValue<string>()));
        Assert.Equal("13.58568\n1\n", output); // 3.21 × 4.008 + 0.8 × (4.0 − 3.1), and one patient whose calcium is no number
        var answers = await File.ReadAllLinesAsync(Path.Combine(folder, "answers.ndjson"));
        Assert.Equal(3, answers.Length);
        Assert.StartsWith("{\"line\":2,\"id\":\"A-1\",\"decision\":", answers[0], StringComparison.Ordinal);
        Assert.Contains("column `Kalzium (mmol/L)`", answers[2], StringComparison.Ordinal);
        Assert.Equal(4, (await File.ReadAllLinesAsync(Path.Combine(folder, "answers.csv"))).Length);
        Directory.Delete(folder, recursive: true);
    }
}
