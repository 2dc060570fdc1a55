using System.CommandLine;
using BoneMets.Rules.Cli.Output;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>A backup as the store.</summary>
internal sealed class RestoreCommand : Command, IHasExamples, INeedsNoLibrary
{
    private const string About = """
        Makes a backup the SQLite store, brings it up to date, and writes into its audit log that it was restored. Stop the server first.

        What was done after the backup is undone with it: keys that were revoked since work again, workflows that were taken out of use are in use again, releases and recorded decisions are gone.

        Exit 0; 2 when the backup is damaged, altered, of a newer version or no store, or when there is a store already (--force keeps it aside); then nothing was changed.
        """;

    private readonly Terminal terminal;
    private readonly TimeProvider clock;
    private readonly Argument<string> file = new("FILE") { Description = "The backup." };
    private readonly StoreAddress store = new();
    private readonly Option<bool> force = new("--force") { Description = "Put a store that is there aside, under a name with the time." };

    public RestoreCommand(Terminal terminal, TimeProvider clock) : base("restore", About)
    {
        (this.terminal, this.clock) = (terminal, clock);
        Arguments.Add(file);
        foreach (var option in (Option[])[store.File, store.PostgreSql, force]) Options.Add(option);
        SetAction(RestoreAsync);
    }

    public IReadOnlyList<string> Examples { get; } = ["bonemets restore /backups/monday.db", "bonemets restore /backups/monday.db --store data/bonemets.db --force"];

    public string InsteadOfLibrary => "name the store with --store";

    private async Task<int> RestoreAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(store.PostgreSql) is not null) throw new CommandFailure("a store on PostgreSQL is restored by PostgreSQL's own program: pg_restore into an empty database (docs/operations.md)");
        var (from, isForced) = (parsed.GetRequiredValue(file), parsed.GetValue(force));
        FactsInput.CheckExists(from);
        var options = new StoreOptions { File = parsed.GetRequiredValue(store.File), Clock = clock };
        if (Directory.Exists(options.File)) throw new CommandFailure($"`{options.File}` is a folder, not a file");
        var remedy = StoreBackup.IsTaken(options) && !isForced ? "--force keeps it aside" : null;
        var restored = await StoreAddress.AskAsync(options, () => StoreBackup.RestoreAsync(from, options, isForced, cancellation), remedy);
        AuditWords.Write(terminal, restored.Backup);
        terminal.Out.WriteLine($"{options.File} is this backup now");
        if (restored.KeptAs is { } kept) terminal.Out.WriteLine($"the store that was there lies in {kept}, with all that it holds");
        return ExitCodes.Done;
    }
}
