using System.Text.RegularExpressions;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Clients;

/// <summary>The examples of the documentation, run as they stand there against a real server.</summary>
public sealed class ExampleTests(RunningServer server) : IClassFixture<RunningServer>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bonemets-examples-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Curl_gets_a_decision() =>
        Assert.Contains("\"ProphylacticFixationIndicated\":\"met\"", await RunAsync("bash", [Written("example.sh", Block("docs/api.md", "bash", "curl --fail"))]), StringComparison.Ordinal);

    [Fact]
    public async Task Python_gets_a_decision() => Tells(await RunAsync("python3", [Written("example.py", Block("docs/api.md", "python", "urllib"))]));

    [Fact]
    public async Task JavaScript_gets_a_decision_with_the_package_that_TypeScript_compiles()
    {
        await ClientPackage.BuildAsync();
        var package = Directory.CreateDirectory(Path.Combine(folder, "node_modules", "@bonemets"));
        Directory.CreateSymbolicLink(Path.Combine(package.FullName, "client"), ClientPackage.Folder);
        Tells(await RunAsync("node", [Written("example.mjs", Block("src/bonemets-client/README.md", "js", "BonemetsClient")), Address]));
    }

    [Theory]
    [InlineData("Client", "src/BoneMets.Rules.Client/README.md")]
    [InlineData("InProcess", "src/BoneMets.Rules/README.md")]
    public async Task An_application_in_CSharp_gets_a_decision(string example, string readme)
    {
        var source = Path.Combine(Repository.Root, "tests", "examples", example);
        Assert.Equal(Block(readme, "csharp", "using BoneMets"), await File.ReadAllTextAsync(Path.Combine(source, "Program.cs")));
        var program = Path.Combine(source, "bin", "Release", "net10.0", $"{example}.Example.dll");
        Tells(await RunAsync("dotnet", [program, example == "Client" ? Address : server.Library]));
    }

    [Theory]
    [InlineData("csharp", "src/BoneMets.Rules.Client/README.md", "RulesClient")]
    [InlineData("js", "src/bonemets-client/README.md", "BonemetsClient")]
    public void The_examples_of_the_interface_are_those_of_the_packages(string language, string readme, string with) =>
        Assert.Equal(Block(readme, language, with), Block("docs/api.md", language, with));

    private string Address => server.Client.BaseAddress!.AbsoluteUri;

    private static void Tells(string output)
    {
        Assert.Contains("rgent", output, StringComparison.Ordinal);
        Assert.EndsWith("met", output.TrimEnd(), StringComparison.OrdinalIgnoreCase);
    }

    internal static string Block(string document, string language, string with)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, document));
        return Assert.Single(Regex.Matches(text, $"^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline, TimeSpan.FromSeconds(5)), m => m.Value.Contains(with, StringComparison.Ordinal)).Groups[1].Value;
    }

    private string Written(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Task<string> RunAsync(string program, IReadOnlyList<string> arguments) => ProgramRun.OutputAsync(program, arguments, folder, ("BONEMETS", Address.TrimEnd('/')));
}
