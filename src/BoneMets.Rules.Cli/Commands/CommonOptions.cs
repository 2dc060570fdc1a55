using System.CommandLine;
using System.Globalization;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public static Argument<string> Workflow() => new("WORKFLOW") { Description = "The name of the workflow." };

    public static Option<string> Facts() => new("--facts")
    {
        Description = "The facts as JSON, {\"patient\": {…}}; - reads standard input. What is absent or null is unknown.",
        HelpName = "FILE|-",
        Required = true,
    };

    public static Option<DateOnly?> AsOf() => new("--as-of")
    {
        Description = "The evaluation date, yyyy-MM-dd; today in UTC when left out.",
        HelpName = "DATE",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
            result.AddError($"`{text}` is not a calendar date, write yyyy-MM-dd");
            return null;
        },
    };

    /// <summary>A number that counts from 1.</summary>
    public static Option<int?> Number(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return number;
            result.AddError($"`{text}` is not a value of {name}, write a whole number from 1");
            return null;
        },
    };

    public static Option<string> Server() => new("--server")
    {
        Description = "The address of the server: https, or http on this machine.",
        HelpName = "URL",
        Required = true,
    };

    public static Option<string?> KeyFile() => new("--key-file")
    {
        Description = "A file that holds the API key; the variable BONEMETS_KEY when left out.",
        HelpName = "FILE",
    };

    /// <summary>An option with a few words to choose from, the first of them by default.</summary>
    public static Option<string> Choice(string name, string description, string fallback, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', words), DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !words.Contains(token.Value, StringComparer.Ordinal))
                result.AddError($"`{token.Value}` is not a value of {name}, choose one of {string.Join(", ", words)}");
        });
        return option;
    }

    public static Explain ToExplain(string word) => word switch { "none" => Explain.None, "full" => Explain.Full, _ => Explain.Rules };
}
