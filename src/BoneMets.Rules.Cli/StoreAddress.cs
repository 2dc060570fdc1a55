using System.CommandLine;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Cli;

/// <summary>Where the store of a command lies: the options that say so, and what they mean.</summary>
internal sealed class StoreAddress
{
    public Option<string> File { get; } = new("--store") { Description = "The SQLite file of the store.", HelpName = "FILE", DefaultValueFactory = _ => new StoreOptions().File };

    public Option<string?> PostgreSql { get; } = new("--postgres-file") { Description = "A file that holds the connection string of a PostgreSQL store, in place of --store.", HelpName = "FILE" };

    /// <summary>A store that is there, to look at.</summary>
    public StoreOptions Of(ParseResult parsed)
    {
        var options = new StoreOptions { IsReadOnly = true };
        if (parsed.GetValue(PostgreSql) is not { } file)
        {
            var path = parsed.GetRequiredValue(File);
            if (!global::System.IO.File.Exists(path) && !Directory.Exists(path)) throw new CommandFailure($"there is no file `{path}`: name the file of the store with --store");
            FactsInput.CheckExists(path);
            return options with { File = path };
        }
        if (parsed.GetResult(File) is { Implicit: false }) throw new CommandFailure("--store and --postgres-file exclude each other: a store is in one place");
        FactsInput.CheckExists(file);
        return options with { PostgreSql = global::System.IO.File.ReadAllText(file).Trim() };
    }

    /// <summary>What a store says of itself in place of an answer becomes the end of the command.</summary>
    public static async Task<T> AskAsync<T>(StoreOptions options, Func<Task<T>> ask, string? remedy = null)
    {
        try
        {
            return await ask();
        }
        catch (StoreUnavailableException e)
        {
            throw new CommandFailure(remedy is null ? e.Message : $"{e.Message} ({remedy})", inner: e);
        }
        catch (ArgumentException e) when (options.PostgreSql is not null)
        {
            // Its own message may repeat the password.
            throw new CommandFailure("the file of --postgres-file holds no connection string: write it like Host=…;Database=…;Username=…;Password=…", inner: e);
        }
    }
}
