using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BoneMets.Rules.System.Tests.Cli;
using BoneMets.Rules.System.Tests.Server;

namespace BoneMets.Rules.System.Tests.Cohorts;

/// <summary>
/// What <c>bonemets evaluate</c> writes for the same file, to compare with. It reads a folder, which has no release, and says what is wrong with a
/// line in a form of its own: the release is put in, and of what is wrong the findings are compared.
/// </summary>
internal sealed record CohortAnswers(long Lines, long Refused, string Hash)
{
    public static async Task<CohortAnswers> ByCommandAsync(string file)
    {
        using var command = CommandProcess.Start(["--library", Repository.Library, "evaluate", CohortPatients.Workflow, "--input", file, "--output", "-", "--as-of", "2026-01-31"]);
        var complaints = command.StandardError.ReadToEndAsync();
        var answers = await OfAsync(command.StandardOutput.BaseStream);
        await command.WaitForExitAsync();
        Assert.True(command.ExitCode == 3, await complaints); // some lines are bad on purpose
        return answers;
    }

    public static async Task<CohortAnswers> OfAsync(Stream answers)
    {
        using var reader = new StreamReader(answers);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long lines = 0, refused = 0;
        while (await reader.ReadLineAsync() is { } line)
        {
            lines++;
            if (line.Contains("\"error\":", StringComparison.Ordinal))
            {
                refused++;
                var read = JsonNode.Parse(line)!;
                line = new JsonObject { ["line"] = read["line"]!.DeepClone(), ["id"] = read["id"]?.DeepClone(), ["errors"] = read["error"]!["errors"]!.DeepClone() }.ToJsonString();
            }
            hash.AppendData(Encoding.UTF8.GetBytes(line.Replace("\"release\":1,", "\"release\":null,", StringComparison.Ordinal)));
            hash.AppendData("\n"u8);
        }
        return new CohortAnswers(lines, refused, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
