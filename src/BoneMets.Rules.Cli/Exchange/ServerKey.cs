namespace BoneMets.Rules.Cli.Exchange;

/// <summary>The API key. It is never an argument: others on the same machine see those.</summary>
internal static class ServerKey
{
    public const string Variable = "BONEMETS_KEY";

    public const string Remedy = $"put an API key into the variable {Variable}, or name the file that holds it with --key-file";

    private const int Longest = 8 * 1024;

    /// <summary>From the file, else from the environment; null when neither is given.</summary>
    public static string? Read(string? file)
    {
        if (file is null) return Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? Usable(given, $"the variable {Variable}") : null;
        FactsInput.CheckExists(file);
        if (new FileInfo(file).Length > Longest) throw NoKey($"`{file}`");
        return Usable(File.ReadAllText(file), $"`{file}`");
    }

    private static string Usable(string text, string place) =>
        text.Trim() is { Length: > 0 } key && key.All(c => c is > ' ' and <= '~') ? key : throw NoKey(place);

    private static CommandFailure NoKey(string place) => new($"{place} holds no API key: put the key there on one line, as it was shown when it was made");
}
