using System.CommandLine;
using BoneMets.Rules.Cli.Output;
using BoneMets.Rules.Store;

namespace BoneMets.Rules.Cli.Commands;

/// <summary>A copy of a store as of one moment.</summary>
internal sealed class BackupCommand : Command, IHasExamples, INeedsNoLibrary
{
    private const string About = """
        Copies a SQLite store into one file while the server goes on: everything as it was at one moment, nothing half done. The copy's audit log is verified; note its head somewhere else.

        The file holds what the store holds: password hashes, the keys that sign cookies, and facts of patients where decisions are recorded. Only its owner may read it; keep it so.

        Exit 0; 1 the store was altered (the copy is there all the same); 2 no such store, or the copy cannot be made.
        """;

    private readonly Terminal terminal;
    private readonly Argument<string> file = new("FILE") { Description = "The file to write." };
    private readonly StoreAddress store = new();
    private readonly Option<bool> force = new("--force") { Description = "Replace a file that is there." };

    public BackupCommand(Terminal terminal) : base("backup", About)
    {
        this.terminal = terminal;
        Arguments.Add(file);
        foreach (var option in (Option[])[store.File, store.PostgreSql, force]) Options.Add(option);
        SetAction(BackUpAsync);
    }

    public IReadOnlyList<string> Examples { get; } = ["bonemets backup /backups/monday.db", "bonemets backup /backups/latest.db --store data/bonemets.db --force"];

    public string InsteadOfLibrary => "name the store with --store";

    private async Task<int> BackUpAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(store.PostgreSql) is not null) throw new CommandFailure("a store on PostgreSQL is backed up by PostgreSQL's own program: pg_dump --format=custom (docs/operations.md)");
        var (options, to) = (store.Of(parsed), parsed.GetRequiredValue(file));
        if (Directory.Exists(to)) throw new CommandFailure($"`{to}` is a folder, not a file");
        if (Path.GetFullPath(to) == Path.GetFullPath(options.File)) throw new CommandFailure("the backup and the store are the same file");
        var isForced = parsed.GetValue(force);
        var remedy = File.Exists(to) && !isForced ? "--force replaces it" : null;
        var verified = await StoreAddress.AskAsync(options, () => StoreBackup.BackUpAsync(options, to, isForced, cancellation), remedy);
        AuditWords.Write(terminal, verified);
        return verified.IsIntact ? ExitCodes.Done : ExitCodes.Failed;
    }
}
